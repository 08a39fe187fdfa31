package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.Span;
import io.wirewatch.rules.authoring.Explanation.Evidence;
import io.wirewatch.rules.authoring.Explanation.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts together, for one rule and article, what the matcher said of words and of {@code near}: the
 * other clauses are what their parts are.
 */
final class PartReading {
  private static final int MOST_EVIDENCE = 5;

  private final Rule rule;
  private final Article article;
  private final Probe.Answers answers;
  private final Function<Clause.Words, String> misses;

  /**
   * @param misses says of words that are not there how nearly they are
   */
  PartReading(
      Rule rule, Article article, Probe.Answers answers, Function<Clause.Words, String> misses) {
    this.rule = rule;
    this.article = article;
    this.answers = answers;
    this.misses = misses;
  }

  /** Whether the matcher has to be asked. */
  static boolean isAsked(Clause clause) {
    return clause instanceof Clause.Words || clause instanceof Clause.Near;
  }

  static Probe.Question question(Rule rule, Clause clause) {
    return new Probe.Question(clause, rule.fields(), rule.notSpan());
  }

  Part read(Clause clause) {
    if (clause instanceof Clause.Words words) {
      return words("", words);
    }
    if (clause instanceof Clause.Concept concept) {
      return concept(concept);
    }
    List<Part> parts = Clauses.parts(clause).stream().map(this::read).toList();
    int holding = (int) parts.stream().filter(Part::holds).count();
    if (clause instanceof Clause.All) {
      return composite(
          clause, holding == parts.size(), parts, holding + " of " + parts.size() + " hold");
    }
    if (clause instanceof Clause.AnyOf) {
      return composite(clause, holding > 0, parts, "not one of " + parts.size() + " holds");
    }
    if (clause instanceof Clause.NoneOf) {
      return none(clause, parts);
    }
    return clause instanceof Clause.Near near ? near(near, parts) : score(clause, parts);
  }

  private static Part composite(Clause clause, boolean holds, List<Part> parts, String otherwise) {
    return new Part(
        clause, ClauseText.label(clause), holds, List.of(), 0, holds ? "" : otherwise, parts);
  }

  private Part words(String concept, Clause.Words words) {
    Optional<RuleMatch> match = answers.to(question(rule, words));
    return new Part(
        words,
        ClauseText.label(words),
        match.isPresent(),
        match.map(found -> evidence(found.spans(), concept, words)).orElse(List.of()),
        match.map(RuleMatch::unlisted).orElse(0),
        match.isPresent() ? "" : misses.apply(words),
        List.of());
  }

  private static List<Evidence> evidence(List<Span> spans, String concept, Clause.Words words) {
    return spans.stream().map(span -> new Evidence(concept, words.language(), span)).toList();
  }

  private Part concept(Clause.Concept concept) {
    List<Part> aliases =
        concept.aliases().stream().map(alias -> words(concept.name(), alias)).toList();
    List<Evidence> all = distinct(aliases.stream().flatMap(alias -> alias.evidence().stream()));
    boolean holds = !all.isEmpty();
    String remark =
        holds
            ? ""
            : aliases.stream()
                .map(Part::remark)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("not one of its " + aliases.size() + " aliases is there");
    int unlisted =
        aliases.stream().mapToInt(Part::unlisted).sum() + Math.max(0, all.size() - MOST_EVIDENCE);
    List<Evidence> listed = all.subList(0, Math.min(MOST_EVIDENCE, all.size()));
    return new Part(concept, ClauseText.label(concept), holds, listed, unlisted, remark, List.of());
  }

  /** In reading order, each place once. */
  private static List<Evidence> distinct(Stream<Evidence> evidence) {
    List<Evidence> distinct = new ArrayList<>();
    evidence
        .sorted(Comparator.comparing(Evidence::span))
        .forEach(
            next -> {
              Span span = next.span();
              boolean known =
                  distinct.stream()
                      .map(Evidence::span)
                      .anyMatch(
                          other ->
                              other.field() == span.field()
                                  && other.start() == span.start()
                                  && other.end() == span.end());
              if (!known) {
                distinct.add(next);
              }
            });
    return distinct;
  }

  private static Part none(Clause clause, List<Part> parts) {
    List<Part> present = parts.stream().filter(Part::holds).toList();
    String remark = present.isEmpty() ? "" : present.get(0).label() + " is there, and must not be";
    return new Part(
        clause, ClauseText.label(clause), present.isEmpty(), List.of(), 0, remark, parts);
  }

  private Part near(Clause.Near near, List<Part> parts) {
    Optional<RuleMatch> match = answers.to(question(rule, near));
    NearDistance.Closest closest =
        match
            .map(found -> new NearDistance.Closest("", found.spans(), found.unlisted()))
            .orElseGet(() -> new NearDistance(rule, article).closest(near, parts));
    List<Evidence> evidence = closest.spans().stream().map(span -> evidence(near, span)).toList();
    return new Part(
        near,
        ClauseText.label(near),
        match.isPresent(),
        evidence,
        closest.unlisted(),
        closest.remark(),
        parts);
  }

  private static Evidence evidence(Clause.Near near, Span span) {
    return Clauses.words(near)
        .filter(named -> named.words().term().equals(span.term()))
        .findFirst()
        .map(named -> new Evidence(named.concept(), named.words().language(), span))
        .orElse(new Evidence("", null, span));
  }

  private static Part score(Clause clause, List<Part> parts) {
    Clause.Score score = (Clause.Score) clause;
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      sum += parts.get(i).holds() ? score.of().get(i).weight() : 0;
    }
    String remark = "score " + ClauseText.number(sum) + " of " + ClauseText.number(score.atLeast());
    return new Part(
        clause, ClauseText.label(clause), sum >= score.atLeast(), List.of(), 0, remark, parts);
  }
}
