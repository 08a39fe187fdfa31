package io.wirewatch.dashboard.health;

import io.wirewatch.alert.RuleTopic;
import io.wirewatch.contract.Settings;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which rule set is published, and which each instance of the alert stage runs. For one thread. */
final class RunningRules implements AutoCloseable {
  private final Settings settings;
  private @Nullable RuleTopic topic;
  private RuleSets seen = new RuleSets(Optional.empty(), new TreeMap<>());

  /**
   * Rule sets by their hashes.
   *
   * @param published empty where none is
   * @param running by the name of the instance, which the client ids of its consumers begin with
   */
  record RuleSets(Optional<String> published, SortedMap<String, String> running) {

    /** Without instances that said so and are gone: none of these client ids is theirs. */
    RuleSets of(Collection<String> clients) {
      SortedMap<String, String> present = new TreeMap<>(running);
      present.keySet().removeIf(name -> clients.stream().noneMatch(id -> id.startsWith(name)));
      return new RuleSets(published, present);
    }
  }

  RunningRules(Settings settings) {
    this.settings = settings;
  }

  /** Reads what has come; the topic has to be there. */
  void look() {
    try {
      if (topic == null) {
        topic = new RuleTopic(settings);
      }
      topic.readToEnd();
      seen =
          new RuleSets(topic.set().isPresent() ? topic.hash() : Optional.empty(), topic.running());
    } catch (RuntimeException failed) {
      // What it had read so far may be half a set: it begins anew.
      close();
      throw failed;
    }
  }

  /** What was read last. */
  RuleSets seen() {
    return seen;
  }

  @Override
  public void close() {
    if (topic != null) {
      topic.close();
      topic = null;
    }
  }
}
