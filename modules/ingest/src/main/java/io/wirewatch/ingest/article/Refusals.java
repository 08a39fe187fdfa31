package io.wirewatch.ingest.article;

import io.wirewatch.Rejection;

/** Refusals at the edge, where nothing was published yet. */
public final class Refusals {
  private static final int MOST_CHARS = 1024 * 1024;

  private Refusals() {}

  /** A piece of an input that cannot be used; its content is cut at 1 Mi UTF-16 code units. */
  public static Reading.Refused of(
      ReadingContext context, Producer producer, String reason, String content) {
    return new Reading.Refused(rejection(context, producer, reason, content).build());
  }

  /** The same, of one line; the first is 1. */
  public static Reading.Refused ofLine(
      ReadingContext context, int line, String reason, String content) {
    return new Reading.Refused(
        rejection(context, Producer.JSONL, reason, content).setLine(line).build());
  }

  private static Rejection.Builder rejection(
      ReadingContext context, Producer producer, String reason, String content) {
    return Rejection.newBuilder()
        .setStep("ingest-" + producer.word())
        .setReason(reason)
        .setInput(context.input())
        .setObservedAt(context.observedAt())
        .setContent(cut(content));
  }

  /** What a rejection holds of a content. */
  public static String cut(String content) {
    return PlainText.cut(content, MOST_CHARS);
  }
}
