package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Delivery;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.DeliveryState;
import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.EntityType;
import io.wirewatch.FailedDelivery;
import io.wirewatch.Field;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.MessageKind;
import io.wirewatch.OpenMessage;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import io.wirewatch.Silence;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.authoring.Explanation;
import io.wirewatch.rules.authoring.RuleExplainer;
import io.wirewatch.why.Found;
import io.wirewatch.why.Missing;
import io.wirewatch.why.Place;
import io.wirewatch.why.Refusal;
import io.wirewatch.why.Step;
import io.wirewatch.why.Told;
import io.wirewatch.why.Trail;
import io.wirewatch.why.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The trail of an article to which everything has happened. */
final class Trails {
  /** What no terminal is to be sent. */
  static final String EVIL = "\u001b[2J\u202eevil\u0007";

  private static final Instant TIME = Instant.parse("2026-01-01T08:00:00.123Z");
  private static final String RULES =
      """
      version: 1
      rules:
        - {id: border, when: حدود, suppress: {by: [region], window: 1h, max: 3}}
        - {id: both, when: {all: [حدود, فيضان]}}
      """;

  private Trails() {}

  static Trail aTrail(String headline) {
    RawArticle article = article(headline);
    List<Explanation> explained = explained();
    return new Trail(
        "a1",
        List.of(at("news.articles.raw", 1, article), at("news.articles.raw", 2, article)),
        List.of(
            at(
                "news.articles.rejected",
                0,
                new Refusal("enrich-check", "dated ahead", "news.articles.raw 0:0"))),
        List.of(at("news.articles.enriched", 1, enriched(article))),
        new Verdict(
            "5e7",
            "the published set",
            2,
            2,
            explained.subList(0, 1),
            explained.subList(1, 2),
            List.of()),
        List.of(at("news.alerts", 3, alert())),
        told(),
        List.of(new Missing(Step.DELIVERED, "nothing was told to pager")));
  }

  private static List<Explanation> explained() {
    Article article =
        new Article("a1", "حدود مفتوحة", "عند حدود", "ar", "Basin News", Set.of("IQ"), Set.of());
    try {
      return RuleSet.ofDefinitions(List.of(RULES), LoadProgress.UNSEEN).rules().stream()
          .map((Rule rule) -> RuleExplainer.explain(rule, article))
          .toList();
    } catch (RuleProblems broken) {
      throw new AssertionError(broken);
    }
  }

  private static <V> Found<V> at(String topic, long offset, V value) {
    return new Found<>(new Place(topic, 0, offset, TIME), "a1", value);
  }

  private static RawArticle article(String headline) {
    return RawArticle.newBuilder()
        .setId("a1")
        .setSource("Basin News")
        .setUrl("https://basin.example/gate")
        .setHeadline(headline)
        .setBody("عند حدود")
        .setPublishedAt(TIME)
        .setObservedAt(TIME)
        .setFeed("feed:basin")
        .build();
  }

  private static EnrichedArticle enriched(RawArticle article) {
    return new EnrichedArticle(
        article,
        1,
        "ar",
        List.of(
            entity("حدود", null, EntityType.LOCATION),
            entity("Mosul", "geonames:99072", EntityType.LOCATION)),
        List.of(new Region("IQ", RegionLevel.COUNTRY, "Iraq", "IQ", 33.0, 44.0, 0.75)),
        "a0",
        "a0");
  }

  private static Entity entity(String text, String id, EntityType type) {
    return new Entity(Field.HEADLINE, 0, text.length(), text, type, id, 1.0, null);
  }

  private static Alert alert() {
    return Alert.newBuilder()
        .setId("m1")
        .setStatus(AlertStatus.NEW)
        .setRule("border")
        .setRuleVersion("v")
        .setRuleSet("5e7")
        .setSeverity(Severity.HIGH)
        .setRoute("iraq")
        .setArticle("a1")
        .setRevision(1)
        .setHeadline("حدود")
        .setSource("Basin News")
        .setLanguage("ar")
        .setObservedAt(TIME)
        .setEventTime(TIME)
        .setRegions(List.of())
        .setMatches(List.of())
        .build();
  }

  private static Told told() {
    return new Told(
        List.of(at("news.incidents", 4, incident())),
        List.of(
            at("news.deliveries", 5, attempt("desk", DeliveryOutcome.DELIVERED, 1, "200 OK")),
            at("news.deliveries", 6, attempt("mail", DeliveryOutcome.SILENCED, 0, "silence/s1"))),
        List.of(at("news.deliveries.state", 7, waiting())),
        List.of(at("news.deliveries.failed", 8, failed())),
        List.of(at("news.desk", 9, silence())));
  }

  private static Incident incident() {
    return Incident.newBuilder()
        .setId("i1")
        .setRevision(2)
        .setChange(IncidentChange.JOINED)
        .setAlert(alert())
        .setBecause("same story as i1")
        .setNews(List.of())
        .setStanding(2)
        .setSeverity(Severity.HIGH)
        .setRules(List.of())
        .setSources(List.of())
        .setLanguages(List.of())
        .setRegions(List.of())
        .setActors(List.of())
        .setFirstEventTime(TIME)
        .setLastEventTime(TIME)
        .build();
  }

  private static Delivery attempt(
      String target, DeliveryOutcome outcome, int attempt, String answer) {
    return new Delivery(
        target,
        "g",
        "m1",
        outcome,
        attempt,
        TIME,
        12,
        answer,
        MessageKind.FIRST,
        List.of("m1"),
        List.of("i1"));
  }

  private static DeliveryState waiting() {
    return DeliveryState.newBuilder()
        .setTarget("log")
        .setGroup("g")
        .setLabels(Map.of("region", "IQ"))
        .setTold(List.of())
        .setWaiting(List.of())
        .setMessage(
            new OpenMessage("m1", MessageKind.FIRST, List.of(4L), null, TIME, 2, TIME, "503"))
        .setLastOffset(-1)
        .setEventTime(TIME)
        .build();
  }

  private static FailedDelivery failed() {
    return FailedDelivery.newBuilder()
        .setTarget("room")
        .setGroup("g")
        .setLabels(Map.of())
        .setMessage("m1")
        .setKind(MessageKind.FIRST)
        .setIncidents(List.of(incident()))
        .setMadeAt(TIME)
        .setAttempts(9)
        .setReason("404")
        .setAt(TIME)
        .build();
  }

  private static DeskEntry silence() {
    return new DeskEntry(
        "silence/s1",
        DeskKind.SILENCE,
        null,
        "Ali",
        TIME,
        "planned works",
        new Silence(List.of("rule=\"border\""), TIME, TIME, null, false));
  }
}
