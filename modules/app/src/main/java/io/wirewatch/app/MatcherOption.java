package io.wirewatch.app;

import io.wirewatch.deliver.route.LabelMatcher;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The matchers of a silence. */
final class MatcherOption {
  private static final int MOST = 20;

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
    if (matchers.size() > MOST) {
      throw new Refusal("--matcher is given more than 20 times: take some together by =~");
    }
    List<LabelMatcher> read = new ArrayList<>();
    for (String matcher : matchers) {
      try {
        read.add(LabelMatcher.of(matcher));
      } catch (IllegalArgumentException wrong) {
        throw new Refusal("--matcher " + wrong.getMessage(), wrong);
      }
    }
    return read;
  }
}
