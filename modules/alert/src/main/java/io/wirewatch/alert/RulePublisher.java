package io.wirewatch.alert;

import io.wirewatch.PublishedRule;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a rule set as one: what changed, what is gone, and the seal, in one transaction. Of two
 * that publish at once, the one that began later wins.
 */
public final class RulePublisher {
  /** The transactional id of every publisher. */
  public static final String TRANSACTIONS = "wirewatch-rules-publish";

  /** A record is its definition, ids and versions, and some bytes around them. */
  private static final int LARGEST_DEFINITION = Topics.RULES.maxRecordBytes() - (1 << 12);

  private static final int BATCH_BYTES = 1 << 18;
  private static final int LINGER_MILLIS = 20;

  private final Settings settings;

  /** Is told how many of the records of a publication have been written. */
  public interface Progress {
    /** So many of all. */
    void written(int records, int all);
  }

  /**
   * What a publication changes.
   *
   * @param changed ids of rules that are new or have another version; sorted
   * @param removed ids of rules that are gone; sorted
   * @param same how many rules stay as they are
   */
  public record Change(List<String> changed, List<String> removed, int same) {
    /** Whether nothing has to be written. */
    public boolean isEmpty() {
      return changed.isEmpty() && removed.isEmpty();
    }

    /** How many records that takes, without the seal. */
    int records() {
      return changed.size() + removed.size();
    }
  }

  /** A change, and where in the set the changed rules are. */
  private record Compared(Change change, List<Integer> places) {}

  /** A publisher to that cluster. */
  public RulePublisher(Settings settings) {
    this.settings = settings;
  }

  /**
   * What publishing this set would change; writes nothing.
   *
   * @throws NotPublishedException where a rule is too large to be published
   */
  public Change compare(RuleSet set) {
    return compared(set).change();
  }

  /**
   * Publishes; returns what that changed.
   *
   * @throws NotPublishedException where another publisher came in between, or a rule is too large
   */
  public Change publish(RuleSet set, Progress progress) {
    try (KafkaProducer<String, SpecificRecord> producer = producer()) {
      // Before the comparison: another publisher that is under way is fenced off.
      producer.initTransactions();
      Compared compared = compared(set);
      producer.beginTransaction();
      write(compared, set.rules(), producer, progress);
      send(
          producer,
          RuleTopic.SEAL,
          new PublishedRule(RuleTopic.SEAL, set.hash(), null, set.rules().size()));
      producer.commitTransaction();
      return compared.change();
    } catch (KafkaException failed) {
      throw explained(failed);
    }
  }

  private static void write(
      Compared compared,
      List<Rule> rules,
      KafkaProducer<String, SpecificRecord> producer,
      Progress progress) {
    int all = compared.change().records();
    int written = 0;
    for (int place : compared.places()) {
      Rule rule = rules.get(place);
      send(producer, rule.id(), record(rule));
      progress.written(++written, all);
    }
    for (String id : compared.change().removed()) {
      send(producer, id, null);
      progress.written(++written, all);
    }
  }

  private Compared compared(RuleSet set) {
    SortedMap<String, PublishedRule> published = published();
    List<String> changed = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int place = 0;
    for (Rule rule : set.rules()) {
      PublishedRule wanted = record(rule);
      if (!wanted.equals(published.remove(rule.id()))) {
        checkSize(rule);
        changed.add(rule.id());
        places.add(place);
      }
      place++;
    }
    changed.sort(null);
    List<String> removed = List.copyOf(published.keySet());
    return new Compared(new Change(changed, removed, place - changed.size()), places);
  }

  /** All that is on the topic, a whole set or not: what does not belong there is taken away. */
  private SortedMap<String, PublishedRule> published() {
    try (RuleTopic topic = RuleTopic.once(settings)) {
      topic.readToEnd();
      return new TreeMap<>(topic.rules());
    }
  }

  private static PublishedRule record(Rule rule) {
    return new PublishedRule(rule.id(), rule.version(), rule.definition(), null);
  }

  private static void checkSize(Rule rule) {
    int bytes = Utils.utf8Length(rule.definition());
    if (bytes > LARGEST_DEFINITION) {
      throw new NotPublishedException(
          "nothing was published: rule %s has %d bytes with the concepts that it uses, more than the %d that a record may have; make several rules of it"
              .formatted(rule.id(), bytes, LARGEST_DEFINITION));
    }
  }

  private static RuntimeException explained(KafkaException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return new NotPublishedException(
            "nothing was published: another publisher began later; 'wirewatch rules list' shows what it published",
            failed);
      }
      if (cause instanceof RecordTooLargeException) {
        return new NotPublishedException(
            "nothing was published: the cluster does not take a rule of that size; raise max.message.bytes of "
                + Topics.RULES.name(),
            failed);
      }
    }
    return failed;
  }

  private static void send(
      KafkaProducer<String, SpecificRecord> producer, String key, @Nullable PublishedRule value) {
    // A failure comes back at the commit.
    var unused = producer.send(new ProducerRecord<>(Topics.RULES.name(), key, value));
  }

  private KafkaProducer<String, SpecificRecord> producer() {
    Map<String, Object> config =
        settings.asTransactionalConfig(TRANSACTIONS, Topics.RULES.maxRecordBytes());
    config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    config.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new KafkaProducer<>(
        config,
        new StringSerializer(),
        new RecordSerdes(settings).of(SpecificRecord.class).serializer());
  }
}
