package io.wirewatch.app.page;

import io.wirewatch.replay.finding.Change;
import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.RuleFinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts that are gained and lost, or examples of alerts where nothing is compared. */
final class ChangeSection {
  private static final int MOST_CHANGES = 500;

  private final Html html;
  private final ReplayPage.Facts facts;
  private final List<OfRule> shown = new ArrayList<>();
  private final Map<String, String> anchors = new HashMap<>();
  private final Compared alerts;

  /** What is shown of a rule. */
  private record OfRule(RuleFinding rule, List<Change> changes, String anchor) {}

  /**
   * A section.
   *
   * @param rules as they shall stand; where there is no room for all, the first are shown
   */
  ChangeSection(Html html, ReplayPage.Facts facts, List<RuleFinding> rules) {
    this.html = html;
    this.facts = facts;
    this.alerts = rules.stream().map(RuleFinding::alerts).reduce(Compared.NONE, Compared::plus);
    int room = MOST_CHANGES;
    for (RuleFinding rule : rules) {
      List<Change> changes = rule.examples().subList(0, Math.min(room, rule.examples().size()));
      if (!changes.isEmpty()) {
        String anchor = "rule-" + (shown.size() + 1);
        shown.add(new OfRule(rule, changes, anchor));
        anchors.put(rule.id(), anchor);
      }
      room -= changes.size();
    }
  }

  /** Where on the page alerts of a rule are; empty where none are. */
  Optional<String> anchor(RuleFinding rule) {
    return Optional.ofNullable(anchors.get(rule.id()));
  }

  void write() {
    html.open("section", "class", "changes");
    html.element("h2", facts.compares() ? "Gained and lost alerts" : "Examples of alerts");
    leftOut();
    shown.forEach(this::rule);
    html.close("section");
  }

  private void leftOut() {
    long all = facts.compares() ? alerts.gained() + alerts.lost() : alerts.now();
    long here = shown.stream().mapToLong(of -> of.changes.size()).sum();
    if (all == 0) {
      html.element("p", facts.compares() ? "No alert is gained or lost." : "No rule alerts.");
    } else if (here < all) {
      html.element(
          "p",
          "Shown: %s of %,d, the first of each rule; left out: %,d. %s has all of them."
              .formatted(
                  Words.number(here),
                  all,
                  all - here,
                  facts.compares() ? "changes.jsonl" : "alerts.jsonl"),
          "class",
          "left-out");
    }
  }

  private void rule(OfRule of) {
    RuleFinding rule = of.rule;
    html.open("h3", "id", of.anchor).element("bdi", rule.id()).text(" ");
    html.element(
            "small",
            facts.compares()
                ? Words.compared(rule.alerts())
                : Words.count(rule.alerts().now(), "alert"))
        .close("h3");
    ChangeCard card = new ChangeCard(html, facts, rule);
    of.changes.forEach(card::write);
  }
}
