package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How long a rule takes when it runs by itself: the reading of the article included, which every
 * rule of a set shares.
 *
 * @param anArticle the mean over the sample, of the best of some rounds
 */
public record RuleTiming(Rule rule, Duration anArticle) {
  private static final int ROUNDS = 5;
  private static final int WARMING_UP = 50;

  /** The slowest first. The time it takes grows with rules times articles. */
  public static List<RuleTiming> of(List<Rule> rules, List<Article> sample) {
    // What is compiled only now must not count against the first rules.
    rules.stream().limit(WARMING_UP).forEach(rule -> time(rule, sample));
    return rules.stream()
        .map(rule -> new RuleTiming(rule, time(rule, sample)))
        .sorted(Comparator.comparing(RuleTiming::anArticle).reversed())
        .toList();
  }

  private static Duration time(Rule rule, List<Article> sample) {
    Matcher matcher = RuleSet.of(List.of(rule)).matcher();
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      sample.forEach(matcher::match);
      best = Math.min(best, System.nanoTime() - start);
    }
    return Duration.ofNanos(best / Math.max(1, sample.size()));
  }
}
