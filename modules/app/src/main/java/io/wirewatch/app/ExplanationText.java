package io.wirewatch.app;

import io.wirewatch.language.Language;
import io.wirewatch.rules.Clause;
import io.wirewatch.rules.Filters;
import io.wirewatch.rules.Span;
import io.wirewatch.rules.authoring.Explanation;
import io.wirewatch.rules.authoring.Explanation.Evidence;
import io.wirewatch.rules.authoring.Explanation.Filtered;
import io.wirewatch.rules.authoring.Explanation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An explanation as a block of lines for people; a tick or a cross before every clause. */
final class ExplanationText {
  private final List<String> lines = new ArrayList<>();

  private ExplanationText() {}

  static String of(Explanation explanation) {
    ExplanationText text = new ExplanationText();
    text.lines.add(
        "article "
            + explanation.article()
            + ": rule "
            + explanation.rule().id()
            + (explanation.matches() ? " matches" : " does not match: " + explanation.reason()));
    text.add(explanation.when(), "  ");
    explanation.filters().forEach(text::add);
    return text.lines.stream().map(Printable::line).collect(Collectors.joining("\n"));
  }

  private void add(Part part, String indent) {
    lines.add(
        indent
            + (part.holds() ? "✓ " : "✗ ")
            + part.label()
            + (part.remark().isEmpty() ? "" : ": " + part.remark()));
    part.evidence().forEach(evidence -> lines.add(indent + "    " + line(evidence)));
    if (part.unlisted() > 0) {
      lines.add(indent + "    and " + part.unlisted() + " more");
    }
    shown(part).forEach(inner -> add(inner, indent + "    "));
  }

  /** What does not hold of an {@code any} or {@code none} that holds says nothing. */
  private static List<Part> shown(Part part) {
    boolean holdsByFew =
        part.holds()
            && (part.clause() instanceof Clause.AnyOf || part.clause() instanceof Clause.NoneOf);
    return holdsByFew ? part.parts().stream().filter(Part::holds).toList() : part.parts();
  }

  private static String line(Evidence evidence) {
    Span span = evidence.span();
    return "%s %d-%d '%s', for '%s'%s"
        .formatted(
            span.field().name().toLowerCase(Locale.ROOT),
            span.start(),
            span.end(),
            span.text(),
            span.term(),
            origin(evidence));
  }

  private static String origin(Evidence evidence) {
    Language language = evidence.language();
    return (evidence.concept().isEmpty() ? "" : " of concept " + evidence.concept())
        + (language == null ? "" : " in " + language.code());
  }

  private void add(Filtered filtered) {
    lines.add(
        "  "
            + (filtered.passes() ? "✓ " : "✗ ")
            + "filter on "
            + filtered.name()
            + wanted(filtered.filter())
            + "; the article has "
            + (filtered.has().isEmpty() ? "none" : list(filtered.has())));
  }

  private static String wanted(Filters.Filter filter) {
    return (filter.include().isEmpty() ? "" : " wants " + list(filter.include()))
        + (filter.exclude().isEmpty() ? "" : " excludes " + list(filter.exclude()));
  }

  private static String list(Set<String> values) {
    return values.stream().sorted().collect(Collectors.joining(", "));
  }
}
