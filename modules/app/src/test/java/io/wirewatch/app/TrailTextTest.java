package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import io.wirewatch.rules.Rule;
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
import io.wirewatch.why.TrailJson;
import io.wirewatch.why.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and programs are shown of a trail on which everything has happened. */
final class TrailTextTest {
  private static final Instant TIME = Instant.parse("2026-01-01T08:00:00.123Z");
  private static final String EVIL = "\u001b[2J\u202eevil\u0007";
  private static final String RULES =
      """
      version: 1
      rules:
        - {id: border, when: حدود, suppress: {by: [region], window: 1h, max: 3}}
        - {id: both, when: {all: [حدود, فيضان]}}
      """;

  @TempDir Path directory;
  private List<Explanation> explanations;
  private Alert alert;

  @BeforeEach
  void prepare() throws Exception {
    RuleSet rules = RuleSet.load(Files.writeString(directory.resolve("rules.yaml"), RULES));
    Article article =
        new Article("a1", "حدود مفتوحة", "عند حدود", "ar", "Basin News", Set.of("IQ"), Set.of());
    explanations =
        rules.rules().stream().map((Rule r) -> RuleExplainer.explain(r, article)).toList();
    alert = alert();
  }

  @Test
  void text_ofAWholeTrail_readsAsExpected() {
    assertThat(TrailText.of(trail("حدود مفتوحة")))
        .isEqualTo(
            """
            article   a1
                      حدود مفتوحة
                      https://basin.example/gate
            in short  desk: delivered, log: waiting, mail: silenced, room: failed
            read      2026-01-01T08:00:00Z  from Basin News by feed:basin; published 2026-01-01T08:00:00Z  [news.articles.raw 0:1]
            read      2026-01-01T08:00:00Z  again by feed:basin: the same text, a copy that is dropped  [news.articles.raw 0:2]
            refused   2026-01-01T08:00:00Z  enrich-check: dated ahead; it was news.articles.raw 0:0  [news.articles.rejected 0:0]
            enriched  2026-01-01T08:00:00Z  revision 1 in ar; regions: IQ 0.75; nearly the text of a0  [news.articles.enriched 0:1]
                      names: حدود (location), Mosul (geonames:99072)
            rules     2 of 2 asked again of its newest text, 1 match; the published set, 5e7
                      rule border matches
                        its file wants at most 3 alerts in PT1H for each region told
                        ✓ term 'حدود'
                            headline 0-4 'حدود', for 'حدود'
                            body 4-8 'حدود', for 'حدود'
                      nearest of the others:
                        both (50 %): term 'فيضان'
            alert     2026-01-01T08:00:00Z  border new, high, revision 1, to route iraq  [news.alerts 0:3]
            incident  2026-01-01T08:00:00Z  i1 revision 2, joined: same story as i1  [news.incidents 0:4]
            told      2026-01-01T08:00:00Z  desk: first delivered, attempt 1, 12 ms: 200 OK (group g, message m1)  [news.deliveries 0:5]
            told      2026-01-01T08:00:00Z  mail: first silenced: silence/s1 (group g, message m1)  [news.deliveries 0:6]
            waits     2026-01-01T08:00:00Z  log: message m1 tried 2 times, next at 2026-01-01T08:00:00Z; last answer: 503 (group g)  [news.deliveries.state 0:7]
            failed    2026-01-01T08:00:00Z  room: message m1 after 9 attempts: 404; 'wirewatch deliver retry' sends it again  [news.deliveries.failed 0:8]
            desk      2026-01-01T08:00:00Z  silence/s1 by Ali: planned works; rule="border", until 2026-01-01T08:00:00Z  [news.desk 0:9]
            missing   nothing was told to pager"""
                .stripIndent());
  }

  @Test
  void text_ofAHostileHeadline_sendsNothingThatATerminalObeys() {
    String shown = TrailText.of(trail(EVIL + "\nread      forged"));

    assertThat(shown).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]").doesNotContain("\u202e");
    assertThat(shown.lines()).noneMatch(line -> line.startsWith("read      forged"));
  }

  @Test
  void json_ofAWholeTrail_hasEveryRecordWithItsPlace() throws Exception {
    JsonNode json = new ObjectMapper().readTree(TrailJson.of(trail("حدود " + EVIL)));

    Set<String> fields =
        json.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    assertThat(fields)
        .containsExactlyInAnyOrder(
            "article",
            "known",
            "inShort",
            "read",
            "setAside",
            "enriched",
            "rules",
            "alerts",
            "incidents",
            "told",
            "waiting",
            "failed",
            "desk",
            "missing");
    assertThat(json.at("/read/0/record/headline").asText()).isEqualTo("حدود " + EVIL);
    assertThat(json.at("/read/1/offset").asLong()).isEqualTo(2);
    assertThat(json.at("/read/0/takenAt").asText()).isEqualTo("2026-01-01T08:00:00.123Z");
    assertThat(json.at("/enriched/0/record/regions/0/weight").asDouble()).isEqualTo(0.75);
    assertThat(json.at("/setAside/0/record/reason").asText()).isEqualTo("dated ahead");
    assertThat(json.at("/rules/explained/0/matches").asBoolean()).isTrue();
    assertThat(json.at("/rules/nearest/0/rule").asText()).isEqualTo("both");
    assertThat(json.at("/told/1/record/outcome").asText()).isEqualTo("SILENCED");
    assertThat(json.at("/waiting/0/record/message/offsets/0").asLong()).isEqualTo(4);
    assertThat(json.at("/desk/0/record/silence/told").isBoolean()).isTrue();
    assertThat(json.at("/missing/0/step").asText()).isEqualTo("delivered");
  }

  private Trail trail(String headline) {
    RawArticle article = article(headline);
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
            explanations.subList(0, 1),
            explanations.subList(1, 2),
            List.of()),
        List.of(at("news.alerts", 3, alert)),
        told(),
        List.of(new Missing(Step.DELIVERED, "nothing was told to pager")));
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

  private Told told() {
    return new Told(
        List.of(at("news.incidents", 4, incident())),
        List.of(
            at("news.deliveries", 5, attempt("desk", DeliveryOutcome.DELIVERED, 1, "200 OK")),
            at("news.deliveries", 6, attempt("mail", DeliveryOutcome.SILENCED, 0, "silence/s1"))),
        List.of(at("news.deliveries.state", 7, waiting())),
        List.of(at("news.deliveries.failed", 8, failed())),
        List.of(at("news.desk", 9, silence())));
  }

  private Incident incident() {
    return Incident.newBuilder()
        .setId("i1")
        .setRevision(2)
        .setChange(IncidentChange.JOINED)
        .setAlert(alert)
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

  private FailedDelivery failed() {
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
