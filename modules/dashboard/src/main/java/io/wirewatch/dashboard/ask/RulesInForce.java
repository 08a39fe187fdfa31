package io.wirewatch.dashboard.ask;

import io.wirewatch.PublishedRule;
import io.wirewatch.alert.RuleTopic;
import io.wirewatch.contract.Settings;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The rules that alert stages run: the published set, or what stands in for it. Thread-safe. */
final class RulesInForce implements AutoCloseable {
  /* The topic stays open, so that to ask again reads only what has come since; a set is compiled when it is first asked for
   * and kept until another is published. Who asks meanwhile waits. */
  private static final String NONE = "";
  private static final String PUBLISHED = "the published set";

  /** Where the set is from that holds while none is published. */
  static final String FALLBACK = "the rules of this process, since no set is published";

  private final Settings settings;
  private final Supplier<RuleSet> fallback;
  private @Nullable RuleTopic topic;
  private @Nullable InForce known;
  private String sealed = NONE;

  /**
   * A set that is ready to be asked.
   *
   * @param origin where it is from, in words
   */
  record InForce(RuleSet set, Matcher matcher, String origin) {}

  /**
   * Rules of a cluster.
   *
   * @param fallback asked where no set is published
   */
  RulesInForce(Settings settings, Supplier<RuleSet> fallback) {
    this.settings = settings;
    this.fallback = fallback;
  }

  /**
   * Those of now.
   *
   * @throws KafkaException where the cluster does not answer
   */
  synchronized InForce now() {
    RuleTopic read = read();
    String hash = read.set().isEmpty() ? NONE : read.hash().orElse(NONE);
    InForce now = known;
    if (now == null || !hash.equals(sealed)) {
      now = read.set().map(RulesInForce::published).orElseGet(this::given);
      known = now;
      sealed = hash;
    }
    return now;
  }

  private RuleTopic read() {
    try {
      RuleTopic open = topic;
      if (open != null) {
        open.readToEnd();
        if (open.hash().isEmpty() || open.set().isPresent()) {
          return open;
        }
        // Whoever slept for long may have missed that rules were taken away.
        close();
      }
      RuleTopic anew = new RuleTopic(settings);
      topic = anew;
      anew.readToEnd();
      return anew;
    } catch (KafkaException broken) {
      close();
      throw broken;
    }
  }

  private InForce given() {
    RuleSet set = fallback.get();
    return new InForce(set, set.matcher(), FALLBACK);
  }

  private static InForce published(SortedMap<String, PublishedRule> rules) {
    try {
      RuleSet set =
          RuleSet.ofDefinitions(
              rules.values().stream()
                  .map(rule -> Objects.requireNonNullElse(rule.getDefinition(), ""))
                  .toList(),
              LoadProgress.UNSEEN);
      return new InForce(set, set.matcher(), PUBLISHED);
    } catch (RuleProblems broken) {
      throw new IllegalStateException("the published rules cannot be read", broken);
    }
  }

  @Override
  public synchronized void close() {
    RuleTopic open = topic;
    topic = null;
    if (open != null) {
      open.close();
    }
  }
}
