package io.wirewatch.deliver.route;

import io.wirewatch.contract.yaml.Fields;
import io.wirewatch.contract.yaml.Yaml;
import io.wirewatch.desk.LabelMatcher;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of matchers. */
final class MatcherReader {
  static final int MOST = 20;

  private final Fields fields;

  MatcherReader(Fields fields) {
    this.fields = fields;
  }

  /** Those under a name; empty where there are none, or all of them are problems. */
  List<LabelMatcher> read(String name) {
    List<LabelMatcher> matchers = new ArrayList<>();
    List<Yaml.Text> words = fields.words(name);
    if (words.size() > MOST) {
      fields.problem(
          words.get(MOST).line(),
          "%s: more than %d; take some together by =~".formatted(name, MOST));
      return matchers;
    }
    for (Yaml.Text word : words) {
      try {
        matchers.add(LabelMatcher.of(word.value()));
      } catch (IllegalArgumentException wrong) {
        fields.problem(word.line(), name + ": " + wrong.getMessage());
      }
    }
    return matchers;
  }
}
