package io.wirewatch.app;

import io.wirewatch.alert.ActiveRules;
import io.wirewatch.replay.RuleTimeline;
import io.wirewatch.replay.finding.Comparison;
import io.wirewatch.replay.finding.Ledger;
import io.wirewatch.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay compares.
 *
 * @param rules those that are tried
 * @param other null where they are compared with nothing, or with what was live
 */
record ReplaySides(RuleSet rules, @Nullable RuleSet other, Ledger.Against against) {

  /** What the options ask for. */
  static ReplaySides of(RuleSet rules, ReplayOptions options) {
    if (options.isAgainstLive()) {
      return new ReplaySides(rules, null, Ledger.Against.LIVE);
    }
    RuleSet other = options.otherRules().map(RulesOption::load).orElse(null);
    return new ReplaySides(
        rules, other, other == null ? Ledger.Against.NOTHING : Ledger.Against.RULES);
  }

  /** Whether there is another side. */
  boolean compares() {
    return against != Ledger.Against.NOTHING;
  }

  /** Whether a side may have alerts of that rule; of what was live the rules are not known. */
  boolean mayHave(String rule) {
    return against == Ledger.Against.LIVE
        || has(rules, rule)
        || (other != null && has(other, rule));
  }

  private static boolean has(RuleSet set, String rule) {
    return set.rules().stream().anyMatch(one -> one.id().equals(rule));
  }

  /** The other side as a plan names it: a rule set's hash, {@code live}, or nothing. */
  String otherName() {
    if (other != null) {
      return other.hash();
    }
    return against == Ledger.Against.LIVE ? "live" : "";
  }

  /** The rule sets that run over history. */
  List<RuleTimeline> timelines() {
    List<RuleTimeline> timelines = new ArrayList<>();
    timelines.add(timeline(rules));
    if (other != null) {
      timelines.add(timeline(other));
    }
    return timelines;
  }

  /** The same for who compares. */
  Comparison.Sides compared() {
    return new Comparison.Sides(rules, other, against);
  }

  private static RuleTimeline timeline(RuleSet set) {
    try (RuleProgress progress = RuleProgress.show()) {
      return RuleTimeline.always(ActiveRules.of(set, progress));
    }
  }
}
