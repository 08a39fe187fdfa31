package io.wirewatch.ingest.web;

import java.time.Duration;

/**
 * How long a fetch may take.
 *
 * @param connect until a host answers
 * @param whole with all redirects and the whole content
 */
record FetchLimits(Duration connect, Duration whole) {
  static final FetchLimits USUAL = new FetchLimits(Duration.ofSeconds(10), Duration.ofSeconds(30));
}
