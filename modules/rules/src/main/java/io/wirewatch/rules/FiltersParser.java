package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the filters of a rule: a list of what to include, or a mapping of include and exclude. */
final class FiltersParser {
  static final List<String> KEYS = List.of("region", "source", "language", "entity");
  static final Pattern REGION =
      Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?|geonames:\\d{1,10}|place:[a-z0-9-]+");
  static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,5}");
  private static final Pattern ANYTHING = Pattern.compile("(?s).+");

  private final Source source;

  FiltersParser(Source source) {
    this.source = source;
  }

  Filters parse(Node node) {
    return Keys.of(source, node, KEYS)
        .map(
            keys ->
                new Filters(
                    filter(
                        keys,
                        "region",
                        REGION,
                        "a code such as SY, IQ-AN, geonames:99592 or place:ain-al-asad"),
                    filter(keys, "source", ANYTHING, ""),
                    filter(keys, "language", LANGUAGE, "a code such as en, ar, ckb, kmr"),
                    filter(keys, "entity", ANYTHING, "")))
        .orElse(Filters.NONE);
  }

  private Filters.Filter filter(Keys keys, String key, Pattern shape, String right) {
    Optional<Node> node = keys.node(key);
    if (node.isEmpty()) {
      return Filters.Filter.ALL;
    }
    if (!(node.get() instanceof Node.Mapping)) {
      return new Filters.Filter(values(keys, key, shape, right), Set.of());
    }
    Optional<Keys> both = Keys.of(source, node.get(), List.of("include", "exclude"));
    return both.map(
            sides ->
                new Filters.Filter(
                    values(sides, "include", shape, right), values(sides, "exclude", shape, right)))
        .orElse(Filters.Filter.ALL);
  }

  private Set<String> values(Keys keys, String key, Pattern shape, String right) {
    List<String> values = new ArrayList<>();
    for (Node item : keys.list(key)) {
      keys.text(item)
          .ifPresent(
              value -> {
                values.add(value);
                if (!shape.matcher(value).matches()) {
                  source.problem(item, Source.quote(value) + " is not a code", right);
                }
              });
    }
    return new LinkedHashSet<>(values);
  }
}
