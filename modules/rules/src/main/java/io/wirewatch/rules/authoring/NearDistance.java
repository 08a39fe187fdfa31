package io.wirewatch.rules.authoring;

import io.wirewatch.language.Tokens;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.Span;
import java.util.List;
import java.util.Optional;

/**
 * How near the parts of a {@code near} that does not hold come: it is asked again with wider
 * stretches, halving the difference each time.
 */
final class NearDistance {
  private static final double ALL_THERE = 0.5;

  /** Over a whole article, chains of many parts are as many as words times parts. */
  private static final int MOST_PARTS = 10;

  private final Rule rule;
  private final Article article;

  /**
   * What came closest.
   *
   * @param remark in words
   * @param nearness as of the part of an explanation
   * @param spans the places; empty where a part is missing
   */
  record Closest(String remark, double nearness, List<Span> spans, int unlisted) {}

  NearDistance(Rule rule, Article article) {
    this.rule = rule;
    this.article = article;
  }

  /**
   * @param parts what became of its parts
   */
  Closest closest(Clause.Near near, List<Explanation.Part> parts) {
    Optional<Explanation.Part> missing = parts.stream().filter(part -> !part.holds()).findFirst();
    double there = parts.stream().mapToDouble(Explanation.Part::nearness).average().orElse(0);
    if (missing.isPresent()) {
      return new Closest(missing(missing.get()), there / 2, List.of(), 0);
    }
    if (near.of().size() > MOST_PARTS) {
      return new Closest("all are there, but not so near", ALL_THERE, List.of(), 0);
    }
    int longest =
        rule.fields().stream().mapToInt(f -> Tokens.of(article.text(f)).size()).max().orElse(0);
    int widest = Math.max(near.within(), longest) + 1;
    if (ask(near, widest, near.ordered()).isEmpty()) {
      boolean otherOrder = near.ordered() && ask(near, widest, false).isPresent();
      return new Closest(
          otherOrder ? "in another order only" : "all are there, but not in one field",
          ALL_THERE,
          List.of(),
          0);
    }
    return closest(near, widest);
  }

  private Closest closest(Clause.Near near, int widest) {
    int tooShort = near.within();
    int enough = widest;
    while (enough - tooShort > 1) {
      int middle = (tooShort + enough) >>> 1;
      if (ask(near, middle, near.ordered()).isPresent()) {
        enough = middle;
      } else {
        tooShort = middle;
      }
    }
    List<Span> spans = ask(near, enough, near.ordered()).map(RuleMatch::spans).orElse(List.of());
    return new Closest(
        "the closest are within " + enough + " words, wanted " + near.within(),
        Math.max(ALL_THERE, (double) near.within() / enough),
        spans,
        0);
  }

  private static String missing(Explanation.Part part) {
    return part.label() + (part.nearness() > 0 ? ": " + part.remark() : " is not there");
  }

  private Optional<RuleMatch> ask(Clause.Near near, int within, boolean ordered) {
    var wider = new Clause.Near(within, ordered, near.of());
    return Probe.once(new Probe.Question(wider, rule.fields(), rule.notSpan()), article);
  }
}
