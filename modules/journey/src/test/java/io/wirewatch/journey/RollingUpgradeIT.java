package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.ingest.ArticlePublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances of both stages, replaced one at a time by another build while articles flow. The
 * other build writes records with one more field, so each build reads what the other has written:
 * on the topics, and in what the stages remember.
 */
@Tag("upgrade")
final class RollingUpgradeIT {
  private static final Instant OBSERVED = Instant.parse("2025-08-18T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path directory;
  private EmbeddedCluster cluster;
  private Settings settings;
  private Admin admin;
  private final List<Instance> instances = new ArrayList<>();
  private final AtomicBoolean upgraded = new AtomicBoolean();

  @BeforeEach
  void start() throws IOException {
    cluster = EmbeddedCluster.start(directory);
    settings = cluster.settings();
    admin = Admin.create(settings.asClientConfig());
    cluster.createTopics(Topics.all(List.of()), 2);
    Files.writeString(
        directory.resolve("rules.yaml"),
        "version: 1\nrules:\n  - {id: border, when: {term: border}}\n");
  }

  @AfterEach
  void stop() {
    instances.forEach(Instance::close);
    admin.close();
    cluster.close();
  }

  @Test
  void upgrade_oneInstanceAtATimeUnderLoad_losesNothingAndDoublesNothing() throws Exception {
    List<Path> second = List.of(SecondBuild.records(directory.resolve("second")));
    Instance enrichOne = stage(List.of(), "enrich", 1);
    Instance enrichTwo = stage(List.of(), "enrich", 2);
    Instance alertOne = stage(List.of(), "alert", 1);
    Instance alertTwo = stage(List.of(), "alert", 2);
    awaitInstances("wirewatch-enrich");
    awaitInstances("wirewatch-alert");
    CompletableFuture<Integer> articles = CompletableFuture.supplyAsync(this::publish);
    PlainReader reader = new PlainReader(cluster.bootstrapServers(), cluster.registryUrl());
    // All enriched articles go through one task: the first to be replaced may be who has it.
    assertThat(reader.values("news.articles.enriched", 1)).isNotEmpty();

    replace(enrichOne, second, "enrich", 1);
    publishFromSecondBuild(second);
    replace(alertOne, second, "alert", 1);
    replace(enrichTwo, second, "enrich", 2);
    replace(alertTwo, second, "alert", 2);
    upgraded.set(true);
    int published = articles.join();

    int revised = (int) IntStream.range(0, published).filter(RollingUpgradeIT::isRevised).count();
    int ofSecondBuild = 20;
    List<GenericRecord> enriched =
        reader.values("news.articles.enriched", published + revised + ofSecondBuild);
    assertThat(revisions(enriched)).isEqualTo(expectedRevisions(published, ofSecondBuild));
    assertThat(enriched)
        .as("records of both builds")
        .anyMatch(record -> article(record).getSchema().getField("desk") == null)
        .anyMatch(record -> article(record).getSchema().getField("desk") != null);
    List<GenericRecord> alerts = reader.values("news.alerts", (published + 2) / 3);
    assertThat(alerts.stream().map(alert -> String.valueOf(alert.get("article"))).sorted())
        .containsExactlyElementsOf(
            IntStream.range(0, published).filter(k -> k % 3 == 0).mapToObj(this::id).toList());
    assertThat(instances.stream().filter(Instance::isAlive)).hasSize(4);
    assertThat(reader.records("news.dead-letter", 0)).isEmpty();
    assertThat(reader.records("news.articles.rejected", 0)).isEmpty();
  }

  private void replace(Instance old, List<Path> build, String stage, int number) throws Exception {
    old.stop();
    stage(build, stage, number);
    awaitInstances("wirewatch-" + stage);
  }

  private Instance stage(List<Path> build, String stage, int number) throws IOException {
    List<String> words =
        CommandLine.words(
            cluster.settings(),
            stage,
            "--set",
            "state.dir=" + directory.resolve("state-" + number));
    if (stage.equals("alert")) {
      words.addAll(List.of("--rules", directory.resolve("rules.yaml").toString()));
    }
    Path log = directory.resolve(stage + number + "-" + instances.size());
    Instance instance = Instance.start(build, log, words);
    instances.add(instance);
    return instance;
  }

  /**
   * Old instances read what a producer of the other build writes; on the same day as all others,
   * since a year later everything would be forgotten.
   */
  private void publishFromSecondBuild(List<Path> build) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int k = 0; k < 20; k++) {
      lines.append(
          "{\"source\":\"Basin News\",\"url\":\"https://basin.example.org/%d\",\"headline\":\"Night %d\",\"body\":\"A quiet one.\",\"publishedAt\":\"%s\"}%n"
              .formatted(k, k, OBSERVED));
    }
    Path file = Files.writeString(directory.resolve("second.jsonl"), lines);
    Instance ingest =
        Instance.start(
            build,
            directory.resolve("ingest"),
            CommandLine.words(cluster.settings(), "ingest", "jsonl", file.toString()));
    assertThat(ingest.exit()).as(ingest.said()).isZero();
  }

  /** One article after the other until the upgrade is done; some come again, some are revised. */
  private int publish() {
    int next = 0;
    try (ArticlePublisher publisher = new ArticlePublisher(settings)) {
      // 60 more, so that the last of what needs 50 followers is in.
      for (int rest = 60; rest > 0; next++) {
        publisher.publish(article(next, "")).join();
        if (next >= 50) {
          publishOld(publisher, next - 50);
        }
        pause();
        rest -= upgraded.get() ? 1 : 0;
      }
      for (int late = next - 50; late < next; late++) {
        publishOld(publisher, late);
      }
    }
    return next;
  }

  private void publishOld(ArticlePublisher publisher, int k) {
    publisher.publish(article(k, "")).join();
    if (isRevised(k)) {
      publisher.publish(article(k, " It was quiet again.")).join();
    }
  }

  private static boolean isRevised(int k) {
    return k % 7 == 0;
  }

  private String id(int k) {
    return "article-%06d".formatted(k);
  }

  private RawArticle article(int k, String more) {
    String said = k % 3 == 0 ? "Guards closed the border." : "The market was open.";
    return RawArticle.newBuilder()
        .setId(id(k))
        .setSource("Basin News")
        .setHeadline("Night " + k)
        .setBody(said + more)
        .setPublishedAt(OBSERVED)
        .setObservedAt(OBSERVED)
        .setFeed("jsonl:test")
        .build();
  }

  private static GenericRecord article(GenericRecord enriched) {
    return (GenericRecord) enriched.get("article");
  }

  /** The revisions of each article, in the order in which they came. */
  private static Map<String, List<Object>> revisions(List<GenericRecord> enriched) {
    Map<String, List<Object>> revisions = new TreeMap<>();
    for (GenericRecord record : enriched) {
      String headline = article(record).get("feed") + " " + article(record).get("headline");
      revisions
          .computeIfAbsent(
              headline.replaceAll("^jsonl:\\S*second\\S*", "second"), k -> new ArrayList<>())
          .add(record.get("revision"));
    }
    return revisions;
  }

  private static Map<String, List<Object>> expectedRevisions(int published, int ofSecondBuild) {
    Map<String, List<Object>> expected = new HashMap<>();
    for (int k = 0; k < published; k++) {
      expected.put("jsonl:test Night " + k, isRevised(k) ? List.of(1, 2) : List.of(1));
    }
    for (int k = 0; k < ofSecondBuild; k++) {
      expected.put("second Night " + k, List.of(1));
    }
    return expected;
  }

  /** Waits until two instances share the partitions, and those of before have left. */
  private void awaitInstances(String group) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ConsumerGroupDescription now;
    do {
      assertThat(System.nanoTime()).as("two instances in %s; %s", group, said()).isLessThan(end);
      pause();
      now = described(group);
    } while (now == null
        || now.groupState() != GroupState.STABLE
        || now.members().size() != 2
        || now.members().stream().anyMatch(m -> m.assignment().topicPartitions().isEmpty()));
  }

  private ConsumerGroupDescription described(String group) throws Exception {
    if (admin.listGroups().all().get().stream().noneMatch(g -> g.groupId().equals(group))) {
      return null;
    }
    return admin.describeConsumerGroups(List.of(group)).all().get().get(group);
  }

  private String said() {
    return String.join("\n", instances.stream().map(Instance::said).toList());
  }

  private static void pause() {
    try {
      // Between two looks: a group and a process tell nobody when they change.
      Thread.sleep(20);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
