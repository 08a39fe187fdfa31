package io.wirewatch.ingest.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/** What an address answered, whatever its status; not followed where it redirects. */
public final class WebAnswer {
  private final URI address;
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private @Nullable Charset charset;

  /**
   * An answer.
   *
   * @param headers by their names in lower case
   * @param body the content of an answer that succeeded (2xx); of others empty
   */
  public WebAnswer(URI address, int status, Map<String, String> headers, byte[] body) {
    this.address = address;
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /**
   * What a hub brought of an address, as if that had answered.
   *
   * @param contentType as the hub said it; empty where it did not
   */
  public static WebAnswer brought(URI address, String contentType, byte[] body) {
    return new WebAnswer(address, 200, Map.of(), body)
        .in(
            Optional.ofNullable(ContentType.parseLenient(contentType))
                .map(ContentType::getCharset)
                .orElse(null));
  }

  WebAnswer in(@Nullable Charset declared) {
    charset = declared;
    return this;
  }

  /** The address that answered. */
  public URI address() {
    return address;
  }

  /** The status: 200, 304, … */
  public int status() {
    return status;
  }

  /** A header by its name; several of one name are joined by commas. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Where it redirects to; empty where it does not. */
  public Optional<String> redirect() {
    return status >= 301 && status <= 308 && status != 304 ? header("location") : Optional.empty();
  }

  /** The content, from its beginning. */
  public InputStream content() {
    return new ByteArrayInputStream(body);
  }

  /** A copy of the content. */
  public byte[] body() {
    return body.clone();
  }

  /** The encoding that the answer declared. */
  public @Nullable Charset charset() {
    return charset;
  }
}
