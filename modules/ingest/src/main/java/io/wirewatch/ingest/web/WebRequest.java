package io.wirewatch.ingest.web;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request. Its text names no value of a header, which may be a secret.
 *
 * @param address what is asked for
 * @param headers sent along
 * @param proxy {@code http://host:port}; null to ask directly
 */
public record WebRequest(URI address, Map<String, String> headers, @Nullable URI proxy) {
  @Override
  public String toString() {
    return "WebRequest[" + Fetcher.told(address.toString()) + " " + headers.keySet() + "]";
  }
}
