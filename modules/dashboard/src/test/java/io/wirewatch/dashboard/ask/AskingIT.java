package io.wirewatch.dashboard.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.Alert;
import io.wirewatch.DeskEntry;
import io.wirewatch.alert.RulePublisher;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.ArticleId;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.dashboard.ApiSchema;
import io.wirewatch.dashboard.ask.Asked.Answer;
import io.wirewatch.dashboard.picture.Cluster;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.desk.DeskEntries;
import io.wirewatch.desk.DeskTopic;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.why.Groups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every route on a broker; each answer is held against {@code openapi.json}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AskingIT {
  private static final Alert ALERT = Samples.alert("a1", "border", Samples.TIME);

  private Cluster cluster;
  private Settings settings;
  private KafkaProducer<String, SpecificRecord> producer;
  private Asking asking;
  private Asked asked;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    cluster = new Cluster(directory);
    cluster.create(Topics.all(List.of()).toArray(Topic[]::new));
    settings = cluster.settings().with(Map.of("dashboard.reports", directory.toString()));
    producer =
        new KafkaProducer<>(
            settings.asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(settings).of(SpecificRecord.class).serializer());
    RuleSet rules = RuleSet.load(Files.writeString(directory.resolve("rules.yaml"), Samples.RULES));
    Annotator annotator = Annotator.bundled();
    asking =
        new Asking(
            settings,
            Clock.systemUTC(),
            new Asking.Sources(
                new Groups("enrich", "incidents", "dispatch"),
                () -> List.of(ALERT),
                () -> rules,
                () -> annotator));
    asked = new Asked(asking.routes());
  }

  @AfterAll
  void stop() {
    asking.close();
    producer.close();
    cluster.close();
  }

  @Test
  void routes_all_areDescribed() {
    assertThat(asking.routes())
        .allSatisfy(
            route ->
                assertThat(ApiSchema.read().path("paths").properties())
                    .anySatisfy(
                        described -> {
                          assertThat(described.getKey().replaceAll("\\{.*", ""))
                              .isEqualTo(route.path());
                          assertThat(
                                  described.getValue().has(route.method().toLowerCase(Locale.ROOT)))
                              .isTrue();
                        }))
        .extracting(Route::path)
        .contains("/api/desk", "/api/why", "/api/test", "/api/openapi.json");
    assertThat(asked.get("/api/openapi.json", Map.of()).json()).isEqualTo(ApiSchema.read());
  }

  @Test
  void desk_ofADecision_writesItUnderTheNameOfWhoAsks() {
    Answer answer =
        asked.post(
            Asked.AMAL, "/api/desk", "{'kind':'ASSIGNMENT','incident':'i1','text':'night shift'}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("id").asText()).isEqualTo("assignment/i1");
    DeskEntry entry = DeskTopic.entries(settings).get("assignment/i1");
    assertThat(entry.getBy()).isEqualTo("amal");
    assertThat(entry.getText()).isEqualTo("night shift");
    assertThat(entry.getAt()).isEqualTo(Instant.parse(answer.json().path("at").asText()));
  }

  @Test
  void desk_ofASilence_holdsUntilItIsEnded() {
    Instant until = Clock.systemUTC().instant().plus(4, ChronoUnit.HOURS);
    Answer made =
        asked.post(
            Asked.AMAL,
            "/api/desk",
            "{'kind':'SILENCE','matchers':['rule=border'],'until':'%s','text':'known'}"
                .formatted(until));
    Map<String, String> id = Map.of("id", made.json().path("id").asText());

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/silence/end").asText())
        .isEqualTo(DeskJson.time(until.truncatedTo(ChronoUnit.MILLIS)));
    Answer ended = asked.delete(Asked.BARAN, "/api/desk", id);
    assertThat(ended.status()).isEqualTo(200);
    assertThat(Instant.parse(ended.json().at("/silence/end").asText())).isBefore(until);
    assertThatThrownBy(() -> asked.delete(Asked.BARAN, "/api/desk", id))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("no silence that holds");
  }

  @Test
  void desk_ofACommentOfAnother_isNotTakenBack() {
    String id =
        asked
            .post(Asked.AMAL, "/api/desk", "{'kind':'COMMENT','incident':'i2','text':'confirmed'}")
            .json()
            .path("id")
            .asText();

    Answer refused = asked.delete(Asked.BARAN, "/api/desk", Map.of("id", id));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.error()).contains("only amal");
    assertThat(asked.delete(Asked.AMAL, "/api/desk", Map.of("id", id)).status()).isEqualTo(204);
    assertThat(asked.delete(Asked.AMAL, "/api/desk", Map.of("id", id)).status()).isEqualTo(404);
  }

  @Test
  void desk_ofAnAcknowledgementOfAnother_isTakenBack() {
    asked.post(Asked.AMAL, "/api/desk", "{'kind':'ACKNOWLEDGEMENT','incident':'i3'}");

    assertThat(asked.delete(Asked.BARAN, "/api/desk", Map.of("id", "acknowledgement/i3")).status())
        .isEqualTo(204);
    assertThat(DeskTopic.entries(settings)).doesNotContainKey("acknowledgement/i3");
  }

  @Test
  void desk_whileAsManySilencesHoldAsMay_takesNoMore() {
    DeskEntry one =
        DeskEntries.silence(
            new DeskEntries.Author("amal", Clock.systemUTC().instant()),
            "known",
            DeskEntries.matchers(List.of("rule=flood")),
            Clock.systemUTC().instant().plusSeconds(600),
            Optional.empty());
    for (int number = 0; number < DeskEntries.MOST_SILENCES; number++) {
      String id = "silence/many" + number;
      send(Topics.DESK, id, DeskEntry.newBuilder(one).setId(id).build());
    }
    producer.flush();

    assertThatThrownBy(
            () ->
                asked.post(
                    Asked.AMAL,
                    "/api/desk",
                    "{'kind':'SILENCE','matchers':['rule=x'],'until':'%s','text':'known'}"
                        .formatted(Clock.systemUTC().instant().plusSeconds(60))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("1,000 silences hold already");
    for (int number = 0; number < DeskEntries.MOST_SILENCES; number++) {
      var unused =
          producer.send(new ProducerRecord<>(Topics.DESK.name(), "silence/many" + number, null));
    }
    producer.flush();
  }

  @Test
  void why_ofAnArticleThatAlerted_tellsIt() throws Exception {
    String id = ArticleId.ofUrl("https://basin.example/gate");
    send(Topics.RAW_ARTICLES, id, Samples.article(id));
    send(Topics.ALERTS, id, Samples.alert(id, "border", Samples.TIME));
    producer.flush();

    JsonNode trail =
        asked.get("/api/why", Map.of("article", "https://Basin.example/gate?utm_source=x")).json();

    assertThat(trail.path("article").asText()).isEqualTo(id);
    assertThat(trail.path("inShort").asText()).isEqualTo("alerted");
    assertThat(trail.path("read")).hasSize(1);
    assertThat(asked.get("/api/why", Map.of("article", "nowhere")).json().path("known").asBoolean())
        .isFalse();
    assertThatThrownBy(() -> asked.get("/api/why", Map.of("article", "the one about a gate")))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("neither an id");
  }

  @Test
  void rules_onceASetIsPublished_areThatSet() throws Exception {
    JsonNode before = asked.get("/api/rules", Map.of()).json();
    assertThat(before.path("origin").asText()).isEqualTo(RulesInForce.FALLBACK);
    assertThat(before.path("rules").findValuesAsText("id"))
        .containsExactly("border", "both", "flood");
    assertThat(before.at("/rules/0/title").asText()).isEqualTo("Border");
    assertThat(before.at("/rules/2/status").asText()).isEqualTo("experimental");

    publish("version: 1\nrules: [{id: gate, when: gate}]");

    JsonNode after = rulesOnceThereIs("gate");
    assertThat(after.path("origin").asText()).isEqualTo("the published set");
    assertThat(after.path("rules").findValuesAsText("id")).containsExactly("gate");
    JsonNode tried = asked.post(Asked.AMAL, "/api/test", "{'headline':'The gate is open'}").json();
    assertThat(tried.at("/matches/0/rule").asText()).isEqualTo("gate");
    assertThat(tried.path("ruleSet")).isEqualTo(after.path("ruleSet"));

    publish("version: 1\nrules: [{id: dam, when: dam}]");

    assertThat(rulesOnceThereIs("dam").path("rules").findValuesAsText("id")).containsExactly("dam");
  }

  @Test
  void reports_ofTheFolderThatIsSet_areListed() {
    assertThat(asked.get("/api/reports", Map.of()).json().has("directory")).isTrue();
  }

  /** A transaction is shown a moment after it has been committed. */
  private JsonNode rulesOnceThereIs(String rule) throws InterruptedException {
    JsonNode rules = asked.get("/api/rules", Map.of()).json();
    for (int time = 0; time < 100 && !rules.path("rules").toString().contains(rule); time++) {
      // Nobody tells when the client has seen it.
      Thread.sleep(100);
      rules = asked.get("/api/rules", Map.of()).json();
    }
    return rules;
  }

  private void publish(String rules) throws RuleProblems {
    new RulePublisher(settings)
        .publish(RuleSet.ofDefinitions(List.of(rules), LoadProgress.UNSEEN), (done, all) -> {});
  }

  private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
    var unused = producer.send(new ProducerRecord<>(topic.name(), key, value));
  }
}
