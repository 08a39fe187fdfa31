package io.wirewatch.deliver.dispatch;

import io.wirewatch.Delivery;
import io.wirewatch.DeliveryOutcome;
import io.wirewatch.FailedDelivery;
import io.wirewatch.Incident;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.deliver.route.Plan;
import io.wirewatch.deliver.target.Message;
import io.wirewatch.deliver.target.Target;
import io.wirewatch.deliver.target.TargetSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Messages that a target did not take, tried once more under the same idempotency keys. Of several
 * that do so on a cluster, the one that began last goes on.
 */
public final class FailedMessages implements AutoCloseable {

  /** The transactional id. */
  public static final String TRANSACTIONS = "wirewatch-deliver-retry";

  private final RecordSerdes serdes;
  private final Clock clock;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<String, TargetSpec> specs = new HashMap<>();
  private final Map<String, Target> opened = new HashMap<>();

  /** Ends another that is under way. */
  public FailedMessages(Settings settings, Plan plan, Clock clock) {
    this.serdes = new RecordSerdes(settings);
    this.clock = clock;
    plan.targets().forEach(spec -> specs.put(spec.name(), spec));
    producer =
        new KafkaProducer<>(
            settings.asTransactionalConfig(TRANSACTIONS, Topics.FAILED_DELIVERIES.maxRecordBytes()),
            new StringSerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
  }

  /** Another began on this cluster; what this one has done stays done. */
  public static final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OvertakenException(Throwable fenced) {
      super(fenced);
    }
  }

  /** All that there are now, in the order in which they failed last. */
  public static Collection<FailedDelivery> all(Settings settings) {
    Map<String, FailedDelivery> all = new LinkedHashMap<>();
    try (PlainTopic<FailedDelivery> topic = new PlainTopic<>(settings, Topics.FAILED_DELIVERIES)) {
      topic.upTo(
          topic.end(),
          (at, failed) -> {
            all.remove(at.key());
            if (failed != null) {
              all.put(at.key(), failed);
            }
          });
    }
    return all.values();
  }

  /**
   * Tries one once more, and writes what came of it; empty where the plan has no such target.
   *
   * @throws OvertakenException where another has begun since
   */
  public Optional<Target.Answer> retry(FailedDelivery failed) throws InterruptedException {
    TargetSpec spec = specs.get(failed.getTarget());
    if (spec == null) {
      return Optional.empty();
    }
    long began = System.nanoTime();
    Target.Answer answer =
        opened.computeIfAbsent(spec.name(), name -> spec.open(clock)).send(message(failed));
    long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
    write(failed, answer, (int) Math.min(took, Integer.MAX_VALUE));
    return Optional.of(answer);
  }

  private static Message message(FailedDelivery failed) {
    return new Message(
        failed.getMessage(),
        failed.getKind(),
        failed.getGroup(),
        new TreeMap<>(failed.getLabels()),
        failed.getIncidents(),
        Optional.ofNullable(failed.getText()),
        Optional.empty(),
        failed.getMadeAt());
  }

  private void write(FailedDelivery failed, Target.Answer answer, int tookMillis) {
    boolean isTaken = answer instanceof Target.Answer.Taken;
    Instant now = clock.instant();
    producer.beginTransaction();
    try {
      send(
          Topics.DELIVERIES,
          Group.key(failed.getTarget(), failed.getGroup()),
          line(failed, answer, now).setTookMillis(tookMillis).build());
      send(
          Topics.FAILED_DELIVERIES,
          Group.key(failed.getTarget(), failed.getMessage()),
          isTaken
              ? null
              : FailedDelivery.newBuilder(failed)
                  .setAttempts(failed.getAttempts() + 1)
                  .setReason(answer.words())
                  .setAt(now)
                  .build());
      producer.commitTransaction();
    } catch (ProducerFencedException | InvalidProducerEpochException fenced) {
      throw new OvertakenException(fenced);
    } catch (KafkaException broken) {
      producer.abortTransaction();
      throw broken;
    }
  }

  private static Delivery.Builder line(FailedDelivery failed, Target.Answer answer, Instant now) {
    boolean isTaken = answer instanceof Target.Answer.Taken;
    List<Incident> incidents = failed.getIncidents();
    return Delivery.newBuilder()
        .setTarget(failed.getTarget())
        .setGroup(failed.getGroup())
        .setMessage(failed.getMessage())
        .setKind(failed.getKind())
        .setOutcome(isTaken ? DeliveryOutcome.DELIVERED : DeliveryOutcome.FAILED)
        .setAttempt(failed.getAttempts() + 1)
        .setAt(now)
        .setAnswer(Changes.shortened(answer.words()))
        .setAlerts(incidents.stream().map(one -> one.getAlert().getId()).distinct().toList())
        .setIncidents(incidents.stream().map(Incident::getId).distinct().toList());
  }

  private <V extends SpecificRecord> void send(Topic<V> topic, String key, @Nullable V value) {
    byte[] bytes =
        value == null
            ? null
            : serdes.of(SpecificRecord.class).serializer().serialize(topic.name(), value);
    // A failure comes back at the commit.
    var unused = producer.send(new ProducerRecord<>(topic.name(), key, bytes));
  }

  @Override
  public void close() {
    opened.values().forEach(Target::close);
    producer.close();
  }
}
