package io.wirewatch.alert;

import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;

/**
 * The rules that an alert stage runs now. Whoever sets others has compiled them before, so that the
 * stage changes between two articles without a pause. Thread-safe.
 */
public final class RunningRules {
  private volatile ActiveRules active;

  /** Starts with this set. */
  public RunningRules(RuleSet set) {
    this(set, LoadProgress.UNSEEN);
  }

  /** Starts with this set, once it has compiled it. */
  public RunningRules(RuleSet set, LoadProgress progress) {
    active = ActiveRules.of(set, progress);
  }

  /** Hash of the running set. */
  public String hash() {
    return active.hash();
  }

  /** Compiles a set on the caller's thread, then has it run from the next article on. */
  public void change(RuleSet set, LoadProgress progress) {
    active = ActiveRules.of(set, progress);
  }

  ActiveRules now() {
    return active;
  }
}
