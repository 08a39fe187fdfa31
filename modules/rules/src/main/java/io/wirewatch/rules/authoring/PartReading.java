package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
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
  private static final double NEARLY = 0.9;

  private final Questions questions;
  private final Article article;
  private final Probe.Answers answers;
  private final Function<Clause.Words, String> misses;

  /**
   * @param misses says of words that are not there how nearly they are
   */
  PartReading(
      Questions questions,
      Article article,
      Probe.Answers answers,
      Function<Clause.Words, String> misses) {
    this.questions = questions;
    this.article = article;
    this.answers = answers;
    this.misses = misses;
  }

  /** Whether the matcher has to be asked. */
  static boolean isAsked(Clause clause) {
    return clause instanceof Clause.Words || clause instanceof Clause.Near;
  }

  Part read(Clause clause) {
    if (clause instanceof Clause.Words words) {
      return words("", words);
    }
    if (clause instanceof Clause.Concept concept) {
      return concept(concept);
    }
    List<Part> parts = clause.parts().stream().map(this::read).toList();
    if (clause instanceof Clause.All) {
      return all(clause, parts);
    }
    if (clause instanceof Clause.AnyOf) {
      return any(clause, parts);
    }
    if (clause instanceof Clause.NoneOf) {
      return none(clause, parts);
    }
    return clause instanceof Clause.Near near ? near(near, parts) : score(clause, parts);
  }

  private static Part all(Clause clause, List<Part> parts) {
    long holding = parts.stream().filter(Part::holds).count();
    double nearness = parts.stream().mapToDouble(Part::nearness).average().orElse(1);
    return composite(clause, nearness, parts, holding + " of " + parts.size() + " hold");
  }

  private static Part any(Clause clause, List<Part> parts) {
    Part nearest =
        parts.stream()
            .reduce((one, other) -> other.nearness() > one.nearness() ? other : one)
            .get();
    String remark = "not one of " + parts.size() + " holds";
    if (nearest.nearness() > 0) {
      remark += "; nearest is " + nearest.label() + ": " + nearest.remark();
    }
    return composite(clause, nearest.nearness(), parts, remark);
  }

  private static Part composite(Clause clause, double nearness, List<Part> parts, String remark) {
    return new Part(
        clause,
        ClauseText.label(clause),
        nearness == 1,
        nearness,
        List.of(),
        0,
        nearness == 1 ? "" : remark,
        parts);
  }

  private Part words(String concept, Clause.Words words) {
    Optional<RuleMatch> match = answers.to(questions.of(words));
    String miss = match.isPresent() ? "" : misses.apply(words);
    return new Part(
        words,
        ClauseText.label(words),
        match.isPresent(),
        match.isPresent() ? 1 : miss.isEmpty() ? 0 : NEARLY,
        match.map(found -> evidence(found.spans(), concept, words)).orElse(List.of()),
        match.map(RuleMatch::unlisted).orElse(0),
        miss,
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
    double nearness = aliases.stream().mapToDouble(Part::nearness).max().orElse(0);
    return new Part(
        concept, ClauseText.label(concept), holds, nearness, listed, unlisted, remark, List.of());
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
    return composite(clause, present.isEmpty() ? 1 : 0, parts, remark);
  }

  private Part near(Clause.Near near, List<Part> parts) {
    Optional<RuleMatch> match = answers.to(questions.of(near));
    NearDistance.Closest closest =
        match
            .map(found -> new NearDistance.Closest("", 1, found.spans(), found.unlisted()))
            .orElseGet(() -> new NearDistance(questions.rule(), article).closest(near, parts));
    Origins origins = new Origins(near);
    List<Evidence> evidence =
        closest.spans().stream().map(span -> origins.of(span, article)).toList();
    return new Part(
        near,
        ClauseText.label(near),
        match.isPresent(),
        closest.nearness(),
        evidence,
        closest.unlisted(),
        closest.remark(),
        parts);
  }

  private static Part score(Clause clause, List<Part> parts) {
    Clause.Score score = (Clause.Score) clause;
    double sum = 0;
    for (int i = 0; i < parts.size(); i++) {
      sum += parts.get(i).holds() ? score.of().get(i).weight() : 0;
    }
    String remark = "score " + ClauseText.number(sum) + " of " + ClauseText.number(score.atLeast());
    boolean holds = sum >= score.atLeast();
    double nearness = holds ? 1 : Math.max(0, Math.min(NEARLY, sum / score.atLeast()));
    return new Part(clause, ClauseText.label(clause), holds, nearness, List.of(), 0, remark, parts);
  }
}
