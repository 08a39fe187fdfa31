package io.wirewatch.enrich;

import io.wirewatch.RawArticle;
import io.wirewatch.SeenArticle;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.stage.Memory;
import io.wirewatch.stage.Recollection;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Knows an article whose text was there before, and numbers the texts of one article. */
public final class Revisions {
  private final Recollection<SeenArticle> seen;

  /** Remembers there, for so long in stream time. */
  public Revisions(Memory<SeenArticle> memory, Duration span) {
    this.seen = new Recollection<>(memory, span);
  }

  /**
   * The number of an article's text, 1 for its first; empty where it is a copy of the last one.
   *
   * @param text as {@link #text} says it
   */
  public OptionalInt number(String article, String text, long streamTimeMillis) {
    Optional<SeenArticle> before = seen.recall(article, streamTimeMillis);
    if (before.filter(known -> known.getText().equals(text)).isPresent()) {
      return OptionalInt.empty();
    }
    int revision = before.map(SeenArticle::getRevision).orElse(0) + 1;
    seen.remember(article, new SeenArticle(text, revision), streamTimeMillis);
    return OptionalInt.of(revision);
  }

  /** What two articles of one text have in common. */
  public static String text(RawArticle article) {
    return Fingerprint.of(
        Fingerprint.folded(article.getHeadline()), Fingerprint.folded(article.getBody()));
  }
}
