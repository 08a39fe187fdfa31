package io.wirewatch.alert;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Outcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the alert stage could work on an article today, told without a cluster. */
public final class AlertTrial {
  private final ActiveRules rules;

  /** A trial that asks these rules. */
  public AlertTrial(RuleSet rules) {
    this.rules = ActiveRules.of(rules, LoadProgress.UNSEEN);
  }

  /**
   * Whether the rules could be asked; the outcome's value is the key.
   *
   * @param key of its record
   */
  public Outcome<String> of(@Nullable String key, @Nullable EnrichedArticle article) {
    String id = key == null ? "" : key;
    try {
      EnrichedArticle present = Objects.requireNonNull(article, "a record without a value");
      var unused = rules.match(present);
      return new Outcome.Passed<>(id);
    } catch (RuntimeException broken) {
      // Whatever a step breaks on is a dead letter in the stage, so it is a failure here.
      return new Outcome.Failed<>(id, "alert", String.valueOf(broken.getMessage()));
    }
  }
}
