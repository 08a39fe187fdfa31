package io.wirewatch.alert;

import io.wirewatch.PublishedRule;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a rule set as one: what changed, what is gone, and the seal, in one transaction. One
 * publisher at a time wins.
 */
public final class RulePublisher {
  private static final String TRANSACTIONS = "wirewatch-rules-publish";

  private final Settings settings;

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
  }

  /** A publisher to that cluster. */
  public RulePublisher(Settings settings) {
    this.settings = settings;
  }

  /** What publishing this set would change; writes nothing. */
  public Change compare(RuleSet set) {
    SortedMap<String, PublishedRule> published = published();
    List<String> changed = new ArrayList<>();
    for (Rule rule : set.rules()) {
      PublishedRule before = published.remove(rule.id());
      if (before == null || !before.getVersion().equals(rule.version())) {
        changed.add(rule.id());
      }
    }
    changed.sort(null);
    return new Change(
        changed, List.copyOf(published.keySet()), set.rules().size() - changed.size());
  }

  /** Publishes; returns what that changed. */
  public Change publish(RuleSet set) {
    try (KafkaProducer<String, SpecificRecord> producer = producer()) {
      // Before the comparison: another publisher that is under way is fenced off.
      producer.initTransactions();
      Change change = compare(set);
      producer.beginTransaction();
      Set<String> changed = new TreeSet<>(change.changed());
      set.rules().stream()
          .filter(rule -> changed.contains(rule.id()))
          .forEach(rule -> send(producer, rule.id(), record(rule)));
      change.removed().forEach(id -> send(producer, id, null));
      send(
          producer,
          RuleTopic.SEAL,
          new PublishedRule(RuleTopic.SEAL, set.hash(), null, set.rules().size()));
      producer.commitTransaction();
      return change;
    }
  }

  private SortedMap<String, PublishedRule> published() {
    try (RuleTopic topic = new RuleTopic(settings)) {
      topic.readToEnd();
      return topic.set().orElseGet(TreeMap::new);
    }
  }

  private static PublishedRule record(Rule rule) {
    return new PublishedRule(rule.id(), rule.version(), rule.definition(), null);
  }

  private static void send(
      KafkaProducer<String, SpecificRecord> producer, String key, @Nullable PublishedRule value) {
    // A failure comes back at the commit.
    var unused = producer.send(new ProducerRecord<>(Topics.RULES.name(), key, value));
  }

  private KafkaProducer<String, SpecificRecord> producer() {
    Map<String, Object> config = new HashMap<>(settings.asClientConfig());
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONS);
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return new KafkaProducer<>(
        config,
        new StringSerializer(),
        new RecordSerdes(settings).of(SpecificRecord.class).serializer());
  }
}
