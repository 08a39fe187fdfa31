package io.wirewatch.alert;

import io.wirewatch.PublishedRule;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
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

  private final RunningRules rules;
  private final Consumer<RuleSet> beforeChange;
  private final String instance;
  private final Clock clock;
  private final RuleTopic topic;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final Thread thread = new Thread(this, "published-rules");
  private String seen = "";

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
    this.instance = instance.name();
    this.beforeChange = instance.beforeChange();
    this.clock = clock;
    this.topic = new RuleTopic(settings);
    this.producer =
        new KafkaProducer<>(
            settings.asClientConfig(),
            new StringSerializer(),
            new RecordSerdes(settings).of(SpecificRecord.class).serializer());
  }

  /** Takes the set that is published now, if there is one, then follows on a thread of its own. */
  public void start() {
    topic.readToEnd();
    changeIfNew();
    announce();
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try (topic) {
      while (true) {
        if (topic.poll(Duration.ofMillis(500))) {
          changeIfNew();
        }
      }
    } catch (WakeupException closed) {
      LOG.info("follows the published rules no more");
    }
  }

  @Override
  public void close() {
    topic.wakeUp();
    send(new ProducerRecord<>(Topics.RULES.name(), RuleTopic.RUNNING + instance, null));
    producer.close(Duration.ofSeconds(1));
  }

  private void changeIfNew() {
    String published = topic.hash().orElse(seen);
    if (published.equals(seen) || topic.set().isEmpty()) {
      return;
    }
    seen = published;
    try {
      change(topic.set().orElseThrow(), published);
    } catch (RuleProblems broken) {
      refuse(published, String.valueOf(broken.problems().get(0)));
    }
  }

  private void change(SortedMap<String, PublishedRule> published, String hash) throws RuleProblems {
    RuleSet set =
        RuleSet.ofDefinitions(
            published.values().stream()
                .map(rule -> Objects.requireNonNullElse(rule.getDefinition(), ""))
                .toList());
    if (!set.hash().equals(hash)) {
      refuse(hash, "its rules have the hash " + set.hash());
      return;
    }
    beforeChange.accept(set);
    rules.change(set);
    announce();
    LOG.info("runs the published rule set {} of {} rules", hash, set.rules().size());
  }

  private void announce() {
    send(
        new ProducerRecord<>(
            Topics.RULES.name(),
            RuleTopic.RUNNING + instance,
            new PublishedRule(RuleTopic.RUNNING + instance, rules.hash(), null, null)));
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
