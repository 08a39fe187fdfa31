package io.wirewatch.replay;

import io.wirewatch.Alert;
import io.wirewatch.AlertedArticle;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.alert.ActiveRules;
import io.wirewatch.alert.StandingAlerts;
import io.wirewatch.replay.history.Past;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.Suppress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the rule sets that are compared, with its own memory. */
final class Arm {
  private final RuleTimeline rules;
  private final String prefix;
  private final Workbench bench;
  private final Duration memory;
  private final RecordBytes<AlertedArticle> form = RecordBytes.of(AlertedArticle.class);
  private final Map<Integer, StandingAlerts> standing = new HashMap<>();
  private final Map<String, Optional<Suppress>> suppressing = new HashMap<>();

  /** An arm whose memory is under that prefix. */
  Arm(RuleTimeline rules, String prefix, Workbench bench, Duration memory) {
    this.rules = rules;
    this.prefix = prefix;
    this.bench = bench;
    this.memory = memory;
  }

  /**
   * The rules that hold for an article, which is read in full where words do; any thread may ask.
   */
  List<RuleMatch> match(Past record, DeferredArticle article) {
    return rules.at(record).match(article.known(), article::whole);
  }

  /** Whether alerts on earlier texts of an article stand. */
  boolean stands(Past record, String article, long streamTimeMillis) {
    return standing(record.partition()).stands(article, streamTimeMillis);
  }

  /** The alerts that an article makes or takes back; asked in the order of the partition. */
  List<Alert> change(
      Past record, EnrichedArticle article, List<RuleMatch> matches, long streamTimeMillis) {
    ActiveRules active = rules.at(record);
    List<Alert> alerts =
        standing(record.partition()).change(article, active, matches, streamTimeMillis);
    if (!alerts.isEmpty()) {
      matches.forEach(
          match ->
              suppressing.computeIfAbsent(
                  match.ruleId(), id -> Optional.ofNullable(match.rule().suppress())));
    }
    return alerts;
  }

  /** How a rule that has alerted is suppressed; empty where it is not. */
  Optional<Suppress> suppress(String rule) {
    return suppressing.getOrDefault(rule, Optional.empty());
  }

  private StandingAlerts standing(int partition) {
    return standing.computeIfAbsent(
        partition,
        none -> new StandingAlerts(bench.memory(prefix + partition + "/", form), memory));
  }
}
