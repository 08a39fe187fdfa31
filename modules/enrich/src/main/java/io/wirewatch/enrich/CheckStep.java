package io.wirewatch.enrich;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.ArticleCheck;
import io.wirewatch.stage.Outcome;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an article can be used: producers other than ours write to the topic too. */
public final class CheckStep {
  static final String NAME = "check";

  private CheckStep() {}

  /**
   * The article, or what is wrong with it.
   *
   * @param key of its record
   * @throws NullPointerException where there is no article
   */
  public static Outcome<RawArticle> outcome(@Nullable String key, @Nullable RawArticle value) {
    // Such a record becomes a dead letter, and this its reason.
    RawArticle article = Objects.requireNonNull(value, "a record without a value");
    Optional<String> fault =
        article.getId().equals(key)
            ? ArticleCheck.fault(article)
            : Optional.of("the record's key is not the article's id");
    return fault
        .<Outcome<RawArticle>>map(why -> new Outcome.Failed<>(article, NAME, why))
        .orElseGet(() -> new Outcome.Passed<>(article));
  }
}
