package io.wirewatch.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.contract.AlertJson;
import io.wirewatch.replay.ReplaySums;
import io.wirewatch.replay.finding.Change;
import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.Hour;
import io.wirewatch.replay.finding.Quality;
import io.wirewatch.replay.finding.RuleFinding;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.authoring.Explanation;
import io.wirewatch.why.ExplanationJson;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A replay's results as JSON: {@code report.json}, and the lines of {@code changes.jsonl}. */
final class ReplayJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ReplayJson() {}

  static ObjectNode report(ReplayReport report) {
    Findings findings = report.findings();
    ObjectNode node =
        JSON.objectNode().put("complete", report.complete()).put("command", report.command());
    node.set("plan", report.plan());
    node.set("records", records(report.sums()));
    ArrayNode remarks = node.putArray("remarks");
    report.remarks().forEach(remarks::add);
    ObjectNode total = numbers(findings.alerts(), findings.pages());
    busiest(total, findings.busiest());
    quality(total, findings.quality());
    node.set("alerts", total);
    node.set("days", days(findings.days()));
    node.set("countries", compared(findings.countries()));
    node.set("sources", compared(findings.sources()));
    node.set("regions", regions(findings));
    ArrayNode rules = node.putArray("rules");
    findings.rules().forEach(rule -> rules.add(rule(rule)));
    ArrayNode conditions = node.putArray("conditions");
    report
        .conditions()
        .forEach(
            condition ->
                conditions
                    .addObject()
                    .put("condition", condition.text())
                    .put("value", condition.value(findings))
                    .put("holds", condition.holds(findings)));
    return node;
  }

  /** An alert that is gained or lost, with its article and why. */
  static ObjectNode change(Change change) {
    ObjectNode node =
        JSON.objectNode().put("verdict", change.verdict().name().toLowerCase(Locale.ROOT));
    node.set("alert", AlertJson.node(change.alert()));
    EnrichedArticle article = change.article();
    if (article != null) {
      node.putObject("text")
          .put("headline", article.getArticle().getHeadline())
          .put("body", article.getArticle().getBody());
    }
    ObjectNode why = node.putObject("why");
    explain(why, "now", change.now());
    explain(why, "before", change.before());
    if (change.label() != null) {
      node.put("relevant", change.label());
    }
    return node;
  }

  private static void explain(ObjectNode why, String name, @Nullable Explanation explanation) {
    if (explanation != null) {
      why.set(name, ExplanationJson.node(explanation));
    }
  }

  private static ObjectNode records(ReplaySums sums) {
    ObjectNode node = JSON.objectNode();
    for (ReplaySums.Sum sum : ReplaySums.Sum.values()) {
      node.put(sum.label(), sums.of(sum));
    }
    sums.span()
        .ifPresent(
            span -> node.put("first", span.first().toString()).put("last", span.last().toString()));
    return node;
  }

  private static ObjectNode rule(RuleFinding found) {
    ObjectNode node = JSON.objectNode().put("rule", found.id());
    Rule rule = found.rule();
    if (rule != null) {
      node.put("title", rule.title())
          .put("severity", rule.severity().name().toLowerCase(Locale.ROOT));
    }
    version(node, "version", found.tried());
    version(node, "versionBefore", found.other());
    node.setAll(numbers(found.alerts(), found.pages()));
    node.put("takenBack", found.takenBack());
    busiest(node, found.busiest());
    quality(node, found.quality());
    node.set("days", days(found.days()));
    node.set("countries", compared(found.regions()));
    node.set("sources", compared(found.sources()));
    ArrayNode examples = node.putArray("examples");
    found.examples().forEach(example -> examples.add(change(example)));
    return node;
  }

  private static void version(ObjectNode node, String name, @Nullable Rule rule) {
    if (rule != null) {
      node.put(name, rule.version());
    }
  }

  private static ObjectNode numbers(Compared alerts, RuleFinding.Pages pages) {
    return ((ObjectNode) compared(alerts))
        .put("now", alerts.now())
        .put("before", alerts.before())
        .put("pages", pages.now())
        .put("pagesBefore", pages.before());
  }

  private static void busiest(ObjectNode node, @Nullable Hour hour) {
    if (hour != null) {
      node.putObject("busiestHour")
          .put("begin", hour.begin().toString())
          .put("alerts", hour.alerts());
    }
  }

  private static void quality(ObjectNode node, Quality quality) {
    if (!quality.isEmpty()) {
      ObjectNode labelled =
          node.putObject("labelled")
              .put("right", quality.right())
              .put("wrong", quality.wrong())
              .put("missed", quality.missed());
      put(labelled, "precision", quality.precision());
      put(labelled, "recall", quality.recall());
    }
  }

  private static void put(ObjectNode node, String name, double share) {
    if (!Double.isNaN(share)) {
      node.put(name, share);
    }
  }

  private static JsonNode compared(Compared compared) {
    return JSON.objectNode()
        .put("gained", compared.gained())
        .put("lost", compared.lost())
        .put("same", compared.same());
  }

  private static ObjectNode compared(SortedMap<String, Compared> parts) {
    ObjectNode node = JSON.objectNode();
    parts.forEach((name, part) -> node.set(name.isEmpty() ? "none" : name, compared(part)));
    return node;
  }

  private static ArrayNode days(SortedMap<LocalDate, Compared> days) {
    ArrayNode node = JSON.arrayNode();
    for (Map.Entry<LocalDate, Compared> day : days.entrySet()) {
      node.addObject()
          .put("day", day.getKey().toString())
          .setAll((ObjectNode) compared(day.getValue()));
    }
    return node;
  }

  private static ArrayNode regions(Findings findings) {
    ArrayNode node = JSON.arrayNode();
    findings
        .regions()
        .forEach(
            found ->
                node.addObject()
                    .put("code", found.region().getCode())
                    .put("name", found.region().getName())
                    .put("country", found.region().getCountry())
                    .put("lat", found.region().getLat())
                    .put("lon", found.region().getLon())
                    .setAll((ObjectNode) compared(found.alerts())));
    return node;
  }
}
