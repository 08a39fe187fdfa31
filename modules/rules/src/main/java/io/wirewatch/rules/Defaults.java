package io.wirewatch.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What holds where a rule says nothing. */
record Defaults(Severity severity, Set<Field> fields, Clause.Match match, boolean upper) {
  static final Defaults BUILT_IN =
      new Defaults(Severity.MEDIUM, EnumSet.allOf(Field.class), Clause.Match.STEM, false);
  static final List<String> KEYS = List.of("severity", "fields", "match", "case");

  static final List<String> MATCHES = List.of("stem", "exact");
  static final List<String> CASES = List.of("fold", "upper");

  /** These defaults, with what the mapping says in their place. */
  Defaults with(Keys keys) {
    return new Defaults(
        keys.constant("severity", Severity.class).orElse(severity),
        fields(keys).orElse(fields),
        match(keys).orElse(match),
        upper(keys).orElse(upper));
  }

  static Optional<Clause.Match> match(Keys keys) {
    return keys.choice("match", MATCHES)
        .map(name -> Clause.Match.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  static Optional<Boolean> upper(Keys keys) {
    return keys.choice("case", CASES).map("upper"::equals);
  }

  private static Optional<Set<Field>> fields(Keys keys) {
    List<String> names = Keys.names(Field.class);
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (Node item : keys.list("fields")) {
      if (keys.isOneOf(item, "field", names) && item instanceof Node.Scalar name) {
        fields.add(Field.valueOf(name.value().toUpperCase(Locale.ROOT)));
      }
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
  }

  /** As a mapping of a rule file. */
  Map<String, Object> definition() {
    Map<String, Object> definition = new TreeMap<>();
    definition.put("severity", severity.name().toLowerCase(Locale.ROOT));
    definition.put(
        "fields",
        fields.stream()
            .sorted()
            .map(field -> field.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toList()));
    definition.put("match", match.name().toLowerCase(Locale.ROOT));
    definition.put("case", upper ? "upper" : "fold");
    return definition;
  }
}
