package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.ArticlePublisher;
import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.InputReader;
import io.wirewatch.ingest.article.UnusableInputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story of articles from a page to alerts, and of what goes wrong on the way; told once, on
 * whatever broker a subclass has.
 */
abstract class ArticleJourney {
  private static final Instant OBSERVED = Instant.parse("2025-08-18T10:00:00Z");
  private static final String PAGE =
      """
      Basin News
      2 hours ago
      - Basin News
      Trucks queue again at the frontier near Rabia
      Basin News – Mosul Lorries waited for a day on Monday at the Rabia border crossing between Nineveh and Syria, drivers said, after guards looked for members of ISIS in every second one.


      Basin News
      3 hours ago
      - Basin News
      Choir sings in Sulaymaniyah
      Basin News – Sulaymaniyah Forty singers from three schools gave a concert in the old bath house on Sunday night, and the town hall promised them a piano.


      Basin News
      a day ago
      - Basin News
      Engineers leave Taji depot
      Basin News – Baghdad The last engineers of the mission withdrew from the Taji depot north of Baghdad, an army spokesman said, two weeks before the date that had been set.


      Basin News
      a day ago
      - Basin News
      A headline and nothing else
      """;

  @TempDir Path directory;
  private Cluster cluster;
  private PlainReader reader;

  /** The stages, started on the broker that a subclass has. */
  abstract Cluster startCluster(Path directory) throws Exception;

