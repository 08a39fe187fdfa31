package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.journey.CommandLine.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Second chances: what was set aside goes back once, and the sums hold. */
final class RedriveIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant OBSERVED = Instant.parse("2025-08-18T10:00:00Z");
  private static final byte[] NOT_AVRO = "not avro".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;
  private Cluster cluster;
  private PlainReader reader;

  @BeforeEach
  void start() throws Exception {
    cluster = Cluster.embedded(directory);
    reader = new PlainReader(cluster.bootstrapServers(), cluster.registryUrl());
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void deadLetter_thatFailsAgain_goesBackOnceAndOnceMoreWhereAsked() {
    publish("news.articles.raw", "some-key", NOT_AVRO);
    assertThat(reader.records("news.dead-letter", 1)).hasSize(1);

    Ended first = redrive("dead-letter");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(outcomes(first)).containsExactly("sent");
    List<ConsumerRecord<String, byte[]>> letters = reader.records("news.dead-letter", 2);
    assertThat(letters).hasSize(2).allMatch(letter -> Arrays.equals(letter.value(), NOT_AVRO));
    assertThat(headers(letters.get(1)))
        .containsEntry("wirewatch.redrive.topic", "news.dead-letter")
        .containsEntry("wirewatch.redrive.partition", "0")
        .containsEntry("wirewatch.redrive.offset", Long.toString(letters.get(0).offset()))
        .containsEntry("wirewatch.redrive.count", "1")
        .containsEntry("wirewatch.redrive.to", "news.articles.raw")
        .containsEntry("__streams.errors.topic", "news.articles.raw");

    Ended second = redrive("dead-letter");
    assertThat(second.exit()).isEqualTo(1);
    assertThat(outcomes(second)).containsExactly("left");
    assertThat(second.err()).contains("sent 0", "sent before 1", "left 1");
    assertThat(reader.records("news.dead-letter", 2)).hasSize(2);

    Ended asked = redrive("dead-letter", "--again");
    assertThat(asked.exit()).isZero();
    letters = reader.records("news.dead-letter", 3);
    assertThat(letters).hasSize(3);
    assertThat(headers(letters.get(2))).containsEntry("wirewatch.redrive.count", "2");
    assertSumsHold(3, 3);
  }

  @Test
  void rejected_thatPassesToday_isEnrichedOnceHoweverOftenItIsRedriven() {
    RawArticle good = anArticle("good", OBSERVED);
    publish("news.articles.rejected", "good", rejection(good, "refused by an older build"));
    RawArticle early = anArticle("early", OBSERVED.plusSeconds(3 * 86_400));
    publish(
        "news.articles.raw",
        "early",
        serdes().of(RawArticle.class).serializer().serialize("news.articles.raw", early));
    publish("news.articles.rejected", "page.txt", rejection(null, "only a headline"));
    assertThat(reader.records("news.articles.rejected", 3)).hasSize(3);

    Ended dry = redrive("rejected", "--dry-run");
    assertThat(dry.exit()).isEqualTo(1);
    assertThat(outcomes(dry)).containsExactlyInAnyOrder("would-pass", "would-fail", "left");
    assertThat(line(dry, "would-fail").path("failingReason").asText()).contains("future");
    assertThat(line(dry, "would-fail").path("failingStep").asText()).isEqualTo("enrich-check");
    assertThat(line(dry, "would-pass").path("source").asText()).isEqualTo("Basin News");
    assertThat(reader.records("news.articles.raw", 1)).hasSize(1);
    assertThat(reader.records("news.redriven", 0)).isEmpty();

    Ended sent = redrive("rejected", "--where", "reason~OLDER", "--where", "step=enrich-check");
    assertThat(sent.exit()).as(sent.err()).isZero();
    assertThat(outcomes(sent)).containsExactly("sent");
    assertThat(redrive("rejected", "--id", "good").err()).contains("sent 0", "sent before 1");

    ConsumerRecord<String, byte[]> enriched = reader.records("news.articles.enriched", 1).get(0);
    assertThat(headers(enriched))
        .containsEntry("wirewatch.redrive.topic", "news.articles.rejected");
    assertThat(reader.records("news.articles.enriched", 1)).hasSize(1);
    assertSumsHold(2, 0);
  }

  @Test
  void deadLetters_tooLargeToGoBack_areLeft_andTheNextGoes() {
    publish("news.articles.raw", "packed", new byte[7_000_000]);
    publish("news.articles.raw", "large", new byte[4_194_200]);
    publish("news.articles.raw", "small", NOT_AVRO);
    assertThat(reader.records("news.dead-letter", 3)).hasSize(3);

    Ended ended = redrive("dead-letter");

    assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
    assertThat(outcomes(ended)).containsExactlyInAnyOrder("left", "left", "sent");
    assertThat(reader.records("news.dead-letter", 4)).hasSize(4);
    assertSumsHold(4, 4);
  }

  @Test
  void deadLetters_aThousand_allGoBackOnce() {
    publish("news.articles.raw", "some-key", NOT_AVRO, 1_000);
    assertThat(reader.records("news.dead-letter", 1_000)).hasSize(1_000);

    assertThat(redrive("dead-letter").lines()).hasSize(1_000);
    assertThat(redrive("dead-letter", "--where", "until=2020-01-01T00:00:00Z").lines()).isEmpty();
    assertThat(reader.records("news.dead-letter", 2_000)).hasSize(2_000);
    Ended again = redrive("dead-letter");

    assertThat(again.err()).contains("sent 0", "sent before 1000", "left 1000");
    assertSumsHold(2_000, 2_000);
  }

  @Test
  void redrive_onlyPassing_leavesWhatWouldFail_andNothingOfAGroupChanges() throws Exception {
    publish("news.articles.raw", "some-key", NOT_AVRO);
    assertThat(reader.records("news.dead-letter", 1)).hasSize(1);

    Ended ended = redrive("dead-letter", "--only-passing");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(line(ended, "would-fail").path("failingStep").asText()).isEqualTo("enrich-read");
    assertThat(reader.records("news.articles.raw", 1)).hasSize(1);
    try (Admin admin = Admin.create(cluster.settings().asClientConfig())) {
      assertThat(admin.listGroups().all().get())
          .extracting(group -> group.groupId())
          .containsOnly("wirewatch-enrich", "wirewatch-alert");
    }
  }

  @Test
  void redrive_conditionThatIsNone_isExit2() {
    CommandLine.assertRefused(redrive("rejected", "--where", "colour=red"), "--where", "step");
  }

  /** Every record on the raw topic has ended in one way. */
  private void assertSumsHold(int published, int deadLetters) {
    int raw = reader.records("news.articles.raw", published).size();
    int enriched = reader.records("news.articles.enriched", 0).size();
    int dead = reader.records("news.dead-letter", deadLetters).size();
    long rejected =
        reader.values("news.articles.rejected", 0).stream().filter(RedriveIT::isOfAStage).count();
    assertThat(raw).isEqualTo(published);
    assertThat(enriched + cluster.duplicates() + rejected + dead).isEqualTo(raw);
  }

  /** Not one that a test wrote, nor one of the edge. */
  private static boolean isOfAStage(GenericRecord rejection) {
    return rejection.get("topic") != null
        && !String.valueOf(rejection.get("reason")).contains("older build");
  }

  private Ended redrive(String... arguments) {
    List<String> words = new ArrayList<>(List.of("redrive"));
    words.addAll(List.of(arguments));
    return InProcess.run(CommandLine.words(cluster.settings(), words.toArray(String[]::new)));
  }

  private static List<String> outcomes(Ended ended) {
    return ended.lines().stream().map(line -> json(line).path("outcome").asText()).toList();
  }

  private static JsonNode line(Ended ended, String outcome) {
    return ended.lines().stream()
        .map(RedriveIT::json)
        .filter(line -> line.path("outcome").asText().equals(outcome))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException broken) {
      throw new AssertionError(line, broken);
    }
  }

  private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(
            header -> {
              if (!header.key().endsWith("stacktrace") && header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
              }
            });
    return headers;
  }

  private RecordSerdes serdes() {
    return new RecordSerdes(cluster.settings());
  }

  private byte[] rejection(RawArticle article, String reason) {
    Rejection.Builder rejection =
        Rejection.newBuilder()
            .setStep(article == null ? "ingest-page" : "enrich-check")
            .setReason(reason)
            .setObservedAt(OBSERVED)
            .setArticle(article);
    if (article != null) {
      rejection.setTopic("news.articles.raw").setPartition(0).setOffset(0L);
    }
    return serdes()
        .of(Rejection.class)
        .serializer()
        .serialize("news.articles.rejected", rejection.build());
  }

  private static RawArticle anArticle(String id, Instant published) {
    return RawArticle.newBuilder()
        .setId(id)
        .setSource("Basin News")
        .setHeadline("Quiet night in Sinjar")
        .setBody("Nothing happened there.")
        .setPublishedAt(published)
        .setObservedAt(OBSERVED)
        .setFeed("jsonl:test")
        .build();
  }

  private void publish(String topic, String key, byte[] value) {
    publish(topic, key, value, 1);
  }

  private void publish(String topic, String key, byte[] value, int times) {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "compression.type",
                "gzip",
                "max.request.size",
                8 << 20),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (int k = 0; k < times; k++) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
      }
      producer.flush();
    }
  }
}
