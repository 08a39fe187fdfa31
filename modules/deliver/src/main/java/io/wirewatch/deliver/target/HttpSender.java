package io.wirewatch.deliver.target;

import io.wirewatch.deliver.target.HttpResult.Answered;
import io.wirewatch.deliver.target.HttpResult.Unanswered;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests, each once: no redirects, no retries, no cookies, no compression, no proxy but a
 * set one. A request ends within the time-out, all in all, whatever the other side does; of its
 * answer the beginning is read. For one thread at a time.
 */
final class HttpSender implements AutoCloseable {
  private static final Http1Config HEAD =
      Http1Config.custom().setMaxLineLength(16 * 1024).setMaxHeaderCount(200).build();

  private final HttpSettings settings;
  private final int mostBytes;
  private final Clock clock;
  private final Attempt attempt = new Attempt("deliver-http");
  private final CloseableHttpClient client;

  /**
   * @param mostBytes that are read of an answer's body
   */
  HttpSender(HttpSettings settings, int mostBytes, Clock clock) {
    this.settings = settings;
    this.mostBytes = mostBytes;
    this.clock = clock;
    this.client = client(settings);
  }

  private static CloseableHttpClient client(HttpSettings settings) {
    Timeout silence = Timeout.of(settings.timeout());
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(silence)
            .setSocketTimeout(silence)
            .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
            .setTimeToLive(TimeValue.ofMinutes(1))
            .build();
    HttpClientBuilder builder =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(HEAD).build())
                    .setDefaultConnectionConfig(connection)
                    .setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
                    .build())
            .setUserAgent("wirewatch/0.1")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching();
    settings
        .proxy()
        .ifPresent(proxy -> builder.setProxy(new HttpHost(proxy.getHost(), proxy.getPort())));
    return builder.build();
  }

  /** Sends it. */
  HttpResult send(HttpCall call) throws InterruptedException {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
    settings.headers().forEach(request::setHeader);
    call.headers().forEach(request::setHeader);
    request.setEntity(entity(call));
    // A status that has come counts, even where the rest of the answer never does.
    AtomicReference<@Nullable Answered> head = new AtomicReference<>();
    try {
      return attempt.within(settings.timeout(), () -> exchange(request, head), request::cancel);
    } catch (TimeoutException late) {
      Answered known = head.get();
      return known != null ? known : new Unanswered(late(settings.timeout()));
    } catch (ExecutionException failed) {
      Answered known = head.get();
      return known != null ? known : new Unanswered(explain(failed.getCause()));
    }
  }

  private static ByteArrayEntity entity(HttpCall call) {
    return new ByteArrayEntity(
        call.body().getBytes(StandardCharsets.UTF_8), ContentType.parse(call.contentType()));
  }

  private HttpResult exchange(HttpUriRequestBase request, AtomicReference<@Nullable Answered> head)
      throws IOException {
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      Answered answered = new Answered(response.getCode(), "", retryAfter(response));
      head.set(answered);
      byte[] body = new byte[0];
      if (response.getEntity() != null) {
        InputStream content = response.getEntity().getContent();
        body = content.readNBytes(mostBytes);
        if (content.read() >= 0) {
          // There may be no end to it: the connection goes with it.
          request.cancel();
        }
      }
      return new Answered(
          answered.status(), new String(body, StandardCharsets.UTF_8), answered.retryAfter());
    }
  }

  private Optional<Duration> retryAfter(ClassicHttpResponse response) {
    Instant now = RetryAfter.date(value(response, "Date")).orElseGet(clock::instant);
    return RetryAfter.of(value(response, "Retry-After"), now);
  }

  private static @Nullable String value(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static String late(Duration limit) {
    return "no answer within " + limit.toSeconds() + " s";
  }

  /** Messages of exceptions may hold what was sent: what is told is chosen here. */
  private String explain(@Nullable Throwable failed) {
    if (failed instanceof SocketTimeoutException) {
      return late(settings.timeout());
    }
    if (failed instanceof UnknownHostException) {
      return "no address is known for the host " + settings.address().getHost();
    }
    if (failed instanceof ConnectException) {
      return "nobody listens at " + settings;
    }
    if (failed instanceof SSLException tls) {
      return "no TLS with " + settings + ": " + tls.getMessage();
    }
    if (failed instanceof NoHttpResponseException) {
      return "the connection was closed without an answer";
    }
    String kind = failed == null ? "" : " (" + failed.getClass().getSimpleName() + ")";
    return "the connection broke before the answer" + kind;
  }

  @Override
  public void close() {
    attempt.close();
    try {
      client.close();
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }
}