  @BeforeEach
  void start() throws Exception {
    cluster = startCluster(directory);
    reader = new PlainReader(cluster.bootstrapServers(), cluster.registryUrl());
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void page_published_becomesEnrichedArticlesAndAlertsOnEveryTopic() {
    publishPage();

    // Three articles came in; the block without a text is set aside with its reason.
    List<GenericRecord> raw = reader.values("news.articles.raw", 3);
    assertThat(raw)
        .extracting(r -> text(r, "headline"))
        .containsExactlyInAnyOrder(
            "Trucks queue again at the frontier near Rabia",
            "Choir sings in Sulaymaniyah",
            "Engineers leave Taji depot");
    assertThat(reader.values("news.articles.rejected", 1))
        .singleElement()
        .satisfies(r -> assertThat(text(r, "reason")).contains("only a headline"));

    // Each is enriched once, and knows where it plays.
    Map<String, GenericRecord> enriched = byHeadline(reader.values("news.articles.enriched", 3));
    assertThat(enriched).hasSize(3);
    assertThat(regions(enriched.get("Trucks queue again at the frontier near Rabia")))
        .contains("IQ", "IQ-NI", "SY");
    assertThat(regions(enriched.get("Engineers leave Taji depot"))).first().isEqualTo("IQ");

    // The rules speak: each alert once on the common topic and once on its route.
    List<String> alerts = alerts("news.alerts", 3);
    assertThat(alerts)
        .containsExactlyInAnyOrder(
            "border NEW Trucks queue again at the frontier near Rabia",
            "isis NEW Trucks queue again at the frontier near Rabia",
            "withdrawal NEW Engineers leave Taji depot");
    assertThat(
            Stream.of("border", "isis", "withdrawal")
                .flatMap(route -> alerts("news.alerts." + route, 1).stream()))
        .containsExactlyInAnyOrderElementsOf(alerts);
  }

  @Test
  void page_publishedTwice_alertsOnce() {
    publishPage();
    publishPage();

    assertThat(reader.records("news.articles.raw", 6)).hasSize(6);
    assertThat(reader.records("news.articles.enriched", 3)).hasSize(3);
    assertThat(reader.records("news.alerts", 3)).hasSize(3);
    assertThat(cluster.duplicates()).isEqualTo(3);
  }

  @Test
  void article_updated_alertsForWhatIsNewAndTakesBackWhatIsGone() {
    publish(anArticle("The army left the hills near Sinjar; ISIS had been seen there."));
    publish(anArticle("The army left the hills near Sinjar and closed the border."));

    assertThat(alerts("news.alerts", 3))
        .containsExactly(
            "isis NEW Quiet night in Sinjar",
            "border NEW Quiet night in Sinjar",
            "isis RETRACTED Quiet night in Sinjar");
    assertThat(reader.values("news.articles.enriched", 2))
        .extracting(r -> r.get("revision"))
        .containsExactly(1, 2);
  }

  @Test
  void bytes_thatCannotBeRead_areDeadLettersAndTheStageGoesOn() {
    byte[] notAvro = "not avro at all".getBytes(StandardCharsets.UTF_8);
    byte[] unknownSchema = {0, 0, 0, 77, 77, 2, 2, 2};
    publishBytes(notAvro);
    publishBytes(unknownSchema);
    publish(anArticle("The border is open again."));

    var letters = reader.records("news.dead-letter", 2);
    assertThat(letters)
        .extracting(r -> r.value())
        .containsExactlyInAnyOrder(notAvro, unknownSchema);
    assertThat(letters.get(0).headers())
        .extracting(Header::key)
        .contains(
            "__streams.errors.exception",
            "__streams.errors.topic",
            "__streams.errors.partition",
            "__streams.errors.offset");
    assertThat(alerts("news.alerts", 1)).containsExactly("border NEW Quiet night in Sinjar");
  }

  @Test
  void articles_thatCannotBeUsed_areRejectedWithWhereTheyWere() {
    publish(anArticle("x".repeat(1024 * 1024 + 1)));
    RawArticle early = anArticle("It will have been quiet.");
    early.setId("early");
    early.setPublishedAt(OBSERVED.plusSeconds(3 * 86_400));
    publish(early);

    List<GenericRecord> rejected = reader.values("news.articles.rejected", 2);
    assertThat(rejected)
        .extracting(r -> text(r, "step"), r -> text(r, "topic"))
        .containsOnly(tuple("enrich-check", "news.articles.raw"));
    assertThat(rejected)
        .extracting(r -> text(r, "reason"))
        .anyMatch(reason -> reason.contains("1 MiB"))
        .anyMatch(reason -> reason.contains("future"));
    assertThat(reader.records("news.articles.enriched", 0)).isEmpty();
  }

  @Test
  void sums_afterAllOfThat_addUp() {
    publishPage();
    publishPage();
    publishBytes(new byte[] {1, 2, 3});
    publish(anArticle(" ".repeat(3)));
    publish(anArticle("Nothing happened."));

    int published = reader.records("news.articles.raw", 9).size();
    int enriched = reader.records("news.articles.enriched", 5).size();
    int dead = reader.records("news.dead-letter", 1).size();
    long rejectedByStage =
        reader.values("news.articles.rejected", 2).stream()
            .filter(rejection -> rejection.get("topic") != null)
            .count();
    assertThat(published).isEqualTo(9);
    assertThat(enriched + cluster.duplicates() + rejectedByStage + dead).isEqualTo(published);
  }

  private void publishPage() {
    Input page =
        new Input(
            "page.txt",
            () ->
                new Input.Content(
                    new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8)), null, null));
    try (ArticlePublisher publisher = new ArticlePublisher(cluster.settings())) {
      new InputReader(Optional.of(InputKind.PAGE)).read(page, OBSERVED, publisher);
      publisher.flush();
    } catch (UnusableInputException broken) {
      throw new AssertionError(broken);
    }
  }

  private void publish(RawArticle article) {
    try (ArticlePublisher publisher = new ArticlePublisher(cluster.settings())) {
      publisher.publish(article).join();
    }
  }

  private void publishBytes(byte[] value) {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", cluster.bootstrapServers());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("news.articles.raw", "some-key", value)).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  private static RawArticle anArticle(String body) {
    return RawArticle.newBuilder()
        .setId("sinjar")
        .setSource("Basin News")
        .setUrl("https://basin.example.org/sinjar")
        .setHeadline("Quiet night in Sinjar")
        .setBody(body)
        .setPublishedAt(OBSERVED.minusSeconds(600))
        .setObservedAt(OBSERVED)
        .setFeed("jsonl:test")
        .build();
  }

  private List<String> alerts(String topic, int expected) {
    return reader.values(topic, expected).stream()
        .map(r -> text(r, "rule") + " " + text(r, "status") + " " + text(r, "headline"))
        .toList();
  }

  private static Map<String, GenericRecord> byHeadline(List<GenericRecord> enriched) {
    return enriched.stream()
        .collect(Collectors.toMap(r -> text((GenericRecord) r.get("article"), "headline"), r -> r));
  }

  private static List<String> regions(GenericRecord enriched) {
    return ((List<?>) enriched.get("regions"))
        .stream().map(region -> text((GenericRecord) region, "code")).toList();
  }

  private static String text(GenericRecord record, String field) {
    return String.valueOf(record.get(field));
  }
}
