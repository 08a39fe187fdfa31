package io.wirewatch.replay.finding;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.alert.Matchable;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.authoring.RuleExplainer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says of alerts of one rule why each side raises it, or why not. */
final class Explaining {
  private final KeptTexts texts;
  private final Labels labels;
  private final @Nullable RuleExplainer tried;
  private final @Nullable RuleExplainer other;

  /**
   * Of a rule.
   *
   * @param tried null where the rules that are tried have none of that id
   * @param other null where the other side has none, or its rules are not at hand
   */
  Explaining(KeptTexts texts, Labels labels, @Nullable Rule tried, @Nullable Rule other) {
    this.texts = texts;
    this.labels = labels;
    this.tried = tried == null ? null : new RuleExplainer(tried);
    this.other = other == null ? null : new RuleExplainer(other);
  }

  /** An alert, with its text where that was kept. */
  Change change(Judged judged) {
    EnrichedArticle article = texts.article(judged.facts());
    Alert alert = texts.alert(judged.entry());
    Article matchable = article == null ? null : Matchable.of(article);
    return new Change(
        judged.verdict(),
        alert,
        article,
        tried == null || matchable == null ? null : tried.explain(matchable),
        other == null || matchable == null ? null : other.explain(matchable),
        labels.of(alert.getRule(), alert.getArticle()).orElse(null));
  }

  /** An alert with its text; empty where that was not kept. */
  Optional<Change> example(Judged judged) {
    return texts.article(judged.facts()) == null ? Optional.empty() : Optional.of(change(judged));
  }
}
