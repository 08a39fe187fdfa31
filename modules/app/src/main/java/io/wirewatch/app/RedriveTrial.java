package io.wirewatch.app;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.alert.AlertTrial;
import io.wirewatch.alert.RuleTopic;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.enrich.EnrichTrial;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What today's code would make of a record that goes back. Loads what it needs when it does. */
final class RedriveTrial {
  private final Supplier<RuleSet> rules;
  private @Nullable EnrichTrial enrich;
  private @Nullable AlertTrial alert;

  /** A trial that asks these rules where the alert stage had set a record aside. */
  RedriveTrial(Supplier<RuleSet> rules) {
    this.rules = rules;
  }

  /** Whether it would pass, or at which step it would fail again, and why. */
  Outcome<String> of(@Nullable String id, SetAside.Back back) {
    boolean raw = back.topic().equals(Topics.RAW_ARTICLES);
    if (back.unreadable() != null) {
      return new Outcome.Failed<>(
          Objects.requireNonNullElse(id, ""),
          raw ? "enrich-read" : "alert-read",
          back.unreadable());
    }
    return raw
        ? enrich().of(id, (RawArticle) back.record())
        : alert().of(id, (EnrichedArticle) back.record());
  }

  /** The published rules, or the given ones where none are published. */
  static RuleSet runningRules(Settings settings, RulesOption given) {
    try (RuleTopic topic = RuleTopic.once(settings)) {
      topic.readToEnd();
      if (topic.set().isEmpty()) {
        return given.load();
      }
      List<String> definitions =
          topic.set().orElseThrow().values().stream()
              .map(rule -> Objects.requireNonNullElse(rule.getDefinition(), ""))
              .toList();
      return RuleSet.ofDefinitions(definitions, LoadProgress.UNSEEN);
    } catch (RuleProblems broken) {
      throw new Refusal(
          "the published rules do not compile: publish others with 'wirewatch rules publish'",
          broken);
    }
  }

  private EnrichTrial enrich() {
    if (enrich == null) {
      enrich = new EnrichTrial(Annotator.bundled());
    }
    return enrich;
  }

  private AlertTrial alert() {
    if (alert == null) {
      alert = new AlertTrial(rules.get());
    }
    return alert;
  }
}
