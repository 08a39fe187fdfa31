package io.wirewatch.rules;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the rules and concepts of a set stand in its files. Immutable. */
public final class RulePlaces {
  private final Map<String, Place> rules = new LinkedHashMap<>();
  private final Map<String, Place> concepts = new LinkedHashMap<>();

  /** A place in a file; line and column are counted from 1. */
  public record Place(String file, int line, int column) {}

  private RulePlaces() {}

  /** The places of a set that {@link RuleSet#load} can read from there. */
  public static RulePlaces of(Path fileOrDirectory) {
    var places = new RulePlaces();
    for (Path file : new RuleSetLoader().files(fileOrDirectory)) {
      var source = new Source(file.toString(), new Problems());
      if (RuleFile.isJsonLines(file)) {
        RuleFile.readLines(
            file,
            source,
            (number, line) ->
                new YamlReader(source, number)
                    .read(line)
                    .ifPresent(node -> places.addRule(source, node)));
      } else {
        RuleFile.read(file, source)
            .flatMap(text -> new YamlReader(source, 1).read(text))
            .ifPresent(node -> places.addFile(source, node));
      }
    }
    return places;
  }

  private void addFile(Source source, Node root) {
    if (root instanceof Node.Mapping mapping) {
      var keys = new Keys(source, mapping);
      keys.list("rules").forEach(rule -> addRule(source, rule));
      if (keys.node("concepts").orElse(root) instanceof Node.Mapping named && named != root) {
        named
            .entries()
            .forEach((name, entry) -> concepts.put(name, place(source, entry.keyPlace())));
      }
    }
  }

  private void addRule(Source source, Node rule) {
    if (rule instanceof Node.Mapping mapping) {
      new Keys(source, mapping)
          .text("id")
          .ifPresent(id -> rules.put(id, place(source, rule.place())));
    }
  }

  private static Place place(Source source, Node.Place place) {
    return new Place(source.file(), place.line(), place.column());
  }

  /** Where the rule with this id begins. */
  public Optional<Place> rule(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** The concepts and where each begins, in the order of the files. */
  public Map<String, Place> concepts() {
    return Collections.unmodifiableMap(concepts);
  }
}
