package io.wirewatch.why;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Delivery;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.DeliveryState;
import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.FailedDelivery;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.MessageKind;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.Severity;
import io.wirewatch.Silence;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.rules.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records of one article's way. */
final class Samples {
  static final String ARTICLE = "a1";
  static final Instant TIME = Instant.parse("2026-01-01T08:00:00Z");
  static final Groups GROUPS = new Groups("enrich", "incidents", "dispatch");

  private Samples() {}

  static RawArticle article(String id, String body) {
    return RawArticle.newBuilder()
        .setId(id)
        .setSource("Basin News")
        .setUrl("https://basin.example/gate")
        .setHeadline("Gate at the border")
        .setBody(body)
        .setPublishedAt(TIME)
        .setObservedAt(TIME)
        .setFeed("jsonl:test")
        .build();
  }

  static EnrichedArticle enriched(RawArticle article, int revision) {
    return new EnrichedArticle(
        article, revision, "en", List.of(), List.of(), article.getId(), null);
  }

  static Alert alert(String article, String rule) {
    return Alert.newBuilder()
        .setId(Fingerprint.of(rule, article))
        .setStatus(AlertStatus.NEW)
        .setRule(rule)
        .setRuleVersion("v")
        .setRuleSet("s")
        .setSeverity(Severity.HIGH)
        .setArticle(article)
        .setRevision(1)
        .setHeadline("Gate at the border")
        .setSource("Basin News")
        .setLanguage("en")
        .setObservedAt(TIME)
        .setEventTime(TIME)
        .setRegions(List.of())
        .setMatches(List.of())
        .build();
  }

  static Incident incident(Alert alert) {
    return Incident.newBuilder()
        .setId(alert.getId())
        .setRevision(1)
        .setChange(IncidentChange.OPENED)
        .setAlert(alert)
        .setBecause("nothing like it was there")
        .setNews(List.of())
        .setStanding(1)
        .setSeverity(alert.getSeverity())
        .setRules(List.of(alert.getRule()))
        .setSources(List.of())
        .setLanguages(List.of())
        .setRegions(List.of())
        .setActors(List.of())
        .setFirstEventTime(TIME)
        .setLastEventTime(TIME)
        .build();
  }

  static Delivery attempt(String target, Alert alert, DeliveryOutcome outcome) {
    return Delivery.newBuilder()
        .setTarget(target)
        .setGroup("g")
        .setMessage(alert.getId())
        .setOutcome(outcome)
        .setAttempt(outcome == DeliveryOutcome.SILENCED ? 0 : 1)
        .setAt(TIME)
        .setTookMillis(12)
        .setAnswer(outcome == DeliveryOutcome.SILENCED ? "silence/s1" : "200 OK")
        .setKind(MessageKind.FIRST)
        .setAlerts(List.of(alert.getId()))
        .setIncidents(List.of(alert.getId()))
        .build();
  }

  static DeliveryState waiting(String target, List<Long> offsets) {
    return DeliveryState.newBuilder()
        .setTarget(target)
        .setGroup("g")
        .setLabels(Map.of())
        .setTold(List.of())
        .setWaiting(offsets)
        .setLastOffset(-1)
        .setEventTime(TIME)
        .build();
  }

  static FailedDelivery failed(String target, Alert alert) {
    return FailedDelivery.newBuilder()
        .setTarget(target)
        .setGroup("g")
        .setLabels(Map.of())
        .setMessage(alert.getId())
        .setKind(MessageKind.FIRST)
        .setIncidents(List.of(incident(alert)))
        .setMadeAt(TIME)
        .setAttempts(3)
        .setReason("503")
        .setAt(TIME)
        .build();
  }

  static DeskEntry entry(String id, DeskKind kind, @Nullable String incident) {
    Silence silence =
        kind == DeskKind.SILENCE
            ? new Silence(List.of("rule=\"border\""), TIME, TIME, null, false)
            : null;
    return new DeskEntry(id, kind, incident, "Ali", TIME, "planned works", silence);
  }

  static Rejection rejection(RawArticle article, long offset) {
    return Rejection.newBuilder()
        .setStep("enrich-check")
        .setReason("it has no text")
        .setTopic("news.articles.raw")
        .setPartition(0)
        .setOffset(offset)
        .setObservedAt(TIME)
        .setArticle(article)
        .build();
  }

  static Rejection edgeRejection(String content) {
    return Rejection.newBuilder()
        .setStep("ingest-page")
        .setReason("only a headline")
        .setInput("page.txt")
        .setObservedAt(TIME)
        .setContent(content)
        .build();
  }

  static <V> Found<V> at(String topic, long offset, V value) {
    return new Found<>(new Place(topic, 0, offset, TIME), ARTICLE, value);
  }

  static Question question(String article, RuleSet rules) {
    return Question.about(article, new Question.Rules(() -> rules, "the test's rules", false));
  }

  static Question question(Optional<String> rule, Optional<String> target) {
    return new Question(
        ARTICLE,
        List.of(),
        Instant.EPOCH,
        rule,
        target,
        new Question.Rules(
            () -> {
              throw new AssertionError("nobody needs rules here");
            },
            "none",
            false));
  }
}
