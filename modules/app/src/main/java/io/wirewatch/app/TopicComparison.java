package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.FoundTopic;
import io.wirewatch.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * One topic: as it is wanted, and as the cluster has it.
 *
 * @param plain as the catalogue has it
 * @param wish what the user said beside that
 * @param found null where the cluster has no such topic
 */
record TopicComparison(Topic<?> plain, TopicWish wish, @Nullable FoundTopic found) {

  Topic<?> wanted() {
    return wish.of(plain);
  }

  boolean isMissing() {
    return found == null;
  }

  /** Whether the user asked for more partitions than are there. */
  boolean isToGrow() {
    return found != null
        && wish.saysPartitions(plain)
        && wanted().partitions() > found.partitions();
  }

  /** Whether the user asked for records to be kept longer than they are. */
  boolean isToBeKeptLonger() {
    return found != null && wish.saysRetention(plain) && wantedMillis() != foundMillis(found);
  }

  /** How it is: {@code missing}, {@code as-wanted} or {@code differs}. */
  String state() {
    if (found == null) {
      return "missing";
    }
    return differences().isEmpty() ? "as-wanted" : "differs";
  }

  /** In what it is not as it is wanted; empty where it is, and where it is missing. */
  List<String> differences() {
    List<String> all = new ArrayList<>();
    if (found == null) {
      return all;
    }
    if (found.partitions() != wanted().partitions()) {
      all.add("partitions: %d, not %d".formatted(found.partitions(), wanted().partitions()));
    }
    if (wish.replication() != null && found.replication() != wish.replication()) {
      all.add("replication: %d, not %d".formatted(found.replication(), wish.replication()));
    }
    wanted()
        .configs()
        .forEach(
            (name, value) -> {
              String there = found.configs().get(name);
              if (!value.equals(there)) {
                all.add("%s: %s, not %s".formatted(name, there, value));
              }
            });
    return all;
  }

  /** Why what the user asked for is not done; empty where it can be. */
  Optional<String> refusal() {
    if (found == null) {
      return Optional.empty();
    }
    String name = plain.name();
    if (wish.saysPartitions(plain) && wanted().partitions() < found.partitions()) {
      return Optional.of(
          "%s has %d partitions, and none can be taken away: ask for %d or more"
              .formatted(name, found.partitions(), found.partitions()));
    }
    if (wish.saysRetention(plain) && isKeptLongerThanWanted(found)) {
      return Optional.of(
          "%s keeps its records for %s, and a shorter time would delete what is there: ask for as much or more, or use kafka-configs.sh if that is what you want"
              .formatted(name, kept(foundMillis(found))));
    }
    if (wish.replication() != null && found.replication() != wish.replication()) {
      return Optional.of(
          "%s has %d copies of each partition: change that with kafka-reassign-partitions.sh, or leave --replication out"
              .formatted(name, found.replication()));
    }
    return Optional.empty();
  }

  /** A line of JSON: how it is, or will be where it is not there; {@code state} says which. */
  String line(String state) {
    ObjectNode line =
        JsonNodeFactory.instance.objectNode().put("topic", plain.name()).put("state", state);
    if (found == null) {
      line.put("partitions", wanted().partitions()).put("replication", wish.replication());
      line.put("retention", wanted().retention() == null ? "for ever" : kept(wantedMillis()));
    } else {
      line.put("partitions", found.partitions()).put("replication", found.replication());
      line.put("retention", plain.retention() == null ? "for ever" : kept(foundMillis(found)));
    }
    differences().forEach(line.putArray("differences")::add);
    return line.toString();
  }

  private boolean isKeptLongerThanWanted(FoundTopic found) {
    long there = foundMillis(found);
    return there < 0 || there > wantedMillis();
  }

  private long wantedMillis() {
    Duration retention = wanted().retention();
    return retention == null ? -1 : retention.toMillis();
  }

  /** Below zero: for ever. */
  private static long foundMillis(FoundTopic found) {
    return Long.parseLong(found.configs().getOrDefault(TopicConfig.RETENTION_MS_CONFIG, "-1"));
  }

  private static String kept(long millis) {
    return millis < 0 ? "for ever" : Duration.ofMillis(millis).toString();
  }
}
