package io.wirewatch.why;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.alert.Matchable;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.authoring.Explanation;
import io.wirewatch.rules.authoring.RuleExplainer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/** Asks rules of an article, and has them say why. */
public final class Asking {
  /* To explain a rule takes about a thousand times as long as to match it among others. So of a large set only the rules
   * that alerted are asked again: that no other matched is known from there being no alert. */
  private static final int MOST_RULES = 300;
  private static final int MOST_MISSES = 5;
  private static final int MOST_MISSES_OF_A_TRIAL = 10;

  private final RuleBook book;

  Asking(RuleBook book) {
    this.book = book;
  }

  private record Explained(List<Explanation> full, List<Explanation> nearest) {}

  /**
   * What a set says of a text that nobody has published. Of a large set only the rules that match
   * are explained, and none is near.
   *
   * @param origin where the set is from, in words
   * @param matches those of its rules that match, or the first of them
   */
  public static Verdict trial(
      RuleSet set, String origin, Article article, Collection<RuleMatch> matches) {
    Set<String> matching = new LinkedHashSet<>();
    matches.forEach(match -> matching.add(match.ruleId()));
    List<Rule> asked =
        set.rules().size() <= MOST_RULES
            ? set.rules()
            : matches.stream().map(RuleMatch::rule).toList();
    Explained explained =
        explained(asked, article, e -> matching.contains(e.rule().id()), MOST_MISSES_OF_A_TRIAL);
    return new Verdict(
        set.hash(),
        origin,
        set.rules().size(),
        asked.size(),
        explained.full(),
        explained.nearest(),
        List.of());
  }

  /**
   * What the rules say of a text.
   *
   * @param alerts those of the article, on whichever text
   * @param only the rule that somebody wants to know about
   */
  Verdict verdict(EnrichedArticle enriched, Collection<Alert> alerts, Optional<String> only) {
    List<String> remarks = new ArrayList<>(book.remarks());
    Set<String> alerted = new LinkedHashSet<>();
    alerts.forEach(alert -> alerted.add(alert.getRule()));
    Collection<String> wanted = wanted(alerted, only);
    if (only.isEmpty() && wanted.size() < book.ids().size()) {
      remarks.add(
          "of %d rules only those that alerted are explained; --rule asks another"
              .formatted(book.ids().size()));
    }
    List<Rule> rules = book.find().apply(wanted);
    wanted.stream()
        .filter(id -> rules.stream().noneMatch(rule -> rule.id().equals(id)))
        .forEach(id -> remarks.add("there is no rule %s in this set".formatted(id)));
    alerts.forEach(alert -> remarkOnVersion(alert, rules, remarks));
    Article article = Matchable.of(enriched);
    Explained explained =
        explained(
            rules,
            article,
            e -> only.isPresent() || e.matches() || alerted.contains(e.rule().id()),
            MOST_MISSES);
    return new Verdict(
        book.hash(),
        book.origin(),
        book.ids().size(),
        rules.size(),
        explained.full(),
        explained.nearest(),
        remarks.stream().distinct().toList());
  }

  private static Explained explained(
      List<Rule> rules, Article article, Predicate<Explanation> isFull, int mostMisses) {
    List<Explanation> all = rules.stream().map(rule -> explained(rule, article)).toList();
    return new Explained(
        all.stream().filter(isFull).toList(),
        nearest(
            all.stream().filter(isFull.negate()).filter(e -> !e.matches()).toList(), mostMisses));
  }

  private static Explanation explained(Rule rule, Article article) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody waits for what the rules say");
    }
    return RuleExplainer.explain(rule, article);
  }

  private Collection<String> wanted(Set<String> alerted, Optional<String> only) {
    if (only.isPresent()) {
      return List.of(only.get());
    }
    Set<String> wanted = new LinkedHashSet<>(alerted);
    if (book.ids().size() <= MOST_RULES) {
      wanted.addAll(book.ids());
    }
    return wanted;
  }

  private static void remarkOnVersion(Alert alert, List<Rule> rules, List<String> remarks) {
    rules.stream()
        .filter(rule -> rule.id().equals(alert.getRule()))
        .filter(rule -> !rule.version().equals(alert.getRuleVersion()))
        .forEach(rule -> remarks.add("rule %s has changed since it alerted".formatted(rule.id())));
  }

  private static List<Explanation> nearest(List<Explanation> others, int most) {
    return others.stream()
        .filter(explanation -> explanation.when().nearness() > 0)
        .sorted(
            Comparator.comparingDouble((Explanation e) -> -e.when().nearness())
                .thenComparing(e -> e.rule().id()))
        .limit(most)
        .toList();
  }
}
