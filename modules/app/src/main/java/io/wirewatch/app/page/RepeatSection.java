package io.wirewatch.app.page;

import io.wirewatch.app.page.Table.Column;
import java.util.List;

/** What somebody needs to run the same replay again. */
final class RepeatSection {
  private final Html html;
  private final ReplayPage.Facts facts;

  RepeatSection(Html html, ReplayPage.Facts facts) {
    this.html = html;
    this.facts = facts;
  }

  void write() {
    html.open("section", "class", "repeat").element("h2", "To run it again");
    html.open("pre").element("code", facts.command()).close("pre");
    hint("observedAt", "--observed-at", "Articles that do not say when they were read");
    html.element("h3", "What was replayed");
    Table plan = new Table(html, List.of(Column.words("What"), Column.words("Value")));
    facts.plan().forEach((name, value) -> plan.row(name(name), List.of(value)));
    plan.end();
    html.element("h3", "What became of the records");
    Table sums = new Table(html, List.of(Column.words("Records"), Column.numbers("Number")));
    facts.sums().forEach((name, sum) -> sums.row(name, List.of(Words.number(sum))));
    sums.end();
    html.close("section");
  }

  /** What was not typed but chosen by this run has to be typed the next time. */
  private void hint(String name, String option, String what) {
    String value = facts.plan().get(name);
    if (value != null && !facts.command().contains(option)) {
      html.open("p").text(what + " have the time of this run; for the same results add ");
      html.element("code", option + " " + value).text(".").close("p");
    }
  }

  private static String name(String name) {
    return switch (name) {
      case "rules" -> "hash of the rule set that is tried";
      case "against" -> "other side: hash of its rule set, or live";
      case "from" -> "event time from";
      case "to" -> "event time before";
      case "warmUpDays" -> "days of warm-up before";
      case "regions" -> "only regions";
      case "sources" -> "only sources";
      case "source" -> "read as";
      case "input" -> "files";
      case "observedAt" -> "read at, where files do not say";
      case "topicId" -> "the cluster's id of the topic";
      case "offsets" -> "offsets by partition: first, and the one behind the last";
      default -> name;
    };
  }
}
