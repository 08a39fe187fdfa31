package io.wirewatch.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one rule, once the concepts of the whole set are known. */
final class RuleParser {
  static final List<String> KEYS =
      List.of(
          "id",
          "title",
          "severity",
          "status",
          "when",
          "not_span",
          "fields",
          "match",
          "case",
          "filters",
          "suppress",
          "route",
          "tests");
  static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  static final Pattern ROUTE = Pattern.compile("[A-Za-z0-9._-]{1,200}");
  static final Pattern WINDOW = Pattern.compile("(\\d{1,6})([smhd])");
  static final List<String> GROUPS = List.of("rule", "region", "source", "entity", "language");

  private final Source source;
  private final Concepts concepts;
  private final Defaults fileDefaults;

  RuleParser(Source source, Concepts concepts, Defaults fileDefaults) {
    this.source = source;
    this.concepts = concepts;
    this.fileDefaults = fileDefaults;
  }

  /** The rule; empty when something is wrong with it. */
  Optional<Rule> parse(Node node) {
    int before = source.problems().count();
    Optional<Rule> rule = Keys.of(source, node, KEYS).flatMap(this::parse);
    return rule.filter(read -> source.problems().count() == before);
  }

  private Optional<Rule> parse(Keys keys) {
    Defaults defaults = fileDefaults.with(keys);
    var clauses = new ClauseParser(source, concepts, defaults);
    Optional<String> id = id(keys);
    Optional<Clause> when = when(keys, clauses);
    List<Clause> notSpan = notSpan(keys, clauses);
    String route = route(keys);
    Status status = keys.constant("status", Status.class).orElse(Status.STABLE);
    String title = keys.has("title") ? keys.text("title").orElse("") : id.orElse("");
    Filters filters =
        keys.node("filters").map(new FiltersParser(source)::parse).orElse(Filters.NONE);
    Suppress suppress = keys.node("suppress").flatMap(this::suppress).orElse(null);
    List<RuleTest> tests = new RuleTestParser(source).parse(keys.list("tests"));
    if (id.isEmpty() || when.isEmpty()) {
      return Optional.empty();
    }
    String definition = definition(keys, clauses.usedConcepts());
    return Optional.of(
        new Rule(
            id.get(),
            Definition.hash(definition),
            definition,
            title,
            defaults.severity(),
            status,
            route,
            defaults.fields(),
            when.get(),
            notSpan,
            filters,
            suppress,
            tests));
  }

  private Optional<String> id(Keys keys) {
    if (!keys.has("id")) {
      source.problem(keys.mapping(), "a rule without id", "id: a name that no other rule has");
      return Optional.empty();
    }
    Optional<String> id = keys.text("id");
    if (id.filter(name -> !ID.matcher(name).matches()).isPresent()) {
      source.problem(
          keys.node("id").orElse(keys.mapping()),
          "id " + Source.quote(id.get()),
          "letters, digits, dots, dashes, underscores; at most 100");
    }
    return id;
  }

  private Optional<Clause> when(Keys keys, ClauseParser clauses) {
    Optional<Node> node = keys.node("when");
    if (node.isEmpty()) {
      source.problem(keys.mapping(), "a rule without when", "when: what must be found");
      return Optional.empty();
    }
    Optional<Clause> when = node.flatMap(clauses::parse);
    if (when.filter(clause -> !clause.needsFinding()).isPresent()) {
      source.problem(
          node.get(),
          "a rule that holds where nothing is found",
          "at least one term, phrase or concept that must be there");
    }
    return when;
  }

  private List<Clause> notSpan(Keys keys, ClauseParser clauses) {
    List<Clause> notSpan = new ArrayList<>();
    for (Node item : keys.list("not_span")) {
      clauses
          .parse(item)
          .ifPresent(
              clause -> {
                notSpan.add(clause);
                if (!(clause instanceof Clause.Near || ClauseParser.isPlaced(clause))) {
                  source.problem(
                      item,
                      "not_span of something that has no place in the text",
                      "terms, phrases, concepts, near");
                }
              });
    }
    return notSpan;
  }

  private @Nullable String route(Keys keys) {
    Optional<String> route = keys.text("route");
    if (route
        .filter(
            name -> !ROUTE.matcher(name).matches() || name.startsWith(".") || name.endsWith("."))
        .isPresent()) {
      source.problem(
          keys.node("route").orElse(keys.mapping()),
          "route " + Source.quote(route.get()) + " cannot end the name of a topic",
          "letters, digits, dots inside, dashes, underscores; at most 200");
    }
    return route.orElse(null);
  }

  private Optional<Suppress> suppress(Node node) {
    Optional<Keys> keys = Keys.of(source, node, List.of("by", "window", "max"));
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    keys.get().list("by").forEach(item -> keys.get().isOneOf(item, "group", GROUPS));
    List<String> by = keys.get().texts("by");
    Optional<Duration> window =
        keys.get()
            .text("window")
            .flatMap(text -> window(text, keys.get().node("window").orElse(node)));
    int max = keys.get().whole("max", 1, 1_000_000).orElse(1);
    if (!keys.get().has("window")) {
      source.problem(node, "suppress without window", "window: such as 30m, 6h, 1d");
    }
    return window.map(length -> new Suppress(by.isEmpty() ? List.of("rule") : by, length, max));
  }

  private Optional<Duration> window(String text, Node node) {
    Matcher matcher = WINDOW.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
      source.problem(node, "window " + Source.quote(text), "a number and s, m, h or d, such as 6h");
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  private String definition(Keys keys, Set<String> usedConcepts) {
    Map<String, Object> rule = new TreeMap<>();
    keys.mapping().entries().forEach((key, entry) -> rule.put(key, entry.value()));
    rule.remove("tests");
    Map<String, Object> file =
        new TreeMap<>(
            Map.of("version", "1", "defaults", fileDefaults.definition(), "rules", List.of(rule)));
    if (!usedConcepts.isEmpty()) {
      Map<String, Object> used = new TreeMap<>();
      usedConcepts.forEach(
          name -> concepts.find(name).ifPresent(concept -> used.put(name, concept.node())));
      file.put("concepts", used);
    }
    return Definition.json(file);
  }
}
