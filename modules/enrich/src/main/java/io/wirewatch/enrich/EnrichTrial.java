package io.wirewatch.enrich;

import io.wirewatch.RawArticle;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.stage.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of enrichment would make of an article today, told without a cluster. Copies are
 * not known here: what passes may still be dropped as one.
 */
public final class EnrichTrial {
  private final EnrichStep enrich;

  /** A trial that asks this annotator. */
  public EnrichTrial(Annotator annotator) {
    this.enrich = new EnrichStep(annotator);
  }

  /**
   * Whether the article would be enriched; the outcome's value is the key.
   *
   * @param key of its record
   */
  public Outcome<String> of(@Nullable String key, @Nullable RawArticle article) {
    String id = key == null ? "" : key;
    try {
      Outcome<RawArticle> checked = CheckStep.outcome(key, article);
      if (checked instanceof Outcome.Failed<RawArticle> failed) {
        return new Outcome.Failed<>(id, "enrich-" + failed.step(), failed.reason());
      }
      enrich.enriched(new Revised(checked.value(), 1));
      return new Outcome.Passed<>(id);
    } catch (RuntimeException broken) {
      // Whatever a step breaks on is a dead letter in the stage, so it is a failure here.
      return new Outcome.Failed<>(id, "enrich", String.valueOf(broken.getMessage()));
    }
  }
}
