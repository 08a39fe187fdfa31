package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often rules and their terms hit a sample of articles.
 *
 * @param articles how many there are in the sample
 * @param rules all of them, those with the most hits first
 * @param terms the different words of all rules, aliases of concepts among them, the costliest
 *     first: each place where one stands is one that the matcher has to look at
 */
public record RuleStats(int articles, List<RuleHits> rules, List<TermHits> terms) {
  /** Copies the lists. */
  public RuleStats {
    rules = List.copyOf(rules);
    terms = List.copyOf(terms);
  }

  /** In how many articles a rule matched. */
  public record RuleHits(Rule rule, int articles) {}

  /**
   * How often words were there.
   *
   * @param rules how many rules look for them
   * @param places how often they were found in all articles
   */
  public record TermHits(Clause.Words words, int rules, int articles, long places) {
    TermHits and(TermHits other) {
      return new TermHits(
          words, rules + other.rules, articles + other.articles, places + other.places);
    }
  }

  /** Counts the rules on the sample. */
  public static RuleStats of(List<Rule> rules, List<Article> sample) {
    Map<String, Integer> matched = new LinkedHashMap<>();
    var matcher = RuleSet.of(rules).matcher();
    for (Article article : sample) {
      matcher.match(article).forEach(match -> matched.merge(match.rule().id(), 1, Integer::sum));
    }
    List<RuleHits> hits =
        rules.stream()
            .map(rule -> new RuleHits(rule, matched.getOrDefault(rule.id(), 0)))
            .sorted(Comparator.comparingInt(RuleHits::articles).reversed())
            .toList();
    return new RuleStats(sample.size(), hits, terms(rules, sample));
  }

  private static List<TermHits> terms(List<Rule> rules, List<Article> sample) {
    Map<Clause.Words, TermHits> counts = new LinkedHashMap<>();
    Probe probe = new Probe();
    for (Rule rule : rules) {
      Set<Clause.Words> own = new LinkedHashSet<>();
      Clauses.words(rule.when()).map(Clauses.Named::words).forEach(own::add);
      for (Clause.Words words : own) {
        counts.merge(words, new TermHits(words, 1, 0, 0), TermHits::and);
        probe.add(Probe.Question.anywhere(words));
      }
    }
    Probe.Asking asking = probe.asking();
    for (Article article : sample) {
      Probe.Answers answers = asking.of(article);
      counts.replaceAll(
          (words, hits) ->
              answers
                  .to(Probe.Question.anywhere(words))
                  .map(found -> hits.and(found(words, found)))
                  .orElse(hits));
    }
    return counts.values().stream()
        .sorted(Comparator.comparingLong(TermHits::places).reversed())
        .toList();
  }

  private static TermHits found(Clause.Words words, RuleMatch match) {
    return new TermHits(words, 0, 1, match.spans().size() + (long) match.unlisted());
  }
}
