package io.wirewatch.replay.finding;

import io.wirewatch.replay.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the alerts that are shown of each rule. */
final class Examples {
  /* Each has its text and two explanations: of ten thousand rules ten of each are more than a small machine's memory. */
  private static final int MOST = 1_000;
  private static final int MOST_OF_A_RULE = 10;

  private final Workbench bench;
  private final Ledger.Against against;
  private final KeptTexts texts;
  private final Labels labels;

  Examples(Workbench bench, Ledger.Against against, KeptTexts texts, Labels labels) {
    this.bench = bench;
    this.against = against;
    this.texts = texts;
    this.labels = labels;
  }

  /**
   * The rules with the first alerts of each by event time, in the order in which they came. Where
   * there is no room for all, those have them that changed most, or alert most.
   *
   * @param judged what stands before a rule's alerts on the workbench
   */
  List<RuleFinding> added(List<RuleFinding> rules, String judged) {
    Map<String, List<Change>> chosen = new HashMap<>();
    int room = MOST;
    for (RuleFinding rule : rules.stream().sorted(Comparator.comparing(this::weight)).toList()) {
      List<Change> changes = first(rule, judged, Math.min(room, MOST_OF_A_RULE));
      chosen.put(rule.id(), changes);
      room -= changes.size();
      if (room == 0) {
        break;
      }
    }
    return rules.stream()
        .map(rule -> rule.with(chosen.getOrDefault(rule.id(), List.of())))
        .toList();
  }

  private long weight(RuleFinding rule) {
    Compared alerts = rule.alerts();
    return against == Ledger.Against.NOTHING ? -alerts.now() : -alerts.gained() - alerts.lost();
  }

  private List<Change> first(RuleFinding rule, String judged, int most) {
    List<Change> changes = new ArrayList<>();
    Explaining explaining = new Explaining(texts, labels, rule.tried(), rule.other());
    bench.each(
        judged + rule.id() + Ledger.SEPARATOR,
        (key, value) -> {
          Judged alert = Judged.of(value);
          if (against == Ledger.Against.NOTHING) {
            explaining.example(alert).ifPresent(changes::add);
          } else if (alert.verdict() != Verdict.SAME) {
            changes.add(explaining.change(alert));
          }
          return changes.size() < most;
        });
    return changes;
  }
}
