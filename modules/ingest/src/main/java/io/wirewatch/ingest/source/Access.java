package io.wirewatch.ingest.source;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is sent along with each request to a source. Its text names no value: headers hold secrets.
 *
 * @param headers sent to the origin of the source's own address only, never to where it redirects
 * @param proxy {@code http://host:port}; null to ask directly
 */
public record Access(Map<String, String> headers, @Nullable URI proxy) {

  /** Nothing is sent, and nobody asked on the way. */
  public static final Access PLAIN = new Access(Map.of(), null);

  /** Headers in any order. */
  public Access {
    headers = Map.copyOf(headers);
  }

  @Override
  public String toString() {
    return "Access[headers=" + headers.keySet() + ", proxy=" + (proxy != null) + "]";
  }
}
