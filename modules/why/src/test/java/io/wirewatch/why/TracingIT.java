package io.wirewatch.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.DeskKind;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Trails on topics as the stages leave them; each test has an article of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TracingIT {
  private static final int PARTITIONS = 3;

  private EmbeddedCluster cluster;
  private RecordSerdes serdes;
  private KafkaProducer<String, byte[]> producer;
  private Admin admin;
  private Tracing tracing;
  private RuleSet rules;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException, RuleProblems {
    cluster = EmbeddedCluster.start(directory);
    Settings settings = cluster.settings();
    admin = Admin.create(settings.asClientConfig());
    cluster.createTopics(
        Topics.all(List.of()).stream().filter(t -> !t.equals(Topics.DESK)).toList(), PARTITIONS);
    serdes = new RecordSerdes(settings);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", cluster.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
    rules =
        RuleSet.load(
            Files.writeString(
                directory.resolve("rules.yaml"),
                "version: 1\nrules:\n  - {id: border, when: border}\n  - {id: flood, when: flood}\n"));
    tracing = new Tracing(settings, Samples.GROUPS);
  }

  @AfterAll
  void stop() {
    tracing.close();
    admin.close();
    producer.close();
    cluster.close();
  }

  @Test
  void trail_ofAnArticleThatWasTold_leadsThroughEveryTopic() throws Exception {
    Alert alert = Samples.alert("told", "border");
    write(Topics.RAW_ARTICLES, "told", Samples.article("told", "Open."));
    write(Topics.RAW_ARTICLES, "told", Samples.article("told", " Open."));
    write(Topics.ENRICHED_ARTICLES, "told", Samples.enriched(Samples.article("told", "Open."), 1));
    write(Topics.ALERTS, "told", alert);
    long incident = write(Topics.INCIDENTS, alert.getId(), Samples.incident(alert));
    write(Topics.DELIVERIES, "desk/g", Samples.attempt("desk", alert, DeliveryOutcome.DELIVERED));
    write(Topics.DELIVERIES, "mail/g", Samples.attempt("mail", alert, DeliveryOutcome.SILENCED));
    write(
        Topics.DELIVERIES,
        "mail/o",
        Samples.attempt("mail", Samples.alert("o", "r"), DeliveryOutcome.DELIVERED));
    write(Topics.DELIVERY_STATES, "log/g", Samples.waiting("log", List.of(incident)));
    write(Topics.DELIVERY_STATES, "was/g", Samples.waiting("was", List.of(incident)));
    write(Topics.DELIVERY_STATES, "was/g", Samples.waiting("was", List.of()));
    write(Topics.FAILED_DELIVERIES, "room/m", Samples.failed("room", alert));
    write(Topics.FAILED_DELIVERIES, "back/m", Samples.failed("back", alert));
    write(Topics.FAILED_DELIVERIES, "back/m", null);

    Trail trail = trail("told");

    assertThat(trail.inShort())
        .isEqualTo("desk: delivered, log: waiting, mail: silenced, room: failed");
    assertThat(trail.readings()).hasSize(2);
    assertThat(trail.copies()).hasSize(1);
    assertThat(trail.enriched()).hasSize(1);
    assertThat(trail.verdict().origin()).isEqualTo("the test's rules");
    assertThat(trail.verdict().explained()).hasSize(1);
    assertThat(trail.told().incidents()).hasSize(1);
    assertThat(trail.missing()).extracting(Missing::step).containsExactly(Step.ASKED);
    assertThat(trail.told().attempts()).hasSize(2);
  }

  @Test
  void trail_ofASilencedAlert_hasTheSilenceAndWhatTheDeskSaid() throws Exception {
    cluster.createTopics(List.of(Topics.DESK), 1);
    Alert alert = Samples.alert("silenced", "border");
    write(Topics.ALERTS, "silenced", alert);
    write(Topics.INCIDENTS, alert.getId(), Samples.incident(alert));
    write(Topics.DELIVERIES, "mail/g", Samples.attempt("mail", alert, DeliveryOutcome.SILENCED));
    write(Topics.DESK, "silence/s1", Samples.entry("silence/s1", DeskKind.SILENCE, null));
    write(Topics.DESK, "silence/s2", Samples.entry("silence/s2", DeskKind.SILENCE, null));
    write(Topics.DESK, "comment/1", Samples.entry("comment/1", DeskKind.COMMENT, alert.getId()));
    write(Topics.DESK, "comment/2", Samples.entry("comment/2", DeskKind.COMMENT, "another"));

    assertThat(trail("silenced").told().desk())
        .extracting(Found::key)
        .containsExactlyInAnyOrder("silence/s1", "comment/1");
  }

  @Test
  void trail_ofWhatWasSetAside_saysWhereAndWhy() throws Exception {
    RawArticle empty = Samples.article("empty", " ");
    long offset = write(Topics.RAW_ARTICLES, "empty", empty);
    write(Topics.REJECTED_ARTICLES, "empty", Samples.rejection(empty, offset));
    write(
        Topics.REJECTED_ARTICLES,
        "page.txt",
        Samples.edgeRejection("see https://basin.example/empty"));
    send(
        new ProducerRecord<>(
            Topics.DEAD_LETTER.name(),
            null,
            "empty",
            "x".getBytes(StandardCharsets.UTF_8),
            new RecordHeaders()
                .add("__streams.errors.topic", "news.articles.raw".getBytes(StandardCharsets.UTF_8))
                .add("__streams.errors.message", "a bad day".getBytes(StandardCharsets.UTF_8))));

    Trail trail = tracing.trail(question("empty", List.of("https://basin.example/empty")));

    assertThat(trail.setAside())
        .extracting(found -> found.value().reason())
        .containsExactly("it has no text", "only a headline", "a bad day");
    assertThat(trail.inShort()).isEqualTo("refused by dead letter: a bad day");
  }

  @Test
  void trail_ofRecordsInAnotherPartition_isFoundAllTheSame() throws Exception {
    RawArticle article = Samples.article("strange", "Open.");
    int home =
        new Offsets(admin, List.of("news.articles.raw"))
            .homes("news.articles.raw", List.of("strange"))
            .iterator()
            .next();
    int other = (home + 1) % PARTITIONS;
    write(Topics.RAW_ARTICLES, other, "strange", article);
    write(Topics.ENRICHED_ARTICLES, other, "strange", Samples.enriched(article, 1));

    write(Topics.ALERTS, other, "strange", Samples.alert("strange", "border"));

    Trail trail = trail("strange");

    assertThat(trail.readings())
        .singleElement()
        .satisfies(f -> assertThat(f.at().partition()).isEqualTo(other));
    assertThat(trail.enriched()).hasSize(1);
    assertThat(trail.alerts()).hasSize(1);
  }

  @Test
  void trail_whereAStageIsBehind_saysSo() throws Exception {
    write(Topics.RAW_ARTICLES, 0, "waits", Samples.article("waits", "Open."));
    admin
        .alterConsumerGroupOffsets(
            "enrich", Map.of(new TopicPartition("news.articles.raw", 0), new OffsetAndMetadata(0)))
        .all()
        .get();

    assertThat(trail("waits").missing())
        .singleElement()
        .extracting(Missing::saying)
        .asString()
        .startsWith("not enriched: enrich has not read news.articles.raw 0:");
  }

  @Test
  void trail_ofARecordThatCannotBeRead_saysSoAndGoesOn() throws Exception {
    send(new ProducerRecord<>("news.articles.raw", "broken", new byte[] {1, 2}));
    write(Topics.ALERTS, "broken", Samples.alert("broken", "border"));

    Trail trail = trail("broken");

    assertThat(trail.alerts()).hasSize(1);
    assertThat(trail.missing())
        .extracting(Missing::saying)
        .anyMatch(s -> s.contains("cannot be read"));
  }

  @Test
  void trail_ofAnArticleThatComesAgainAndAgain_hasTheNewestReadings() throws Exception {
    RawArticle article = Samples.article("often", "Open.");
    byte[] bytes = serdes.of(RawArticle.class).serializer().serialize("news.articles.raw", article);
    for (int time = 0; time < Search.MOST; time++) {
      var unused = producer.send(new ProducerRecord<>("news.articles.raw", "often", bytes));
    }
    long last = write(Topics.RAW_ARTICLES, "often", article);

    Trail trail = trail("often");

    assertThat(trail.readings()).hasSize(Search.MOST);
    assertThat(trail.readings().get(Search.MOST - 1).at().offset()).isEqualTo(last);
    assertThat(trail.missing())
        .extracting(Missing::saying)
        .contains("of news.articles.raw only the newest 1000 records about it were looked at");
  }

  @Test
  void trail_ofAnUnknownArticle_isEmptyAndWhatIsTooOldIsNotLookedAt() throws Exception {
    assertThat(trail("nowhere").isKnown()).isFalse();

    write(Topics.ALERTS, "old", Samples.alert("old", "border"));
    Question since =
        new Question(
            "old",
            List.of(),
            Instant.now().plusSeconds(3_600),
            Optional.empty(),
            Optional.empty(),
            question("old", List.of()).rules());

    assertThat(trail("old").isKnown()).isTrue();
    assertThat(tracing.trail(since).isKnown()).isFalse();
    assertThat(tracing.wanted()).isGreaterThanOrEqualTo(tracing.read());
  }

  private Trail trail(String article) {
    return tracing.trail(question(article, List.of()));
  }

  private Question question(String article, List<String> inputs) {
    return new Question(
        article,
        inputs,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        new Question.Rules(() -> rules, "the test's rules", false));
  }

  private <V extends SpecificRecord> long write(Topic<V> topic, String key, @Nullable V value)
      throws Exception {
    return write(topic, null, key, value);
  }

  private <V extends SpecificRecord> long write(
      Topic<V> topic, @Nullable Integer partition, String key, @Nullable V value) throws Exception {
    byte[] bytes =
        value == null
            ? null
            : serdes.of(SpecificRecord.class).serializer().serialize(topic.name(), value);
    return send(new ProducerRecord<>(topic.name(), partition, key, bytes));
  }

  private long send(ProducerRecord<String, byte[]> record) throws Exception {
    return producer.send(record).get().offset();
  }
}
