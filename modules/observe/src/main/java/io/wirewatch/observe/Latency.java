package io.wirewatch.observe;

import java.util.Locale;

/** The parts of an article's way whose time is measured. All begin where ingest publishes it. */
public enum Latency {
  /** Until the enriched article is acknowledged. */
  RAW_TO_ENRICHED,
  /** Until an alert on {@code news.alerts} is acknowledged. */
  RAW_TO_ALERT,
  /** Until a target has taken the alert. */
  RAW_TO_DELIVERED;

  /** Its word in labels. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
