package io.wirewatch.alert;

import io.wirewatch.PublishedRule;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the published rules and has an alert stage run them. A set that does not compile is
 * refused, with a line in the log and a rejection; the old one stays.
 */
public final class PublishedRules implements Runnable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedRules.class);

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
  private static final Duration MOST_FOR_CLOSING = Duration.ofSeconds(2);

  private final RunningRules rules;
  private final Instance instance;
  private final Clock clock;
  private final RuleTopic topic;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final Thread thread = new Thread(this, "published-rules");
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private long judged = -1;

  /**
   * An instance that follows.
   *
   * @param name under which it says what it runs
   * @param beforeChange what has to be done before a set runs, such as making its topics
   */
  public record Instance(String name, Consumer<RuleSet> beforeChange) {}

  /** Follows from {@link #start} on. */
  public PublishedRules(RunningRules rules, Instance instance, Settings settings, Clock clock) {
    this.rules = rules;
    this.instance = instance;
    this.clock = clock;
    this.topic = new RuleTopic(settings);
    this.producer =
        new KafkaProducer<>(
            settings.asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(settings).of(SpecificRecord.class).serializer());
  }

  /** Takes the set that is published now, if there is one, then follows on a thread of its own. */
  public void start(LoadProgress progress) {
    topic.readToEnd();
    judge(progress);
    announce();
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try (topic) {
      while (true) {
        follow();
      }
    } catch (WakeupException closed) {
      LOG.info("follows the published rules no more");
    } catch (RuntimeException | Error broken) {
      LOG.error("cannot follow the published rules", broken);
      failure.set(broken);
    }
  }

  /** Why it follows no more, though it was not closed; empty while it does. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void close() {
    topic.wakeUp();
    try {
      thread.join(MOST_FOR_CLOSING.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    send(new ProducerRecord<>(Topics.RULES.name(), RuleTopic.RUNNING + instance.name(), null));
    producer.close(Duration.ofSeconds(1));
  }

  private void follow() {
    try {
      topic.follow(LOOK);
      judge(LoadProgress.UNSEEN);
    } catch (RuntimeException failed) {
      if (!Unreadable.isPassing(failed)) {
        throw failed;
      }
      LOG.warn("tries again to follow the published rules", failed);
      LockSupport.parkNanos(BEFORE_NEXT_TRY.toNanos());
    }
  }

  /** Runs the set that was sealed last, or refuses it; each seal is judged once. */
  private void judge(LoadProgress progress) {
    if (topic.sealedAt() == judged) {
      return;
    }
    if (topic.hash().isPresent() && topic.set().isEmpty()) {
      // Whoever slept for long may have missed that rules were taken away.
      topic.readAgain();
    }
    String hash = topic.hash().orElse(rules.hash());
    if (!hash.equals(rules.hash())) {
      try {
        change(hash, progress);
      } catch (RuleProblems broken) {
        refuse(hash, String.valueOf(broken.problems().get(0)));
      } catch (OutOfMemoryError full) {
        refuse(hash, "it needs more memory than this process has");
      }
    }
    judged = topic.sealedAt();
  }

  private void change(String hash, LoadProgress progress) throws RuleProblems {
    Optional<SortedMap<String, PublishedRule>> published = topic.set();
    if (published.isEmpty()) {
      refuse(hash, "its seal speaks of another number of rules than the " + topic.rules().size());
      return;
    }
    RuleSet set =
        RuleSet.ofDefinitions(
            () ->
                published.get().values().stream()
                    .map(rule -> Objects.requireNonNullElse(rule.getDefinition(), ""))
                    .iterator(),
            progress);
    if (!set.hash().equals(hash)) {
      refuse(hash, "its rules have the hash " + set.hash());
      return;
    }
    instance.beforeChange().accept(set);
    rules.change(set, progress);
    announce();
    LOG.info("runs the published rule set {} of {} rules", hash, set.rules().size());
  }

  private void announce() {
    String name = RuleTopic.RUNNING + instance.name();
    send(
        new ProducerRecord<>(
            Topics.RULES.name(), name, new PublishedRule(name, rules.hash(), null, null)));
  }

  private void refuse(String hash, String why) {
    LOG.error("the published rule set {} is refused, {} stays: {}", hash, rules.hash(), why);
    send(
        new ProducerRecord<>(
            Topics.REJECTED_ARTICLES.name(),
            RuleTopic.SEAL,
            Rejection.newBuilder()
                .setStep("alert-rules")
                .setReason("rule set " + hash + ": " + why)
                .setTopic(Topics.RULES.name())
                .setObservedAt(clock.instant())
                .build()));
  }

  private void send(ProducerRecord<String, SpecificRecord> message) {
    var unused =
        producer.send(
            message,
            (metadata, failed) -> {
              if (failed != null) {
                LOG.warn("could not write to {}", message.topic(), failed);
              }
            });
  }
}
