package io.wirewatch.replay;

import io.wirewatch.alert.ActiveRules;
import io.wirewatch.replay.history.Past;

/** Which rules run when. Thread-safe. */
@FunctionalInterface
public interface RuleTimeline {
  /** The rules that are asked of that record. */
  ActiveRules at(Past record);

  /** The same rules from the beginning to the end. */
  static RuleTimeline always(ActiveRules rules) {
    return record -> rules;
  }
}
