package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.deliver.incident.IncidentTopology;
import io.wirewatch.ingest.ArticlePublisher;
import io.wirewatch.journey.CommandLine.Ended;
import io.wirewatch.stage.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage is made to forget, only while it is stopped. */
final class ResetIT {
  private static final String CHANGELOG = "wirewatch-enrich-seen-articles-changelog";

  @TempDir Path directory;
  private Cluster cluster;
  private PlainReader reader;
  private CommandLine wirewatch;

  @BeforeEach
  void start() throws Exception {
    cluster = Cluster.embedded(directory);
    reader = new PlainReader(cluster.bootstrapServers(), cluster.registryUrl());
    wirewatch = new CommandLine(directory);
    try (ArticlePublisher publisher = new ArticlePublisher(cluster.settings())) {
      publisher.publish(anArticle()).join();
    }
    assertThat(reader.records("news.alerts", 1)).hasSize(1);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void reset_whileTheStageRuns_isRefused() {
    CommandLine.assertRefused(reset(), "wirewatch-enrich is running", "stop");
  }

  @Test
  void reset_dryRun_saysWhatWouldGoAndChangesNothing() throws Exception {
    cluster.stopStages();

    Ended dry = reset("--dry-run");

    assertThat(dry.exit()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains("\"what\":\"offset\"", "\"to\":0", CHANGELOG)
        .contains(stateOfEnrich().toString());
    assertThat(topicExists(CHANGELOG)).isTrue();
    assertThat(stateOfEnrich()).exists();
  }

  @Test
  void reset_done_makesTheStageReadAllAgain_andNoAlertComesTwice() throws Exception {
    cluster.stopStages();

    Ended done = reset();

    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(topicExists(CHANGELOG)).isFalse();
    assertThat(stateOfEnrich()).doesNotExist();
    cluster.startStages();
    assertThat(reader.values("news.articles.enriched", 2))
        .extracting(enriched -> enriched.get("revision"))
        .containsExactly(1, 1);
    assertThat(reader.records("news.alerts", 1)).hasSize(1);
  }

  @Test
  void reset_ofIncidents_makesThemAnewUnderTheSameIds() throws Exception {
    Stage running = startIncidents();
    String before = reader.records("news.incidents", 1).get(0).key();
    CommandLine.assertRefused(resetOf("incidents"), "wirewatch-incidents is running", "stop");
    running.close();

    Ended done = resetOf("incidents");

    assertThat(done.exit()).as(done.err()).isZero();
    assertThat(topicExists(IncidentConfig.KNOWN)).isFalse();
    assertThat(topicExists(IncidentConfig.REPARTITION)).isFalse();
    try (Stage again = startIncidents()) {
      assertThat(reader.records("news.incidents", 2))
          .as(again.failure().toString())
          .extracting(ConsumerRecord::key)
          .containsExactly(before, before);
      assertThat(reader.values("news.incidents", 2))
          .extracting(incident -> incident.get("revision"))
          .containsExactly(1, 1);
    }
  }

  private Stage startIncidents() {
    return Stage.start(
        IncidentConfig.NAME,
        new IncidentTopology(
                IncidentConfig.of(cluster.settings()), new RecordSerdes(cluster.settings()))
            .get(),
        cluster.settings());
  }

  private Ended reset(String... more) {
    return resetOf("enrich", more);
  }

  private Ended resetOf(String stage, String... more) {
    List<String> words =
        CommandLine.words(
            cluster.settings(),
            "reset",
            "--stage",
            stage,
            "--set",
            "state.dir=" + directory.resolve("state"));
    words.addAll(List.of(more));
    return wirewatch.run(words.toArray(String[]::new));
  }

  private Path stateOfEnrich() {
    return directory.resolve("state").resolve("wirewatch-enrich");
  }

  private boolean topicExists(String topic) throws Exception {
    try (Admin admin = Admin.create(cluster.settings().asClientConfig())) {
      return admin.listTopics().names().get().contains(topic);
    }
  }

  private static RawArticle anArticle() {
    Instant observed = Instant.parse("2025-08-18T10:00:00Z");
    return RawArticle.newBuilder()
        .setId("sinjar")
        .setSource("Basin News")
        .setHeadline("Gate shut")
        .setBody("Guards closed the border.")
        .setPublishedAt(observed.minusSeconds(600))
        .setObservedAt(observed)
        .setFeed("jsonl:test")
        .build();
  }
}
