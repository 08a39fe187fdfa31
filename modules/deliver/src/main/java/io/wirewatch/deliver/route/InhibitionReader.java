package io.wirewatch.deliver.route;

import io.wirewatch.contract.yaml.Fields;
import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.Yaml;
import io.wirewatch.desk.Label;
import io.wirewatch.desk.LabelMatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is under {@code inhibit}. */
final class InhibitionReader {
  private static final int MOST = 100;
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Set<String> KNOWN = Set.of("name", "source", "target", "equal", "within");

  private final Problems problems;

  InhibitionReader(Problems problems) {
    this.problems = problems;
  }

  /** All of them, in the file's order. */
  List<Inhibition> read(List<Yaml> items) {
    List<Inhibition> inhibitions = new ArrayList<>();
    int number = 0;
    for (Yaml item : items) {
      String place = "inhibit " + ++number;
      if (number > MOST) {
        problems.add(item.line(), "%s: more than %d; take some away".formatted(place, MOST));
        return inhibitions;
      }
      if (item instanceof Yaml.Mapping mapping) {
        inhibitions.add(inhibition(new Fields(mapping, place, problems), place));
      } else {
        problems.add(
            item.line(), place + ": needs settings, as {source: […], target: […], equal: […]}");
      }
    }
    return inhibitions;
  }

  private static Inhibition inhibition(Fields fields, String place) {
    fields.knownAre(KNOWN);
    return new Inhibition(
        fields.text("name").map(Yaml.Text::value).orElse(place),
        needed(fields, "source"),
        needed(fields, "target"),
        equal(fields),
        fields.span("within", USUAL, SHORTEST, LONGEST));
  }

  /** Without any it would fit every alert, and nobody would be told of anything. */
  private static List<LabelMatcher> needed(Fields fields, String name) {
    if (fields.items(name).isEmpty()) {
      fields.problem(fields.line(), "needs '%s:' with matchers".formatted(name));
    }
    return new MatcherReader(fields).read(name);
  }

  private static List<Label> equal(Fields fields) {
    List<Label> labels = new ArrayList<>();
    for (Yaml.Text word : fields.words("equal")) {
      Optional<Label> label = Label.named(word.value());
      label.ifPresentOrElse(
          labels::add,
          () ->
              fields.problem(
                  word.line(),
                  "equal: %s is none of %s"
                      .formatted(Problems.quoted(word.value()), Label.words())));
    }
    return labels;
  }
}
