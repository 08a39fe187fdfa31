package io.wirewatch.why;

/** The steps of an article's way, in their order. */
public enum Step {
  /** A producer read it: {@code news.articles.raw}. */
  READ,
  /** Found out what it is about: {@code news.articles.enriched}. */
  ENRICHED,
  /** The rules were asked. */
  ASKED,
  /** A rule matched: {@code news.alerts}. */
  ALERTED,
  /** Its alert belongs to an incident: {@code news.incidents}. */
  GROUPED,
  /** Somebody was told, or it was held back: {@code news.deliveries}. */
  DELIVERED
}
