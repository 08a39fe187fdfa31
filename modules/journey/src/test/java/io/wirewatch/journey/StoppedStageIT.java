package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.ingest.ArticlePublisher;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage that is told to end closes all that it has before its process ends. */
final class StoppedStageIT {
  private static final String GROUP = "wirewatch-enrich";

  @TempDir Path directory;
  private EmbeddedCluster cluster;
  private Admin admin;

  @BeforeEach
  void start() {
    cluster = EmbeddedCluster.start(directory);
    cluster.createTopics(Topics.all(List.of()), 1);
    admin = Admin.create(cluster.settings().asClientConfig());
    try (ArticlePublisher publisher = new ArticlePublisher(cluster.settings())) {
      publisher.publish(anArticle()).join();
    }
  }

  @AfterEach
  void stop() {
    admin.close();
    cluster.close();
  }

  @Test
  void enrich_toldToEnd_hasLeftItsGroupWhenItEnds() throws Exception {
    List<String> words =
        CommandLine.words(
            cluster.settings(), "enrich", "--set", "state.dir=" + directory.resolve("state"));
    try (Instance enrich = Instance.start(List.of(), directory.resolve("said"), words)) {
      PlainReader reader = new PlainReader(cluster.bootstrapServers(), cluster.registryUrl());
      assertThat(reader.values("news.articles.enriched", 1)).as(enrich.said()).hasSize(1);
      assertThat(members()).isNotEmpty();

      enrich.stop();

      assertThat(enrich.exit()).as(enrich.said()).isZero();
      // Else its partitions would wait until its session has timed out.
      assertThat(members()).isEmpty();
    }
  }

  private Collection<MemberDescription> members() throws Exception {
    return admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP).members();
  }

  private static RawArticle anArticle() {
    return RawArticle.newBuilder()
        .setId("night")
        .setSource("Basin News")
        .setHeadline("A quiet night")
        .setBody("The market was open.")
        .setObservedAt(Instant.parse("2025-08-18T10:00:00Z"))
        .setFeed("jsonl:test")
        .build();
  }
}
