package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Field;
import io.wirewatch.rules.Filters;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.Severity;
import io.wirewatch.rules.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Questions about single clauses, put to the matcher as rules of one clause each and all at once.
 * The clauses must be such as hold only where something is found.
 */
final class Probe {
  private final Map<Question, Integer> numbers = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  /** About a clause, in these fields, where what does not count is left out. */
  static final class Question {
    private final Clause clause;
    private final Set<Field> fields;
    private final List<Clause> notSpan;
    private final int hash;

    Question(Clause clause, Set<Field> fields, List<Clause> notSpan) {
      this.clause = clause;
      this.fields = fields;
      this.notSpan = notSpan;
      // Of a concept it is that of all its aliases. What does not count is mostly the same in all
      // questions of a rule, and may be long.
      this.hash = Objects.hash(clause, fields, notSpan.size());
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Question question
              && hash == question.hash
              && clause.equals(question.clause)
              && fields.equals(question.fields)
              && notSpan.equals(question.notSpan));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return clause + " in " + fields;
    }

    /** About the clause by itself, in all fields. */
    static Question anywhere(Clause clause) {
      return new Question(clause, EnumSet.allOf(Field.class), List.of());
    }

    private Rule rule(String id) {
      return new Rule(
          id,
          "",
          "",
          id,
          Severity.LOW,
          Status.STABLE,
          null,
          fields,
          clause,
          notSpan,
          Filters.NONE,
          null,
          List.of());
    }
  }

  /** What the matcher said. */
  record Answers(Map<Question, Integer> numbers, Map<String, RuleMatch> matches) {
    /** Whether nothing of all that was asked is there. */
    boolean isEmpty() {
      return matches.isEmpty();
    }

    Optional<RuleMatch> to(Question question) {
      Integer number = numbers.get(question);
      if (number == null) {
        throw new IllegalArgumentException("not asked: " + question);
      }
      return Optional.ofNullable(matches.get(number.toString()));
    }
  }

  /** To be asked of every article. */
  Probe add(Question question) {
    if (numbers.putIfAbsent(question, numbers.size()) == null) {
      rules.add(question.rule(Integer.toString(rules.size())));
    }
    return this;
  }

  /** The questions, put to articles. */
  Asking asking() {
    var matcher = RuleSet.of(rules).matcher();
    return article -> {
      Map<String, RuleMatch> matches = new LinkedHashMap<>();
      if (!rules.isEmpty()) {
        matcher.match(article).forEach(match -> matches.put(match.rule().id(), match));
      }
      return new Answers(numbers, matches);
    };
  }

  /** Answers for an article. */
  @FunctionalInterface
  interface Asking {
    Answers of(Article article);
  }

  /** A single question, put once. */
  static Optional<RuleMatch> once(Question question, Article article) {
    return new Probe().add(question).asking().of(article).to(question);
  }
}
