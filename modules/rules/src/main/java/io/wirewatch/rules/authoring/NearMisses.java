package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Field;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Why words of a rule that were not found nearly were: what of them would have been found. */
final class NearMisses {
  private final Questions questions;
  private final IdentityHashMap<Clause.Words, Map<Probe.Question, String>> remarks =
      new IdentityHashMap<>();
  private final Probe.Asking asking;

  NearMisses(Questions questions) {
    this.questions = questions;
    Rule rule = questions.rule();
    Probe probe = new Probe();
    Clauses.words(rule.when())
        .map(Clauses.Named::words)
        .forEach(words -> remarks.computeIfAbsent(words, this::remarks));
    remarks.values().forEach(about -> about.keySet().forEach(probe::add));
    this.asking = probe.asking();
  }

  private Map<Probe.Question, String> remarks(Clause.Words words) {
    Rule rule = questions.rule();
    Map<Probe.Question, String> found = new LinkedHashMap<>();
    for (Condition condition : Condition.values()) {
      found.putIfAbsent(questions.of(condition.taken(words)), condition.remark());
    }
    found.putIfAbsent(
        new Probe.Question(words, rule.fields(), List.of()),
        "is there, but not_span takes it away");
    found.putIfAbsent(
        new Probe.Question(words, EnumSet.allOf(Field.class), rule.notSpan()),
        "is there, but in a field that the rule does not look at");
    found.remove(questions.of(words));
    return found;
  }

  /** For words that an article does not hold, one sentence; empty where nothing is like them. */
  Function<Clause.Words, String> in(Article article) {
    Probe.Answers answers = asking.of(article);
    if (answers.isEmpty()) {
      return words -> "";
    }
    return words -> remark(remarks.getOrDefault(words, Map.of()), answers);
  }

  private static String remark(Map<Probe.Question, String> remarks, Probe.Answers answers) {
    for (Map.Entry<Probe.Question, String> remark : remarks.entrySet()) {
      Optional<RuleMatch> found = answers.to(remark.getKey());
      if (found.isPresent()) {
        return ClauseText.quote(found.get().spans().get(0).text()) + " " + remark.getValue();
      }
    }
    return "";
  }
}
