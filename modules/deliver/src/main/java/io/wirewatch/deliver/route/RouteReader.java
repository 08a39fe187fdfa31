package io.wirewatch.deliver.route;

import io.wirewatch.contract.yaml.Fields;
import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.Yaml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the routing tree. What a route does not say it has from the one above. */
final class RouteReader {
  private static final int MOST_ROUTES = 1000;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final Duration SHORTEST_REPEAT = Duration.ofMinutes(1);
  private static final Duration LONGEST_REPEAT = Duration.ofDays(90);
  private static final String NEVER = "never";
  private static final Set<String> OF_ROOT =
      Set.of(
          "target",
          "group_by",
          "group_wait",
          "group_interval",
          "repeat_interval",
          "mute",
          "active",
          "routes");
  private static final Set<String> KNOWN = union(OF_ROOT, Set.of("matchers", "continue"));

  private final Set<String> targets;
  private final Map<String, NamedHours> hours;
  private final Problems problems;
  private int routes;

  RouteReader(Set<String> targets, Map<String, NamedHours> hours, Problems problems) {
    this.targets = targets;
    this.hours = hours;
    this.problems = problems;
  }

  /** What a route says, or has from the one above. */
  private record Sayings(
      String target,
      List<GroupLabel> groupBy,
      Duration gathering,
      Duration apart,
      Optional<Duration> repeat,
      RouteHours hours) {

    Route.Telling telling() {
      return new Route.Telling(target, groupBy, new Plan.Timing(gathering, apart, repeat, hours));
    }
  }

  private static Sayings usual(String target) {
    return new Sayings(
        target,
        List.of(GroupLabel.INCIDENT),
        Duration.ZERO,
        Duration.ofSeconds(30),
        Optional.empty(),
        RouteHours.ALWAYS);
  }

  /** The tree of a file that says nothing of routes; empty where several targets are there. */
  Optional<Route> only(int line) {
    if (targets.size() == 1) {
      String target = targets.iterator().next();
      return Optional.of(
          new Route("route", line, List.of(), false, usual(target).telling(), List.of()));
    }
    if (!targets.isEmpty()) {
      problems.add(
          line,
          "needs 'route: {target: …}', since there are %d targets: it says who is told where no other route fits"
              .formatted(targets.size()));
    }
    return Optional.empty();
  }

  /** The tree of a file. */
  Route root(Yaml.Mapping mapping) {
    Fields fields = new Fields(mapping, "route", problems);
    if (mapping.entries().containsKey("matchers") || mapping.entries().containsKey("continue")) {
      fields.problem(
          mapping.line(), "the first route takes every alert; write matchers in its 'routes:'");
    } else {
      fields.knownAre(OF_ROOT);
    }
    String only = targets.size() == 1 ? targets.iterator().next() : "";
    if (only.isEmpty() && !mapping.entries().containsKey("target")) {
      fields.problem(mapping.line(), "needs 'target:', who is told where no route below it fits");
    }
    Sayings said = sayings(fields, usual(only));
    return new Route(
        "route", mapping.line(), List.of(), false, said.telling(), below(fields, "route ", said));
  }

  private List<Route> below(Fields fields, String prefix, Sayings above) {
    List<Route> below = new ArrayList<>();
    int number = 0;
    for (Yaml item : fields.items("routes")) {
      String place = prefix + ++number;
      if (++routes == MOST_ROUTES + 1) {
        problems.add(
            item.line(),
            "%s: more than %d routes; take some together by =~".formatted(place, MOST_ROUTES));
      }
      if (routes > MOST_ROUTES) {
        return below;
      }
      if (item instanceof Yaml.Mapping mapping) {
        below.add(route(new Fields(mapping, place, problems), place, above));
      } else {
        problems.add(item.line(), place + ": needs settings, as {matchers: […], target: …}");
      }
    }
    return below;
  }

  private Route route(Fields fields, String place, Sayings above) {
    fields.knownAre(KNOWN);
    Sayings said = sayings(fields, above);
    return new Route(
        place,
        fields.line(),
        new MatcherReader(fields).read("matchers"),
        goesOn(fields),
        said.telling(),
        below(fields, place + ".", said));
  }

  private boolean goesOn(Fields fields) {
    Optional<Yaml.Text> word = fields.text("continue");
    if (word.isPresent() && !word.get().value().matches("true|false")) {
      fields.problem(word.get().line(), "continue takes true or false");
    }
    return word.filter(text -> text.value().equals("true")).isPresent();
  }

  private Sayings sayings(Fields fields, Sayings above) {
    return new Sayings(
        target(fields, above.target()),
        groupBy(fields, above.groupBy()),
        fields.span("group_wait", above.gathering(), Duration.ZERO, LONGEST_WAIT),
        fields.span("group_interval", above.apart(), Duration.ZERO, LONGEST_WAIT),
        repeat(fields, above.repeat()),
        new RouteHours(
            hours(fields, "mute", above.hours().mute()),
            hours(fields, "active", above.hours().active())));
  }

  private String target(Fields fields, String above) {
    Optional<Yaml.Text> name = fields.text("target");
    name.filter(text -> !targets.contains(text.value()) && !text.value().equals(Route.NOBODY))
        .ifPresent(
            text ->
                fields.problem(
                    text.line(),
                    "target: %s is not under targets; there are %s, and %s"
                        .formatted(
                            Problems.quoted(text.value()),
                            String.join(", ", targets),
                            Route.NOBODY)));
    return name.map(Yaml.Text::value).orElse(above);
  }

  private Optional<Duration> repeat(Fields fields, Optional<Duration> above) {
    if (fields.text("repeat_interval").filter(text -> text.value().equals(NEVER)).isPresent()) {
      return Optional.empty();
    }
    Duration none = Duration.ZERO;
    Duration said =
        fields.span("repeat_interval", above.orElse(none), SHORTEST_REPEAT, LONGEST_REPEAT);
    return Optional.of(said).filter(span -> !span.equals(none));
  }

  private List<GroupLabel> groupBy(Fields fields, List<GroupLabel> above) {
    if (!fields.has("group_by")) {
      return above;
    }
    Set<GroupLabel> labels = new LinkedHashSet<>();
    for (Yaml.Text word : fields.words("group_by")) {
      GroupLabel.named(word.value())
          .ifPresentOrElse(
              labels::add,
              () ->
                  fields.problem(
                      word.line(),
                      "group_by: %s is none of %s"
                          .formatted(Problems.quoted(word.value()), GroupLabel.words())));
    }
    return List.copyOf(labels);
  }

  private List<NamedHours> hours(Fields fields, String key, List<NamedHours> above) {
    if (!fields.has(key)) {
      return above;
    }
    List<NamedHours> named = new ArrayList<>();
    for (Yaml.Text word : fields.words(key)) {
      NamedHours found = hours.get(word.value());
      if (found == null) {
        fields.problem(
            word.line(),
            "%s: %s is not under hours; write it there"
                .formatted(key, Problems.quoted(word.value())));
      } else {
        named.add(found);
      }
    }
    return named;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }
}
