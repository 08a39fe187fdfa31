package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.DeskEntry;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.desk.DeskTopic;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.journey.CommandLine.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands about who is told, as people type them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeliverCommandIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLAN =
      """
      targets: {desk: {file: {path: a}}, room: {file: {path: b}}}
      hours: {night: {times: ["22:00-06:00"], zone: Asia/Baghdad}}
      route:
        target: desk
        routes:
          - {matchers: ['rule="flood"', 'region="IQ"'], target: room, mute: [night], group_by: [region]}
      inhibit:
        - {name: dam, source: ['rule="dam"'], target: ['rule="flood"'], equal: [region]}
      """;
  private static final String LINE =
      """
      {"id":"%s","rule":"%s","severity":"high","observedAt":"2026-03-10T12:00:00Z","source":"Wire","headline":"Water","language":"en","regions":[{"code":"IQ","level":"COUNTRY","country":"IQ"}]}
      """;

  private Path directory;
  private EmbeddedCluster cluster;
  private Settings settings;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    directory = scratch;
    cluster = EmbeddedCluster.start(scratch);
    settings = cluster.settings();
    alertsOfThePast();
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  /** On a topic that takes their times as they are said: half of a year, one an hour before. */
  private void alertsOfThePast() throws Exception {
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      NewTopic topic = new NewTopic(Topics.ALERTS.name(), Optional.of(2), Optional.empty());
      admin.createTopics(List.of(topic.configs(Map.of("retention.ms", "-1")))).all().get();
    }
    Instant now = Instant.now();
    try (var producer =
        new KafkaProducer<>(
            settings.asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(settings).of(Alert.class).serializer())) {
      for (int day = 59; day >= 0; day--) {
        Instant at = now.minus(Duration.ofDays(day)).minus(Duration.ofHours(1));
        Alert alert = alert("a" + day, day % 3 == 0 ? "flood" : "dam", at);
        var unused =
            producer.send(
                new ProducerRecord<>(
                    Topics.ALERTS.name(), day % 2, at.toEpochMilli(), alert.getId(), alert));
      }
      producer.flush();
    }
  }

  private static Alert alert(String id, String rule, Instant at) {
    return Alert.newBuilder()
        .setId(id)
        .setStatus(AlertStatus.NEW)
        .setRule(rule)
        .setRuleVersion("1")
        .setRuleSet("1")
        .setSeverity(Severity.HIGH)
        .setArticle(id)
        .setRevision(1)
        .setHeadline("Water at " + id)
        .setSource("Wire")
        .setLanguage("en")
        .setObservedAt(at)
        .setEventTime(at)
        .setRegions(List.of(new Region("IQ", RegionLevel.COUNTRY, "Iraq", "IQ", 33.0, 44.0, 1.0)))
        .setMatches(List.of())
        .build();
  }

  @Test
  void preview_ofASilence_countsThirtyDaysOfAlerts() throws Exception {
    Ended ended =
        onCluster("silence", "preview", "--matcher", "rule=\"flood\"", "--matcher", "region=IQ");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .startsWith("would have hidden 10 of 30 alerts of the last 30 days\n")
        .contains("by rule:   flood 10\n", "by source: Wire 10\n", "flood  Wire: Water at a0\n")
        .doesNotContain("a30", "dam");
    JsonNode week =
        JSON.readTree(
            onCluster("silence", "preview", "--matcher", "rule=dam", "--days", "7", "--json")
                .out());
    assertThat(week.path("hidden").asInt()).isEqualTo(4);
    assertThat(week.path("alerts").asInt()).isEqualTo(7);
    assertThat(week.path("byDay").size()).isEqualTo(4);
    assertThat(week.path("newest").path(0).path("id").asText()).isEqualTo("a1");
    assertThat(week.path("remarks").size()).isZero();
  }

  @Test
  void preview_beyondTheHistory_saysWhereItBegins() {
    Ended ended = onCluster("silence", "preview", "--matcher", "rule=x", "--days", "90");

    assertThat(ended.out())
        .contains("would have hidden 0 of 60 alerts", "history is shorter than 90 days");
  }

  @Test
  void silence_addedListedAndEnded_isOnTheDesk() throws Exception {
    Ended added =
        onCluster(
            "silence",
            "add",
            "--matcher",
            "rule=~\"flood|dam\"",
            "--for",
            "4h",
            "--until-cold",
            "30m",
            "--why",
            "known already",
            "--by",
            "Amina");

    assertThat(added.exit()).as(added.err()).isZero();
    assertThat(added.err()).contains("would have hidden 30 of 30 alerts of the last 30 days");
    String id = added.out().strip();
    DeskEntry entry = DeskTopic.silences(settings).get(id);
    assertThat(entry.getBy()).isEqualTo("Amina");
    assertThat(entry.getSilence().getMatchers()).containsExactly("rule=~\"flood|dam\"");
    assertThat(entry.getSilence().getColdMillis()).isEqualTo(1_800_000L);
    assertThat(Duration.between(entry.getAt(), entry.getSilence().getEnd())).hasHours(4);
    assertThat(onCluster("silence", "list").out())
        .contains(id + "  holds", "or cold for 30 minutes", "known already");

    assertThat(onCluster("silence", "end", id.replace("silence/", "")).exit()).isZero();
    assertThat(onCluster("silence", "end", id).exit()).isEqualTo(1);
    assertThat(onCluster("silence", "list").out()).doesNotContain(id);
    JsonNode over = JSON.readTree(onCluster("silence", "list", "--all", "--json").out());
    assertThat(over.path("state").asText()).isEqualTo("over");
    assertThat(DeskTopic.silences(settings).get(id).getSilence().getTold()).isFalse();
  }

  @Test
  void silence_thatCannotBe_isRefusedWithWhatToDo() {
    assertThat(onCluster("silence", "add", "--matcher", "rule=x", "--why", "w").err())
        .contains("needs an end");
    assertThat(
            onCluster("silence", "add", "--matcher", "rule=x", "--why", "w", "--for", "100d").err())
        .contains("--for takes a time of 1 minute to 90 days");
    assertThat(onCluster("silence", "preview", "--matcher", "rule=~\"(\"").err())
        .contains("is no regular expression");
    assertThat(onCluster("silence", "end", "none").exit()).isEqualTo(1);
  }

  @Test
  void check_ofAPlan_showsItOrEveryProblem() throws Exception {
    Path good = Files.writeString(directory.resolve("good.yaml"), PLAN);
    Path bad =
        Files.writeString(
            directory.resolve("bad.yaml"),
            PLAN.replace("room, mute", "rom, mute").replace("22:", "2"));

    Ended fine = deliver("check", "--plan", good.toString());
    Ended wrong = deliver("check", "--plan", bad.toString());

    assertThat(fine.exit()).as(fine.err()).isZero();
    assertThat(fine.out())
        .contains("    route 1 (line 6) {rule=\"flood\", region=\"IQ\"} -> room, group by region")
        .contains(
            "dam: {rule=\"dam\"} holds back {rule=\"flood\"} of the same region within 1 day");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.out().lines()).hasSize(2);
  }

  @Test
  void routeTest_ofLines_saysWhoIsToldAndWhy() throws Exception {
    Path plan = Files.writeString(directory.resolve("plan.yaml"), PLAN);
    Path alerts =
        Files.writeString(
            directory.resolve("alerts.jsonl"),
            LINE.formatted("d1", "dam") + LINE.formatted("f1", "flood") + "no alert\n");
    String[] words = {"route-test", "--plan", plan.toString(), alerts.toString(), "--json"};

    Ended ended = deliver(words);

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("alerts.jsonl:3: no alert");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : ended.out().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).at("/ways/0/target").asText()).isEqualTo("desk");
    assertThat(lines.get(0).at("/inhibitedBy").isNull()).isTrue();
    assertThat(lines.get(1).at("/ways/0/group").asText()).isEqualTo("region=IQ");
    assertThat(lines.get(1).at("/ways/0/route").asText()).isEqualTo("route 1");
    assertThat(lines.get(1).at("/inhibitedBy").asText()).isEqualTo("dam");
  }

  @Test
  void routeTest_ofADescribedAlert_knowsHoursAndWhatWasExpected() throws Exception {
    String plan = Files.writeString(directory.resolve("described.yaml"), PLAN).toString();
    List<String> words =
        List.of("route-test", "--plan", plan, "--rule", "flood", "--region", "IQ-BA,IQ");

    Ended night = deliver(with(words, "--at", "2026-03-10T23:00+03:00", "--expect", "room"));
    Ended day = deliver(with(words, "--at", "2026-03-10T12:00+03:00", "--expect", "desk,room"));

    assertThat(night.exit()).as(night.err()).isZero();
    assertThat(night.out())
        .contains("=> room, by route 1", "not told now: night", "could be held back: dam");
    assertThat(day.exit()).isEqualTo(1);
    assertThat(day.out()).contains("told now").doesNotContain("not told now");
    assertThat(day.err()).contains("goes to room");
  }

  private Ended onCluster(String... words) {
    return deliver(CommandLine.words(cluster.settings(), words).toArray(String[]::new));
  }

  private static Ended deliver(String... words) {
    List<String> all = new ArrayList<>(List.of("deliver"));
    all.addAll(List.of(words));
    return InProcess.run(all);
  }

  private static String[] with(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
