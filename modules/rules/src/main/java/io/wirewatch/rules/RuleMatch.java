package io.wirewatch.rules;

import java.util.List;

/**
 * That an article matches a rule, and why.
 *
 * @param spans in reading order, each place once; at most five for each term or concept
 * @param unlisted how many places more there are
 */
public record RuleMatch(Rule rule, List<Span> spans, int unlisted) {
  /** Copies the list. */
  public RuleMatch {
    spans = List.copyOf(spans);
  }
}
