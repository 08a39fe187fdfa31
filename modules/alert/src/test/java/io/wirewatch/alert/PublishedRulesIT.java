package io.wirewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.PublishedRule;
import io.wirewatch.Rejection;
import io.wirewatch.rules.RuleSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule sets that are published while alert stages run. */
@SuppressWarnings("try") // To be open is all that a follower has to do.
final class PublishedRulesIT {
  @TempDir Path directory;
  private RulesCluster cluster;

  @BeforeEach
  void start() {
    cluster = new RulesCluster(directory);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void set_published_runsEverywhereUnderItsHash() throws Exception {
    RunningRules first = new RunningRules(cluster.rules("a: border"));
    RunningRules second = new RunningRules(cluster.rules("a: border"));
    try (PublishedRules one = cluster.following(first, "one");
        PublishedRules two = cluster.following(second, "two")) {
      RuleSet published = cluster.rules("a: border", "b: bridge");
      cluster.publisher().publish(published, RulesCluster.UNWATCHED);

      RulesCluster.await(
          () -> first.hash().equals(published.hash()) && second.hash().equals(published.hash()));
    }
  }

  @Test
  void stage_startedLater_runsThePublishedSet() throws Exception {
    RuleSet published = cluster.rules("b: bridge");
    cluster.publisher().publish(published, RulesCluster.UNWATCHED);
    RunningRules late = new RunningRules(cluster.rules("a: border"));

    try (PublishedRules following = cluster.following(late, "late")) {
      assertThat(late.hash()).isEqualTo(published.hash());
    }
  }

  @Test
  void publish_again_writesOnlyWhatChanged() throws Exception {
    RulePublisher publisher = cluster.publisher();
    publisher.publish(cluster.rules("a: border", "b: bridge", "c: ferry"), RulesCluster.UNWATCHED);

    RulePublisher.Change change =
        publisher.publish(cluster.rules("a: border", "b: tunnel"), RulesCluster.UNWATCHED);

    assertThat(change).isEqualTo(new RulePublisher.Change(List.of("b"), List.of("c"), 1));
    try (RuleTopic topic = new RuleTopic(cluster.settings())) {
      topic.readToEnd();
      assertThat(topic.set().orElseThrow()).containsOnlyKeys("a", "b");
    }
  }

  @Test
  void compare_ofAnotherSet_writesNothing() throws Exception {
    RulePublisher publisher = cluster.publisher();
    publisher.publish(cluster.rules("a: border"), RulesCluster.UNWATCHED);
    publisher.compare(cluster.rules("b: bridge"));

    try (RuleTopic topic = new RuleTopic(cluster.settings())) {
      topic.readToEnd();
      assertThat(topic.set().orElseThrow()).containsOnlyKeys("a");
    }
  }

  @Test
  void set_thatDoesNotCompile_isRejectedAndTheOldOneStays() throws Exception {
    RunningRules running = new RunningRules(cluster.rules("a: border"));
    String before = running.hash();
    try (PublishedRules following = cluster.following(running, "one")) {
      writeBroken();

      List<Rejection> rejected = cluster.rejections(1);
      assertThat(rejected)
          .singleElement()
          .satisfies(
              record -> {
                assertThat(record.getStep()).hasToString("alert-rules");
                assertThat(record.getTopic()).hasToString("news.rules");
              });
      assertThat(running.hash()).isEqualTo(before);
    }
  }

  @Test
  void instance_running_saysWhatItRuns_andNoMoreWhenItHasStopped() throws Exception {
    RunningRules running = new RunningRules(cluster.rules("a: border"));
    try (PublishedRules following = cluster.following(running, "one")) {
      RulesCluster.await(() -> saidToRun().containsKey("one"));
      assertThat(saidToRun()).containsEntry("one", running.hash());
    }

    RulesCluster.await(() -> saidToRun().isEmpty());
  }

  private Map<String, String> saidToRun() {
    try (RuleTopic topic = new RuleTopic(cluster.settings())) {
      topic.readToEnd();
      return topic.running();
    }
  }

  private void writeBroken() throws Exception {
    cluster.write(
        new ProducerRecord<>(
            "news.rules", "x", new PublishedRule("x", "v", "{\"id\":\"x\"}", null)));
    cluster.write(RulesCluster.seal("h", 1));
  }
}
