package io.wirewatch.why;

import java.time.Instant;

/**
 * Where a record lies.
 *
 * @param takenAt when the broker took it
 */
public record Place(String topic, int partition, long offset, Instant takenAt) {

  /** As in {@code news.alerts 2:4711}. */
  @Override
  public String toString() {
    return topic + " " + partition + ":" + offset;
  }
}
