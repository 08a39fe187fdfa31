package io.wirewatch.ingest.web;

import io.wirewatch.ingest.article.UnusableInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts forms to web addresses, and wants to know no more than the answer's status. As {@link
 * Fetcher} it asks public hosts alone, and follows no redirect. A form may hold secrets: to public
 * hosts it goes over https only, and nothing of it is in a message. Thread-safe.
 */
public final class FormPoster implements AutoCloseable {
  private static final Timeout PATIENCE = Timeout.of(Duration.ofSeconds(10));
  private static final Duration WHOLE = Duration.ofSeconds(30);

  private final CloseableHttpClient client;
  private final boolean allowPrivate;
  private final ScheduledExecutorService alarms = Clients.alarms("post-alarm");

  /** A poster; {@code allowPrivate} lets it ask this machine and its network, and http. */
  public FormPoster(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
    client =
        Clients.of(Clients.hosts(allowPrivate), FetchLimits.USUAL, Fetcher.PRODUCT)
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(PATIENCE).build())
            .build();
  }

  /**
   * Posts a form, and returns the status that is answered.
   *
   * @throws UnusableInputException where the address cannot be asked, or does not answer
   */
  public int post(String address, Map<String, String> form) throws UnusableInputException {
    HttpPost request = new HttpPost(uri(address));
    List<NameValuePair> fields =
        form.entrySet().stream()
            .<NameValuePair>map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
            .toList();
    request.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
    ScheduledFuture<?> alarm =
        alarms.schedule(request::cancel, WHOLE.toMillis(), TimeUnit.MILLISECONDS);
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      // What is said beside the status may be endless: it is not read, and the connection ends.
      int status = response.getCode();
      request.cancel();
      return status;
    } catch (PublicAddresses.NotPublicException hidden) {
      throw new UnusableInputException(
          hidden.getMessage() + "; private addresses have to be allowed", hidden);
    } catch (IOException failed) {
      throw new UnusableInputException(
          "cannot be asked: " + failed.getClass().getSimpleName(), failed);
    } finally {
      alarm.cancel(false);
    }
  }

  private URI uri(String address) throws UnusableInputException {
    URI uri = WebAddress.of(address);
    if (allowPrivate || uri.getScheme().equalsIgnoreCase("https")) {
      return uri;
    }
    throw new UnusableInputException("not an https address with a host and no password");
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
