package io.wirewatch.ingest.source;

import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.web.Fetcher;
import java.net.URI;
import java.util.Optional;

/**
 * One source that is polled.
 *
 * @param name unique in its file; the key of its state
 * @param address where its list of articles, its feed, its page is
 * @param kind what it serves; empty where that is found from the content
 * @param labels what its file says of it
 * @param bounds how often it may be polled
 * @param access what is sent along
 */
public record Source(
    String name,
    URI address,
    Optional<InputKind> kind,
    Labels labels,
    PollBounds bounds,
    Access access) {

  /** Its address as it may be shown: without name and password. */
  public String told() {
    return Fetcher.told(address.toString());
  }
}
