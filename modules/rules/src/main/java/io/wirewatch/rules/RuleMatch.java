package io.wirewatch.rules;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** That an article matches a rule, and why. Two are equal when all of this is. */
public final class RuleMatch {
  private final String ruleId;
  private final Supplier<Rule> source;
  private final List<Span> spans;
  private final int unlisted;
  private @Nullable Rule rule;

  /** A match of a rule that is at hand; copies the list. */
  public RuleMatch(Rule rule, List<Span> spans, int unlisted) {
    this(rule.id(), () -> rule, List.copyOf(spans), unlisted);
  }

  RuleMatch(String ruleId, Supplier<Rule> source, List<Span> spans, int unlisted) {
    this.ruleId = ruleId;
    this.source = source;
    this.spans = spans;
    this.unlisted = unlisted;
  }

  /** The id of the rule, which costs less than the rule where there are many. */
  public String ruleId() {
    return ruleId;
  }

  /** The rule; unpacked when first asked for. */
  public Rule rule() {
    Rule known = rule;
    if (known == null) {
      known = source.get();
      rule = known;
    }
    return known;
  }

  /** In reading order, each place once; at most five for each term or concept. */
  public List<Span> spans() {
    return spans;
  }

  /** How many places more there are. */
  public int unlisted() {
    return unlisted;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RuleMatch match
        && unlisted == match.unlisted
        && spans.equals(match.spans)
        && rule().equals(match.rule());
  }

  @Override
  public int hashCode() {
    return Objects.hash(ruleId, spans, unlisted);
  }

  @Override
  public String toString() {
    return "RuleMatch[" + ruleId + ", " + spans + ", unlisted " + unlisted + "]";
  }
}
