package io.wirewatch.deliver.target;

import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts variables of the environment in the place of <code>${NAME}</code>, in values, not in names.
 * What a variable holds is a value whatever is in it: the file has been read by then.
 */
final class Interpolation {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]{0,99})}");

  private final UnaryOperator<@Nullable String> environment;
  private final Problems problems;

  Interpolation(UnaryOperator<@Nullable String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  Yaml.Mapping of(Yaml.Mapping mapping) {
    Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, entry) -> entries.put(name, new Yaml.Entry(entry.line(), value(entry.value()))));
    return new Yaml.Mapping(mapping.line(), entries);
  }

  private Yaml value(Yaml value) {
    if (value instanceof Yaml.Mapping mapping) {
      return of(mapping);
    }
    if (value instanceof Yaml.Items items) {
      List<Yaml> values = new ArrayList<>();
      items.values().forEach(item -> values.add(value(item)));
      return new Yaml.Items(items.line(), values);
    }
    Yaml.Text text = (Yaml.Text) value;
    return new Yaml.Text(text.line(), text(text));
  }

  private String text(Yaml.Text text) {
    return VARIABLE
        .matcher(text.value())
        .replaceAll(
            found -> java.util.regex.Matcher.quoteReplacement(variable(found, text.line())));
  }

  private String variable(MatchResult found, int line) {
    String value = environment.apply(found.group(1));
    if (value != null && !value.isBlank()) {
      return value;
    }
    problems.add(
        line, found.group() + " is not set in the environment; export it before the start");
    // Something, so that a missing value is not a second problem.
    return found.group();
  }
}
