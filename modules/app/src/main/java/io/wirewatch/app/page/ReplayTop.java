package io.wirewatch.app.page;

import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.Hour;
import io.wirewatch.replay.finding.Quality;
import io.wirewatch.replay.finding.RuleFinding;
import java.util.List;
import java.util.Locale;

/** What a reader has to know first: how far it went, the numbers, what failed, the remarks. */
final class ReplayTop {
  private final Html html;
  private final ReplayPage.Facts facts;
  private final Findings findings;

  ReplayTop(Html html, ReplayPage.Facts facts, Findings findings) {
    this.html = html;
    this.facts = facts;
    this.findings = findings;
  }

  void write() {
    html.element("h1", "Replay of rules");
    html.element("p", span(), "class", "sums");
    state();
    failures();
    numbers();
    remarks();
  }

  private String span() {
    return facts
        .span()
        .map(
            span ->
                "Articles from %s to %s"
                    .formatted(Words.time(span.first()), Words.time(span.last())))
        .orElse("No article of that time, region and source");
  }

  private void state() {
    if (facts.complete() && !facts.remarks().isEmpty()) {
      html.open("p", "class", "state complete").element("strong", "To the end.");
      html.text(" What is not in these results, or may not be, stands below.").close("p");
    } else if (facts.complete()) {
      html.open("p", "class", "state complete").element("strong", "Complete.");
      html.text(" All of the history that was asked for was replayed.").close("p");
    } else {
      html.open("p", "class", "state partial").element("strong", "PARTIAL.");
      html.text(" Not all of the history was replayed: all numbers here are of a part of it.");
      html.text(" The same command with --resume goes on.").close("p");
    }
  }

  private void failures() {
    if (facts.conditions().isEmpty()) {
      return;
    }
    List<ReplayPage.Condition> failed =
        facts.conditions().stream().filter(ReplayPage.Condition::holds).toList();
    if (failed.isEmpty()) {
      html.open("p", "class", "state complete").element("strong", "Passed.");
      html.text(" Of the conditions of --fail-on none holds:").close("p");
    } else {
      html.open("p", "class", "state partial").element("strong", "FAILED.");
      html.text(" Of the conditions of --fail-on " + failed.size() + " of ");
      html.text(facts.conditions().size() + (failed.size() == 1 ? " holds:" : " hold:")).close("p");
    }
    html.open("ul", "class", "conditions");
    facts.conditions().forEach(this::condition);
    html.close("ul");
  }

  private void condition(ReplayPage.Condition condition) {
    html.open("li").element("code", condition.text());
    html.text(condition.holds() ? " holds, " : " does not hold, ");
    html.text(
            Double.isNaN(condition.value())
                ? "nothing is labelled"
                : "it is " + number(condition.value()))
        .close("li");
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Words.number((long) value) : Words.share(value);
  }

  private void numbers() {
    Compared alerts = findings.alerts();
    RuleFinding.Pages pages = findings.pages();
    html.open("dl", "class", "numbers");
    number("alerts", Words.number(alerts.now()), before(alerts.before()));
    if (facts.compares()) {
      number("gained", Words.more(alerts.gained()), "only of the rules that are tried");
      number("lost", Words.fewer(alerts.lost()), "only of the other side");
      number("same", Words.number(alerts.same()), "of both");
    }
    number("pages after suppression", Words.number(pages.now()), before(pages.before()));
    facts.span().ifPresent(span -> aDay(alerts, pages, span.days()));
    Hour hour = findings.busiest();
    if (hour != null) {
      number(
          "in the busiest hour", Words.number(hour.alerts()), "from " + Words.time(hour.begin()));
    }
    Quality quality = findings.quality();
    if (!quality.isEmpty()) {
      number(
          "precision",
          Words.share(quality.precision()),
          "%,d right, %,d wrong".formatted(quality.right(), quality.wrong()));
      number("recall", Words.share(quality.recall()), Words.number(quality.missed()) + " missed");
    }
    html.close("dl");
  }

  private void aDay(Compared alerts, RuleFinding.Pages pages, double days) {
    number(
        "alerts a day",
        String.format(Locale.ROOT, "%,.1f", alerts.now() / days),
        String.format(Locale.ROOT, "%,.1f pages a day", pages.now() / days));
  }

  private String before(long before) {
    return facts.compares() ? Words.number(before) + " on the other side" : "";
  }

  private void number(String name, String number, String more) {
    html.open("div").element("dt", name).open("dd").element("b", number);
    if (!more.isEmpty()) {
      html.text(" ").element("small", more);
    }
    html.close("dd").close("div");
  }

  private void remarks() {
    if (!facts.remarks().isEmpty()) {
      html.open("div", "class", "left-out").element("strong", "Mind:").open("ul");
      facts.remarks().forEach(remark -> html.open("li").element("bdi", remark).close("li"));
      html.close("ul").close("div");
    }
  }
}
