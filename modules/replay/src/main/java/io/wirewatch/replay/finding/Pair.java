package io.wirewatch.replay.finding;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the ledger has of one rule on one article, gathered entry by entry. */
final class Pair {
  private String name = "";
  private @Nullable Kept tried;
  private @Nullable Kept other;
  private boolean takenBack;

  private record Kept(String key, Entry entry) {}

  boolean is(String other) {
    return name.equals(other);
  }

  /**
   * The next pair.
   *
   * @param next article and rule, as they stand in the key
   */
  void begin(String next) {
    name = next;
    tried = null;
    other = null;
    takenBack = false;
  }

  /** The next entry of either side; of each the first alert counts. */
  void add(String key, String place, byte[] value) {
    boolean isAlert = value.length > 0;
    if (place.startsWith(Ledger.TRIED)) {
      takenBack = !isAlert;
      tried = isAlert && tried == null ? new Kept(key, Entry.of(value)) : tried;
    } else if (isAlert && other == null) {
      // That the other side took it back is of no account.
      other = new Kept(key, Entry.of(value));
    }
  }

  /**
   * The alert with its verdict; empty where neither side has one.
   *
   * @param otherGroup gets what was kept of the other side
   */
  Optional<Judged> judged(Function<Entry, String> otherGroup) {
    Kept mine = tried;
    Kept theirs = other;
    Kept either = mine == null ? theirs : mine;
    if (either == null) {
      return Optional.empty();
    }
    Verdict verdict = mine == null ? Verdict.LOST : theirs == null ? Verdict.GAINED : Verdict.SAME;
    return Optional.of(
        new Judged(
            verdict,
            takenBack,
            mine == null ? "" : mine.entry().group(),
            theirs == null ? "" : otherGroup.apply(theirs.entry()),
            either.key(),
            either.entry().facts()));
  }
}
