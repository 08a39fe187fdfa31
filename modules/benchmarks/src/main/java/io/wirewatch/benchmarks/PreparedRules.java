package io.wirewatch.benchmarks;

import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Rules for articles of one size, and what they will find.
 *
 * @param file JSON lines
 * @param alertsByText how many alerts each text of the articles must raise
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PreparedRules(Path file, int[] alertsByText) {

  static PreparedRules of(SizedArticles articles, int count, double alertsAnArticle, long seed)
      throws IOException, RuleProblems {
    Path file =
        RuleFiles.write(
            new SearchGenerator(articles.corpus(), alertsAnArticle, seed)
                .searches(count).stream().map(SavedSearch::json));
    return new PreparedRules(
        file, new Alone(articles, RuleSet.load(file).matcher()).alertsByText());
  }

  double alertsAnArticle() {
    return Arrays.stream(alertsByText).average().orElse(0);
  }
}
