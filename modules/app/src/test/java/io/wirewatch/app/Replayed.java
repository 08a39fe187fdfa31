package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Field;
import io.wirewatch.Match;
import io.wirewatch.RawArticle;
import io.wirewatch.Severity;
import io.wirewatch.contract.AlertJson;
import io.wirewatch.replay.finding.Change;
import io.wirewatch.replay.finding.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An alert of a replay, written as a replay writes it. */
final class Replayed {
  private static final Instant TIME = Instant.parse("2026-01-01T08:00:00Z");

  private final String rule;
  private final String article;
  private String headline = "Gate opens";
  private String body = "";
  private String word = "";
  private AlertStatus status = AlertStatus.NEW;

  private Replayed(String rule, String article) {
    this.rule = rule;
    this.article = article;
  }

  static Replayed alert(String rule, String article) {
    return new Replayed(rule, article);
  }

  Replayed saying(String newHeadline, String newBody) {
    headline = newHeadline;
    body = newBody;
    return this;
  }

  /** Matched by a word wherever it stands. */
  Replayed by(String newWord) {
    word = newWord;
    return this;
  }

  Replayed retracted() {
    status = AlertStatus.RETRACTED;
    return this;
  }

  /** A line of alerts.jsonl. */
  String line() {
    return AlertJson.line(alert());
  }

  /** A line of changes.jsonl. */
  String change(Verdict verdict) {
    RawArticle raw =
        RawArticle.newBuilder()
            .setId(article)
            .setSource("Rafidain Wire")
            .setHeadline(headline)
            .setBody(body)
            .setObservedAt(TIME)
            .setFeed("page:test")
            .build();
    EnrichedArticle enriched = new EnrichedArticle(raw, 1, "en", List.of(), List.of(), null, null);
    return ReplayJson.change(new Change(verdict, alert(), enriched, null, null, null)).toString();
  }

  private Alert alert() {
    List<Match> matches = new ArrayList<>(matches(Field.HEADLINE, headline));
    matches.addAll(matches(Field.BODY, body));
    return Alert.newBuilder()
        .setId(rule + article)
        .setStatus(status)
        .setRule(rule)
        .setRuleVersion("1")
        .setRuleSet("1")
        .setSeverity(Severity.HIGH)
        .setArticle(article)
        .setRevision(1)
        .setHeadline(headline)
        .setSource("Rafidain Wire")
        .setUrl("https://wire.example.org/" + article)
        .setLanguage("en")
        .setPublishedAt(TIME)
        .setObservedAt(TIME)
        .setEventTime(TIME)
        .setRegions(List.of())
        .setMatches(matches)
        .build();
  }

  private List<Match> matches(Field field, String text) {
    List<Match> matches = new ArrayList<>();
    for (int at = text.indexOf(word); !word.isEmpty() && at >= 0; at = text.indexOf(word, at + 1)) {
      matches.add(new Match(field, at, at + word.length(), word, "stem of " + word));
    }
    return matches;
  }
}
