package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Rule;
import java.util.IdentityHashMap;
import java.util.stream.Stream;

/**
 * What a matcher is asked of the clauses of a rule. A question is made once a clause: to look it up
 * takes its hash, and that of a concept with all its aliases takes longer than to match an article.
 */
final class Questions {
  private final Rule rule;
  private final IdentityHashMap<Clause, Probe.Question> known = new IdentityHashMap<>();

  Questions(Rule rule) {
    this.rule = rule;
    Stream.concat(
            Clauses.all(rule.when()).filter(PartReading::isAsked),
            Clauses.words(rule.when()).map(Clauses.Named::words))
        .forEach(clause -> known.put(clause, question(clause)));
  }

  Rule rule() {
    return rule;
  }

  /** All that are asked of every article. */
  Stream<Probe.Question> all() {
    return known.values().stream();
  }

  /** The question about a clause, where the rule looks. */
  Probe.Question of(Clause clause) {
    Probe.Question question = known.get(clause);
    return question == null ? question(clause) : question;
  }

  private Probe.Question question(Clause clause) {
    return new Probe.Question(clause, rule.fields(), rule.notSpan());
  }
}
