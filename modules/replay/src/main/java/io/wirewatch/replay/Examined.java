package io.wirewatch.replay;

import io.wirewatch.enrich.story.Sketch;
import io.wirewatch.replay.history.Past;
import io.wirewatch.rules.RuleMatch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record with all that does not depend on the records before it.
 *
 * @param article null where it ends here
 * @param eventMillis to which it moves the time of the alert stage, or {@link #NO_TIME}
 * @param use what is done with its alerts
 * @param matches of the rules that are tried, and of those they are compared with
 * @param sketch of the text where its story has still to be told
 * @param fault why it ends here; null where it does not
 */
record Examined(
    Past past,
    @Nullable DeferredArticle article,
    long eventMillis,
    Scope.Use use,
    List<List<RuleMatch>> matches,
    Optional<Sketch> sketch,
    @Nullable Fault fault) {

  static final long NO_TIME = -1;

  /** Why a record ends, and in which sum. */
  record Fault(ReplaySums.Sum sum, String step, String why) {}

  static Examined ended(Past past, ReplaySums.Sum sum, String step, String why) {
    return new Examined(
        past,
        null,
        NO_TIME,
        Scope.Use.NONE,
        List.of(),
        Optional.empty(),
        new Fault(sum, step, why));
  }

  /** The same record, where it came as far as the alert stage. */
  Examined at(long millis) {
    return new Examined(past, article, millis, use, matches, sketch, fault);
  }

  /** The same record, where its story has to be told. */
  Examined sketched(Optional<Sketch> text) {
    return new Examined(past, article, eventMillis, use, matches, text, fault);
  }
}
