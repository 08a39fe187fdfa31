package io.wirewatch.deliver.dispatch;

import static io.wirewatch.deliver.dispatch.Ferries.joined;
import static io.wirewatch.deliver.dispatch.Ferries.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wirewatch.Delivery;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.FailedDelivery;
import io.wirewatch.Incident;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.target.Target;
import io.wirewatch.deliver.target.TargetSpec.Updates;
import io.wirewatch.embedded.EmbeddedCluster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Incidents to targets on a real broker; each test has incidents of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DispatchingIT {
  private static final Duration MOST = Duration.ofSeconds(20);

  private EmbeddedCluster cluster;
  private Settings settings;
  private KafkaProducer<String, byte[]> producer;

  @BeforeAll
  void start(@TempDir Path directory) {
    cluster = EmbeddedCluster.start(directory);
    settings = cluster.settings();
    cluster.createTopics(Topics.all(List.of()), 1);
    producer =
        new KafkaProducer<>(
            settings.asClientConfig(), new StringSerializer(), new ByteArraySerializer());
  }

  @AfterAll
  void stop() {
    producer.close();
    cluster.close();
  }

  @Test
  void hangingTarget_doesNotHoldTheOther_andGroupsKeepTheirOrder() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    ScriptedTarget hanging =
        new ScriptedTarget(
            "hanging",
            Updates.ALL,
            (message, before) -> {
              released.await();
              return ScriptedTarget.TAKEN;
            });
    ScriptedTarget quick = ScriptedTarget.willing("quick");
    try (Dispatching dispatching = dispatch(SimplePlan.byIncident(hanging, quick))) {
      for (int i = 0; i < 20; i++) {
        publish(opened("h" + i));
      }
      for (int i = 0; i < 20; i++) {
        publish(joined("h" + i, "j" + i));
      }
      await("the quick one has all", () -> ids(quick).size() == 40, dispatching);
      assertThat(hanging.told()).as("so many at once").hasSize(4);
      for (int i = 0; i < 20; i++) {
        assertThat(ids(quick)).containsSubsequence("h" + i, "j" + i);
      }
      released.countDown();
      await("the other has all", () -> ids(hanging).containsAll(ids(quick)), dispatching);
    }
  }

  private static List<String> ids(ScriptedTarget target) {
    // What waits together is told together.
    return target.told().stream()
        .flatMap(told -> told.message().incidents().stream())
        .map(incident -> incident.getAlert().getId())
        .toList();
  }

  @Test
  @SuppressWarnings("try") // The first ends while the second stands by.
  void secondInstance_standsBy_andGoesOnWhereTheFirstEnded() throws Exception {
    ScriptedTarget first = ScriptedTarget.willing("both");
    ScriptedTarget second = ScriptedTarget.willing("both");
    try (Dispatching one = dispatch(SimplePlan.byIncident(first))) {
      publish(opened("s1"));
      await("the first has one", () -> first.ids().contains("s1"), one);
      try (Dispatching two = dispatch(SimplePlan.byIncident(second))) {
        publish(opened("s2"));
        await("the first has two", () -> first.ids().contains("s2"), one);
        await("its answer is written", () -> delivered("both").contains("s2"), one);
        assertThat(two.isActive()).isFalse();
        one.close();
        publish(joined("s1", "s3"));
        await("the second has the third", () -> second.ids().contains("s3"), two);
      }
    }
    assertThat(second.ids()).containsExactly("s3");
    assertThat(second.told().get(0).message().kind()).hasToString("UPDATE");
    assertThat(delivered("both")).containsExactly("s1", "s2", "s3");
  }

  @Test
  void messageThatIsRefused_isOnTheFailedTopicAndItsGroupGoesOn() throws Exception {
    ScriptedTarget picky =
        new ScriptedTarget(
            "picky",
            Updates.ALL,
            (message, before) ->
                message.id().equals("f1")
                    ? new Target.Answer.Never("410 gone")
                    : ScriptedTarget.TAKEN);
    try (Dispatching dispatching = dispatch(SimplePlan.byIncident(picky))) {
      publish(opened("f1"));
      await("the first was tried", () -> picky.ids().contains("f1"), dispatching);
      publish(joined("f1", "f2"));
      await("the second is taken", () -> delivered("picky").contains("f2"), dispatching);
    }

    FailedDelivery failed = values(Topics.FAILED_DELIVERIES).get("picky/f1");
    assertThat(Objects.requireNonNull(failed).getReason()).isEqualTo("410 gone");
    assertThat(failed.getIncidents()).extracting(Incident::getId).containsExactly("f1");
    assertRetried(failed);
  }

  private void assertRetried(FailedDelivery failed) throws Exception {
    ScriptedTarget again =
        new ScriptedTarget(
            "picky",
            Updates.ALL,
            (message, before) -> before == 0 ? ScriptedTarget.later() : ScriptedTarget.TAKEN);
    try (FailedMessages messages =
        new FailedMessages(settings, SimplePlan.byIncident(again), Clock.systemUTC())) {
      assertThat(messages.retry(failed)).containsInstanceOf(Target.Answer.Later.class);
      FailedDelivery still = values(Topics.FAILED_DELIVERIES).get("picky/f1");
      assertThat(Objects.requireNonNull(still).getAttempts()).isEqualTo(2);
      assertThat(messages.retry(still)).containsInstanceOf(Target.Answer.Taken.class);
      assertThat(FailedMessages.all(settings)).doesNotContain(failed, still);
      assertThat(again.ids()).containsExactly("f1", "f1");
      assertThat(delivered("picky")).containsExactlyInAnyOrder("f1", "f2");
      try (FailedMessages later =
          new FailedMessages(settings, SimplePlan.byIncident(again), Clock.systemUTC())) {
        assertThat(later.retry(failed)).containsInstanceOf(Target.Answer.Taken.class);
        assertThatExceptionOfType(FailedMessages.OvertakenException.class)
            .isThrownBy(() -> messages.retry(still));
      }
    }
  }

  @Test
  void recordThatCannotBeRead_isSetAside() throws Exception {
    ScriptedTarget target = ScriptedTarget.willing("reader");
    try (Dispatching dispatching = dispatch(SimplePlan.byIncident(target))) {
      byte[] rubbish = "not avro".getBytes(StandardCharsets.UTF_8);
      producer.send(new ProducerRecord<>(Topics.INCIDENTS.name(), "x", rubbish)).get();
      publish(opened("u1"));
      await("the next is told", () -> target.ids().contains("u1"), dispatching);
    }
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      var partition = new org.apache.kafka.common.TopicPartition(Topics.DEAD_LETTER.name(), 0);
      assertThat(
              admin
                  .listOffsets(Map.of(partition, OffsetSpec.latest()))
                  .partitionResult(partition)
                  .get()
                  .offset())
          .isPositive();
    }
  }

  private Dispatching dispatch(Plan plan) {
    return new Dispatching(
        plan, settings, new Dispatching.Tools(Clock.systemUTC(), new Random(3)), new Quiet());
  }

  private void publish(Incident incident) {
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topics.INCIDENTS.name(),
                incident.getId(),
                new RecordSerdes(settings)
                    .of(Incident.class)
                    .serializer()
                    .serialize(Topics.INCIDENTS.name(), incident)));
  }

  /** Ids of messages that a target took, as the log has it. */
  private List<String> delivered(String target) {
    List<String> ids = new ArrayList<>();
    try (PlainTopic<Delivery> log = new PlainTopic<>(settings, Topics.DELIVERIES)) {
      log.upTo(
          log.end(),
          (at, line) -> {
            if (line != null
                && line.getTarget().equals(target)
                && line.getOutcome() == DeliveryOutcome.DELIVERED) {
              ids.add(line.getMessage());
            }
          });
    }
    return ids;
  }

  private <V> Map<String, V> values(Topic<V> topic) {
    Map<String, V> values = new HashMap<>();
    try (PlainTopic<V> log = new PlainTopic<>(settings, topic)) {
      log.upTo(log.end(), (at, value) -> values.put(at.key(), value));
    }
    return values;
  }

  private static void await(String what, BooleanSupplier is, Dispatching dispatching)
      throws InterruptedException {
    long end = System.nanoTime() + MOST.toNanos();
    while (!is.getAsBoolean()) {
      assertThat(dispatching.failure()).isEmpty();
      assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
      // Topics and targets tell nobody when something has come.
      Thread.sleep(20);
    }
  }

  private static final class Quiet implements Watcher {
    @Override
    public void attempted(String target, DeliveryOutcome outcome) {}

    @Override
    public void told(String target, Headers record) {}

    @Override
    public void rests(String target, String answer, Instant until) {
      // Nobody looks.
    }

    @Override
    public void recovered(String target) {
      // Nobody looks.
    }

    @Override
    public void failed(String target, String message, String reason) {
      // Nobody looks.
    }
  }
}
