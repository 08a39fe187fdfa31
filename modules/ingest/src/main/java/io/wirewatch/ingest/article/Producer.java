package io.wirewatch.ingest.article;

import java.util.Locale;

/** The producers. */
public enum Producer {
  PAGE,
  FEED,
  JSONL,
  HTTP;

  /** Its name on the command line, in {@code feed} and in {@code step}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
