package io.wirewatch.replay.finding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people said of alerts: whether an article is relevant to a rule. */
public final class Labels {
  private final Map<Pair, Boolean> relevant = new HashMap<>();

  private record Pair(String rule, String article) {}

  /** Says of an article whether it is relevant to a rule; the last word counts. */
  public void add(String rule, String article, boolean isRelevant) {
    relevant.put(new Pair(rule, article), isRelevant);
  }

  /** Whether nobody said anything. */
  public boolean isEmpty() {
    return relevant.isEmpty();
  }

  /** How many labels there are. */
  public int size() {
    return relevant.size();
  }

  /** Ids of all articles that somebody labelled. */
  public Set<String> articles() {
    return relevant.keySet().stream().map(Pair::article).collect(Collectors.toSet());
  }

  /** The label of an alert; empty where it has none. */
  public Optional<Boolean> of(String rule, String article) {
    return Optional.ofNullable(relevant.get(new Pair(rule, article)));
  }

  /** Articles that are relevant to a rule. */
  Set<String> relevantTo(String rule) {
    Set<String> articles = new HashSet<>();
    relevant.forEach(
        (pair, isRelevant) -> {
          if (isRelevant && pair.rule.equals(rule)) {
            articles.add(pair.article);
          }
        });
    return articles;
  }

  /** The rules that have labels. */
  public Set<String> rules() {
    return relevant.keySet().stream().map(Pair::rule).collect(Collectors.toSet());
  }
}
