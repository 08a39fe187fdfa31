package io.wirewatch.replay.finding;

import io.wirewatch.Alert;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the ledger has of one rule on one article, gathered entry by entry. */
final class Pair {
  private String article = "";
  private String rule = "";
  private @Nullable Entry tried;
  private @Nullable Entry other;
  private boolean takenBack;

  boolean is(String otherArticle, String otherRule) {
    return article.equals(otherArticle) && rule.equals(otherRule);
  }

  void begin(String nextArticle, String nextRule) {
    article = nextArticle;
    rule = nextRule;
    tried = null;
    other = null;
    takenBack = false;
  }

  void add(String side, byte[] value) {
    switch (side) {
      case Ledger.TRIED -> tried = Entry.of(value);
      case Ledger.OTHER -> other = Entry.of(value);
      case Ledger.TRIED + Ledger.TAKEN_BACK -> takenBack = true;
      default -> {
        // That the other side took it back is of no account.
      }
    }
  }

  private boolean isEmpty() {
    return tried == null && other == null;
  }

  /** The bytes of the alert, of the side that is tried where it has one. */
  byte[] alert() {
    return Objects.requireNonNull(tried == null ? other : tried, "neither side has one").alert();
  }

  /**
   * The alert with its verdict; empty where neither side has one.
   *
   * @param otherGroup gets the group that was kept of the other side
   */
  Optional<Judged> judged(
      Function<byte[], Alert> form, BiFunction<String, Alert, String> otherGroup) {
    if (isEmpty()) {
      return Optional.empty();
    }
    Entry mine = tried;
    Entry theirs = other;
    Alert alert = form.apply(alert());
    Verdict verdict = mine == null ? Verdict.LOST : theirs == null ? Verdict.GAINED : Verdict.SAME;
    return Optional.of(
        new Judged(
            verdict,
            takenBack,
            mine == null ? "" : mine.group(),
            theirs == null ? "" : otherGroup.apply(theirs.group(), form.apply(theirs.alert())),
            alert));
  }
}
