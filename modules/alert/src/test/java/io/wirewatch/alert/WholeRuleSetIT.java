package io.wirewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.PublishedRule;
import io.wirewatch.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No reader of published rules ever sees half a set, whatever becomes of publishers. */
@SuppressWarnings("try") // To be open is all that a follower has to do.
final class WholeRuleSetIT {
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
  void publisher_killedHalfWay_leavesNothingBehind() throws Exception {
    RulePublisher publisher = cluster.publisher();
    RuleSet before = cluster.rules("a: border", "b: bridge");
    publisher.publish(before, RulesCluster.UNWATCHED);
    try (KafkaProducer<String, PublishedRule> killed = cluster.transactional()) {
      killed.send(RulesCluster.rule("a", "half")).get();
      assertThat(cluster.published()).isEqualTo(before.hash());

      RuleSet after = cluster.rules("b: tunnel");
      publisher.publish(after, RulesCluster.UNWATCHED);

      assertThat(cluster.published()).isEqualTo(after.hash());
      killed.close(Duration.ZERO);
    }
  }

  @Test
  void publishers_atOnce_theOneThatBeganLaterWins() throws Exception {
    RulePublisher publisher = cluster.publisher();
    RuleSet earlier = cluster.rules("a: border", "b: bridge");
    RuleSet later = cluster.rules("a: ferry", "c: tunnel");

    assertThatThrownBy(
            () ->
                publisher.publish(
                    earlier,
                    (written, all) -> {
                      if (written == 1) {
                        publisher.publish(later, RulesCluster.UNWATCHED);
                      }
                    }))
        .isInstanceOf(NotPublishedException.class)
        .hasMessageContaining("another publisher began later");

    assertThat(cluster.published()).isEqualTo(later.hash());
  }

  @Test
  void reader_whilePublishersPublish_neverSeesHalfASet() throws Exception {
    RulePublisher publisher = cluster.publisher();
    RuleSet one = cluster.rules(many("border"));
    RuleSet two = cluster.rules(many("bridge"));
    publisher.publish(one, RulesCluster.UNWATCHED);
    CompletableFuture<Void> publishing =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 4; i++) {
                publisher.publish(two, RulesCluster.UNWATCHED);
                publisher.publish(one, RulesCluster.UNWATCHED);
              }
            });

    Set<String> seen = new HashSet<>();
    do {
      seen.add(cluster.published());
    } while (!publishing.isDone());

    publishing.join();
    assertThat(seen).isSubsetOf(one.hash(), two.hash());
  }

  @Test
  void ruleThatNobodyPublished_isTakenAwayWithTheNextSet() throws Exception {
    RulePublisher publisher = cluster.publisher();
    publisher.publish(cluster.rules("a: border"), RulesCluster.UNWATCHED);
    cluster.write(RulesCluster.rule("stray", "v"));

    RulePublisher.Change change =
        publisher.publish(cluster.rules("a: border"), RulesCluster.UNWATCHED);

    assertThat(change).isEqualTo(new RulePublisher.Change(List.of(), List.of("stray"), 1));
  }

  @Test
  void setThatIsNotWhole_isRejected_andRunsOnceItIsPublishedAgain() throws Exception {
    RunningRules running = new RunningRules(cluster.rules("a: border"));
    String before = running.hash();
    RuleSet wanted = cluster.rules("a: ferry", "b: bridge");
    try (PublishedRules following = cluster.following(running, "one")) {
      cluster.write(RulesCluster.seal(wanted.hash(), 2));
      assertThat(cluster.rejections(1).get(0).getReason()).contains("another number of rules");
      assertThat(running.hash()).isEqualTo(before);

      cluster.publisher().publish(wanted, RulesCluster.UNWATCHED);

      RulesCluster.await(() -> running.hash().equals(wanted.hash()));
    }
  }

  @Test
  void sealLeftBehindByCompaction_isNotJudged() throws Exception {
    RuleSet wanted = cluster.rules("a: ferry", "b: bridge");
    cluster.publisher().publish(cluster.rules("a: tunnel", "b: tunnel"), RulesCluster.UNWATCHED);
    // An old seal with two rules behind it, of which the first is already that of the next set.
    cluster.write(RulesCluster.seal("0000000000000000", 2));
    cluster.publisher().publish(wanted, RulesCluster.UNWATCHED);
    RunningRules running = new RunningRules(cluster.rules("c: border"));

    try (PublishedRules following = cluster.following(running, "one")) {
      assertThat(running.hash()).isEqualTo(wanted.hash());
      cluster.write(RulesCluster.seal("1111111111111111", 2));
      assertThat(cluster.rejections(1).get(0).getReason()).contains("1111111111111111");
    }
  }

  @Test
  void recordThatCannotBeRead_doesNotStopTheFollower() throws Exception {
    RunningRules running = new RunningRules(cluster.rules("a: border"));
    RuleSet published = cluster.rules("a: border", "b: bridge");
    try (PublishedRules following = cluster.following(running, "one")) {
      cluster.writeBytes("x", "not Avro");

      cluster.publisher().publish(published, RulesCluster.UNWATCHED);

      RulesCluster.await(() -> running.hash().equals(published.hash()));
      assertThat(following.failure()).isEmpty();
    }
  }

  @Test
  void ruleTooLargeForARecord_isNamed_andNothingIsPublished() throws Exception {
    RulePublisher publisher = cluster.publisher();
    RuleSet before = cluster.rules("a: border");
    publisher.publish(before, RulesCluster.UNWATCHED);
    RuleSet huge = RuleSet.load(hugeRule());

    assertThatThrownBy(() -> publisher.publish(huge, RulesCluster.UNWATCHED))
        .isInstanceOf(NotPublishedException.class)
        .hasMessageContaining("rule huge has");
    assertThat(cluster.published()).isEqualTo(before.hash());
  }

  /** A rule of so many alternatives that its normal form has over 5 MiB. */
  private Path hugeRule() throws Exception {
    Path path = directory.resolve("huge.yaml");
    String terms =
        IntStream.range(0, 60_000)
            .mapToObj(i -> "{exact: " + "x".repeat(90) + i + "}")
            .collect(Collectors.joining(",\n"));
    Files.writeString(path, "version: 1\nrules:\n  - {id: huge, when: {any: [" + terms + "]}}\n");
    return path;
  }

  private static String[] many(String term) {
    return IntStream.range(0, 3_000).mapToObj(i -> "r" + i + ": " + term).toArray(String[]::new);
  }
}
