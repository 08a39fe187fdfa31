package io.wirewatch.ingest.web;

import io.wirewatch.ingest.article.CanonicalUrl;
import io.wirewatch.ingest.article.UnusableInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.URIUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Reads web addresses, within bounds: http and https, at most 5 redirects, 200 lines of head of 64
 * KiB, 16 MiB after decompression, 10 s to connect, 30 s for everything. Only hosts on the public
 * internet are asked, redirects' among them, unless private ones are allowed. Thread-safe.
 */
public final class Fetcher implements AutoCloseable {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int MOST_REDIRECTS = 5;
  private static final Pattern USER =
      Pattern.compile("^(\\s*https?://)[^/?#]*@", Pattern.CASE_INSENSITIVE);
  private static final Http1Config HEAD =
      Http1Config.custom().setMaxLineLength(64 * 1024).setMaxHeaderCount(200).build();

  private final CloseableHttpClient client;
  private final FetchLimits limits;
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fetch-alarm");
            thread.setDaemon(true);
            return thread;
          });

  /** A fetcher; {@code allowPrivate} lets it ask this machine and its network too. */
  public Fetcher(boolean allowPrivate) {
    this(hosts(allowPrivate), FetchLimits.USUAL);
  }

  Fetcher(boolean allowPrivate, FetchLimits limits) {
    this(hosts(allowPrivate), limits);
  }

  Fetcher(DnsResolver hosts, FetchLimits limits) {
    this.limits = limits;
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connect()))
            .setSocketTimeout(Timeout.of(limits.whole()))
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(hosts)
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(HEAD).build())
                    .setDefaultConnectionConfig(connection)
                    .build())
            .setUserAgent("wirewatch/0.1")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  private static DnsResolver hosts(boolean allowPrivate) {
    return allowPrivate ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses();
  }

  /**
   * Reads an address.
   *
   * @throws UnusableInputException where it cannot be asked, does not answer in time, or answers
   *     something else than 200
   */
  public Fetched fetch(String address) throws UnusableInputException {
    Deadline deadline = new Deadline();
    ScheduledFuture<?> alarm =
        alarms.schedule(deadline::pass, limits.whole().toMillis(), TimeUnit.MILLISECONDS);
    try {
      String next = address;
      for (int asked = 0; asked <= MOST_REDIRECTS; asked++) {
        Answer answer = ask(next, deadline);
        if (answer.fetched() != null) {
          return answer.fetched();
        }
        next = answer.redirect();
      }
      throw new UnusableInputException("redirects more than " + MOST_REDIRECTS + " times");
    } catch (UnusableInputException failed) {
      throw failed.of(told(address));
    } finally {
      alarm.cancel(false);
    }
  }

  /** Either what came, or where to ask next. */
  private record Answer(@Nullable Fetched fetched, String redirect) {}

  private Answer ask(String address, Deadline deadline) throws UnusableInputException {
    URI uri = uri(address);
    HttpGet request = new HttpGet(uri);
    try {
      deadline.guard(request);
      return client.execute(request, response -> answer(uri, response));
    } catch (PublicAddresses.NotPublicException hidden) {
      throw new UnusableInputException(
          hidden.getMessage() + "; private addresses have to be allowed", hidden);
    } catch (IOException | TimeoutException failed) {
      throw new UnusableInputException(deadline.explain(failed), failed);
    }
  }

  private static Answer answer(URI uri, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    if (status >= 301 && status <= 308 && status != 304 && location != null) {
      return new Answer(null, resolved(uri, location.getValue()));
    }
    HttpEntity entity = response.getEntity();
    if (status != 200 || entity == null) {
      throw new IOException("answered " + status + "; is the address right?");
    }
    byte[] bytes = bounded(entity.getContent());
    return new Answer(
        new Fetched(new ByteArrayInputStream(bytes), uri.toString(), charset(entity)), "");
  }

  private static byte[] bounded(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException("the answer is over 16 MiB");
    }
    return bytes;
  }

  private static @Nullable Charset charset(HttpEntity entity) {
    return Optional.ofNullable(ContentType.parseLenient(entity.getContentType()))
        .map(ContentType::getCharset)
        .orElse(null);
  }

  private static String resolved(URI from, String location) throws IOException {
    try {
      return URIUtils.resolve(from, new URI(location.strip())).toString();
    } catch (URISyntaxException | IllegalArgumentException rubbish) {
      throw new IOException("redirects to rubbish", rubbish);
    }
  }

  private static URI uri(String address) throws UnusableInputException {
    try {
      URI written = new URI(address.strip());
      String scheme = String.valueOf(written.getScheme());
      boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
      boolean whole = CanonicalUrl.isWellFormed(address);
      if (web && whole && written.getHost() != null && written.getUserInfo() == null) {
        String ascii = written.toASCIIString();
        int fragment = ascii.indexOf('#');
        return new URI(fragment < 0 ? ascii : ascii.substring(0, fragment));
      }
    } catch (URISyntaxException rubbish) {
      // Not as a cause: its message holds the whole address.
      throw new UnusableInputException("not a web address");
    }
    throw new UnusableInputException("not an http or https address with a host and no password");
  }

  /** An address as it may be shown: without name and password. */
  public static String told(String address) {
    return USER.matcher(address).replaceFirst("$1");
  }

  @Override
  public void close() {
    alarms.shutdownNow();
    try {
      client.close();
    } catch (IOException closing) {
      throw new java.io.UncheckedIOException(closing);
    }
  }
}
