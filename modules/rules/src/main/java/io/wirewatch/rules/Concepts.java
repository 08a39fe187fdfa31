package io.wirewatch.rules;

import io.wirewatch.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The concepts of all files of a set: a rule may use one of another file. */
final class Concepts {
  static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final String ANY_LANGUAGE = "any";

  private final Map<String, Definition> definitions = new TreeMap<>();

  /** A concept, with the node it was read from and the defaults that held there. */
  record Definition(Source source, Node node, Clause.Concept concept) {}

  /** Takes over the concepts of a file. */
  void add(Source source, Defaults defaults, Node concepts) {
    if (!(concepts instanceof Node.Mapping mapping)) {
      source.problem(
          concepts, concepts.kind() + " for concepts", "names, each with aliases by language");
      return;
    }
    mapping.entries().forEach((name, entry) -> add(source, defaults, name, entry));
  }

  private void add(Source source, Defaults defaults, String name, Node.Entry entry) {
    Definition earlier = definitions.get(name);
    if (earlier != null) {
      source.problem(
          entry.keyPlace(),
          "concept " + Source.quote(name) + " a second time",
          "another name; it is in "
              + earlier.source().file()
              + " line "
              + earlier.node().place().line()
              + " already");
      return;
    }
    definitions.put(
        name,
        new Definition(
            source,
            entry.value(),
            new Clause.Concept(name, aliases(source, defaults, name, entry.value()))));
  }

  private static List<Clause.Words> aliases(
      Source source, Defaults defaults, String name, Node node) {
    List<Clause.Words> aliases = new ArrayList<>();
    int before = source.problems().count();
    if (node instanceof Node.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (language, entry) -> {
                if (LANGUAGE.matcher(language).matches()) {
                  var parser =
                      new WordsParser(
                          source,
                          defaults,
                          language.equals(ANY_LANGUAGE) ? null : Language.of(language));
                  new Keys(source, mapping)
                      .list(language)
                      .forEach(alias -> parser.parse(alias).ifPresent(aliases::add));
                } else {
                  source.problem(
                      entry.keyPlace(),
                      "unknown language " + Source.quote(language),
                      "a code such as en, ar, ckb, kmr, or any");
                }
              });
    }
    if (aliases.isEmpty() && source.problems().count() == before) {
      source.problem(
          node,
          "concept " + Source.quote(name) + " has no aliases",
          "lists of terms by language: en, ar, ckb, kmr, or any");
    }
    return aliases;
  }

  Optional<Definition> find(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  Set<String> names() {
    return definitions.keySet();
  }
}
