package io.wirewatch.app;

import io.wirewatch.desk.DeskEntries;
import io.wirewatch.desk.LabelMatcher;
import java.util.List;
import picocli.CommandLine.Option;

/** The matchers of a silence. */
final class MatcherOption {
  @Option(
      names = "--matcher",
      required = true,
      paramLabel = "MATCHER",
      description = {
        "What an alert has to fit, each of several: 'rule=\"border\"', 'region=~\"IQ-.*\"'.",
        "Labels: rule, severity, region, source, language, route; = != =~ !~."
      })
  private List<String> matchers = List.of();

  /**
   * What was given.
   *
   * @throws Refusal where one cannot be read
   */
  List<LabelMatcher> read() {
    try {
      return DeskEntries.matchers(matchers);
    } catch (IllegalArgumentException wrong) {
      throw new Refusal("--matcher " + wrong.getMessage(), wrong);
    }
  }
}
