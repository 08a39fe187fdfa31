package io.wirewatch.why;

import static io.wirewatch.why.Samples.alert;
import static io.wirewatch.why.Samples.article;
import static io.wirewatch.why.Samples.at;
import static io.wirewatch.why.Samples.enriched;
import static io.wirewatch.why.Samples.incident;
import static io.wirewatch.why.Samples.question;
import static io.wirewatch.why.Samples.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.alert.AlertConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class GapsTest {
  private static final String RAW = "news.articles.raw";
  private static final String ENRICHED = "news.articles.enriched";
  private static final String ALERTS = "news.alerts";
  private static final String INCIDENTS = "news.incidents";

  private final RawArticle article = article(Samples.ARTICLE, "It is open.");
  private final Alert alert = alert(Samples.ARTICLE, "border");

  private List<Found<RawArticle>> readings = List.of(at(RAW, 7, article));
  private List<Found<Refusal>> setAside = List.of();
  private List<Found<EnrichedArticle>> enriched = List.of();
  private List<Found<Alert>> alerts = List.of();
  private Told told = Told.NOTHING;

  @Test
  void gaps_ofAnUnknownArticle_sayWhereItWouldBe() {
    readings = List.of();

    assertThat(saying(all(), nobody()))
        .singleElement()
        .asString()
        .startsWith("nothing is known of article a1: no record of news.articles.raw")
        .endsWith("longer ago than these topics keep records");
  }

  @Test
  void gaps_whereOldRecordsWereNotLookedAt_sayThat() {
    readings = List.of();
    Question since =
        new Question(
            "a1",
            List.of("https://basin.example/"),
            Instant.parse("2026-01-01T07:00:00.5Z"),
            Optional.empty(),
            Optional.empty(),
            all().rules());

    assertThat(saying(since, nobody()))
        .singleElement()
        .asString()
        .contains("what brokers took before 2026-01-01T07:00:00Z was not looked at")
        .contains("this is the id of that address");
  }

  @Test
  void gaps_whereNoStageReads_sayWhatToStart() {
    assertThat(saying(all(), nobody()))
        .containsExactly(
            "not enriched: no stage reads news.articles.raw: start 'wirewatch enrich'");
  }

  @Test
  void gaps_whereTheStageIsBehind_sayByHowMuch() {
    assertThat(saying(all(), reads("enrich", RAW, 5)))
        .containsExactly(
            "not enriched: enrich has not read news.articles.raw 0:7 yet, it is 3 records before it");
  }

  @Test
  void gaps_whereTheStageHasPassed_sayThatNothingCameOfIt() {
    assertThat(saying(all(), reads("enrich", RAW, 8)))
        .singleElement()
        .asString()
        .startsWith("not enriched: enrich has read news.articles.raw 0:7, but ");
  }

  @Test
  void gaps_ofWhatWasSetAside_areNone() {
    setAside =
        List.of(at("news.dead-letter", 0, new Refusal("dead letter", "broken", RAW + " 0:7")));

    assertThat(saying(all(), reads("enrich", RAW, 8))).isEmpty();
  }

  @Test
  void gaps_ofANewTextThatIsNotEnriched_sayWhichTextIt_is() {
    enriched = List.of(at(ENRICHED, 3, enriched(article, 1)));
    readings = List.of(at(RAW, 7, article), at(RAW, 9, article(Samples.ARTICLE, "It is shut.")));

    assertThat(saying(all(), reads("enrich", RAW, 9)))
        .first()
        .asString()
        .startsWith("its newest text is not enriched: enrich has not read news.articles.raw 0:9");
  }

  @Test
  void gaps_whereNoRuleMatched_sayThatAllWereAsked() {
    enriched = List.of(at(ENRICHED, 3, enriched(article, 1)));

    assertThat(saying(all(), reads(AlertConfig.NAME, ENRICHED, 4)))
        .containsExactly(
            "no alert: wirewatch-alert has read news.articles.enriched 0:3, and no rule that it ran matched");
    assertThat(
            saying(
                question(Optional.of("flood"), Optional.empty()),
                reads(AlertConfig.NAME, ENRICHED, 4)))
        .singleElement()
        .asString()
        .startsWith("no alert of rule flood: ")
        .endsWith("that rule did not match or did not run");
  }

  @Test
  void gaps_whereTheNewestRevisionWaits_sayThatNobodyWasAsked() {
    enriched = List.of(at(ENRICHED, 3, enriched(article, 1)));
    alerts = List.of(at(ALERTS, 0, alert));
    told = told(List.of("desk"), List.of());

    assertThat(saying(all(), reads(AlertConfig.NAME, ENRICHED, 3)))
        .containsExactly(
            "no rule was asked of its newest revision yet: wirewatch-alert has not read news.articles.enriched 0:3 yet, it is 1 records before it");
  }

  @Test
  void gaps_ofAnAlertOfAnExperimentalRule_sayThatNobodyIsTold() {
    alerts =
        List.of(
            at(
                "news.alerts.experimental",
                0,
                Alert.newBuilder(alert).setRoute("experimental").build()));

    assertThat(saying(all(), nobody()))
        .last()
        .asString()
        .contains("the rule is experimental", "news.alerts.experimental alone");
  }

  @Test
  void gaps_ofAnAlertInNoIncident_sayWhoWouldGroupIt() {
    enriched = List.of(at(ENRICHED, 3, enriched(article, 1)));
    alerts = List.of(at(ALERTS, 2, alert));

    assertThat(saying(all(), reads("incidents", ALERTS, 0)))
        .contains(
            "the alert of rule border is in no incident: incidents has not read news.alerts 0:2 yet, it is 3 records before it");
  }

  @Test
  void gaps_whereNoRouteLeadsAnywhere_sayThat() {
    alerts = List.of(at(ALERTS, 2, alert));
    told = told(List.of(), List.of());

    assertThat(saying(all(), reads("dispatch", INCIDENTS, 5)))
        .contains(
            "nothing was told to anybody of the alert of rule border: dispatch has read news.incidents 0:4, and no route of its deliver.yaml leads this alert to a target");
  }

  @Test
  void gaps_ofOneTarget_areNotThoseOfOthers() {
    alerts = List.of(at(ALERTS, 2, alert));
    told = told(List.of("desk"), List.of("room"));

    assertThat(
            saying(
                question(Optional.empty(), Optional.of("desk")), reads("dispatch", INCIDENTS, 5)))
        .noneMatch(saying -> saying.contains("target"));
    assertThat(
            saying(
                question(Optional.empty(), Optional.of("room")), reads("dispatch", INCIDENTS, 5)))
        .noneMatch(saying -> saying.contains("target"));
    assertThat(
            saying(
                question(Optional.empty(), Optional.of("mail")), reads("dispatch", INCIDENTS, 5)))
        .last()
        .asString()
        .startsWith("nothing was told to target mail of the alert of rule border")
        .endsWith("leads this alert to that target");
  }

  private Told told(List<String> delivered, List<String> waiting) {
    return new Told(
        List.of(at(INCIDENTS, 4, incident(alert))),
        delivered.stream()
            .map(target -> Samples.attempt(target, alert, DeliveryOutcome.DELIVERED))
            .map(attempt -> at("news.deliveries", 0, attempt))
            .toList(),
        waiting.stream()
            .map(target -> at("news.deliveries.state", 0, waiting(target, List.of(4L))))
            .toList(),
        List.of(),
        List.of());
  }

  private static Question all() {
    return question(Optional.empty(), Optional.empty());
  }

  private static Progress nobody() {
    return new Progress(Samples.GROUPS, Map.of());
  }

  private static Progress reads(String group, String topic, long next) {
    return new Progress(Samples.GROUPS, Map.of(group, Map.of(new TopicPartition(topic, 0), next)));
  }

  private List<String> saying(Question question, Progress progress) {
    Trail trail =
        new Trail(
            Samples.ARTICLE,
            readings,
            setAside,
            enriched,
            Verdict.NONE,
            alerts,
            question.target().map(told::at).orElse(told),
            List.of());
    return new Gaps(trail, question, progress).all().stream().map(Missing::saying).toList();
  }
}
