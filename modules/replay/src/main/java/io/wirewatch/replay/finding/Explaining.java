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
  // Compiled when first asked for: most rules have no alert that is gained or lost.
  private final KeptTexts texts;
  private final Labels labels;
  private final @Nullable Rule tried;
  private final @Nullable Rule other;
  private @Nullable RuleExplainer triedExplainer;
  private @Nullable RuleExplainer otherExplainer;

  /**
   * Of a rule.
   *
   * @param tried null where the rules that are tried have none of that id
   * @param other null where the other side has none, or its rules are not at hand
   */
  Explaining(KeptTexts texts, Labels labels, @Nullable Rule tried, @Nullable Rule other) {
    this.texts = texts;
    this.labels = labels;
    this.tried = tried;
    this.other = other;
  }

  /** An alert, with its text where that was kept. */
  Change change(Judged judged) {
    EnrichedArticle article = texts.article(judged.facts());
    Alert alert = texts.alert(judged.entry());
    Article matchable = article == null ? null : Matchable.of(article);
    if (triedExplainer == null && tried != null) {
      triedExplainer = new RuleExplainer(tried);
    }
    if (otherExplainer == null && other != null) {
      otherExplainer = new RuleExplainer(other);
    }
    RuleExplainer now = triedExplainer;
    RuleExplainer before = otherExplainer;
    return new Change(
        judged.verdict(),
        alert,
        article,
        now == null || matchable == null ? null : now.explain(matchable),
        before == null || matchable == null ? null : before.explain(matchable),
        labels.of(alert.getRule(), alert.getArticle()).orElse(null));
  }

  /** An alert with its text; empty where that was not kept. */
  Optional<Change> example(Judged judged) {
    return texts.article(judged.facts()) == null ? Optional.empty() : Optional.of(change(judged));
  }
}
