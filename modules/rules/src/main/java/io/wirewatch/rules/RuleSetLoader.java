package io.wirewatch.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads all files of a rule set; first every concept, then every rule, since a rule may use a
 * concept of another file.
 */
final class RuleSetLoader {
  static final String VERSION = "1";
  static final List<String> KEYS = List.of("version", "defaults", "concepts", "rules");

  private final LoadProgress progress;
  private final Problems problems = new Problems();
  private final Concepts concepts = new Concepts();
  private final RuleList rules = new RuleList();
  private final RuleSetHash hash = new RuleSetHash();
  private final SortedSet<String> routes = new TreeSet<>();
  private final Utf8Table ids = new Utf8Table();
  private final List<Source> sources = new ArrayList<>();
  private final IntList files = new IntList(16);
  private final IntList lines = new IntList(16);

  RuleSetLoader() {
    this(LoadProgress.UNSEEN);
  }

  RuleSetLoader(LoadProgress progress) {
    this.progress = progress;
  }

  private record RuleNodes(Source source, Defaults defaults, List<Node> nodes) {}

  RuleSet load(Path path) throws RuleProblems {
    List<Path> files = files(path);
    List<RuleNodes> yaml = new ArrayList<>();
    files.stream()
        .filter(file -> !RuleFile.isJsonLines(file))
        .forEach(file -> readYaml(file).ifPresent(yaml::add));
    yaml.forEach(this::parse);
    files.stream().filter(RuleFile::isJsonLines).forEach(this::readJsonLines);
    return loaded(path.toString());
  }

  /** Each definition is a rule file of its own, with its own concepts. */
  RuleSet load(Iterable<String> definitions) throws RuleProblems {
    var source = new Source("definition", problems);
    Map<String, RuleParser> parsers = new HashMap<>();
    int number = 0;
    for (String definition : definitions) {
      number++;
      readNode(source, number, definition)
          .flatMap(node -> Keys.of(source, node, KEYS))
          .ifPresent(keys -> readDefinition(source, keys, parsers));
    }
    return loaded(source.file());
  }

  /** Rules that share defaults and concepts, as most of a file do, share their parser. */
  private void readDefinition(Source source, Keys keys, Map<String, RuleParser> parsers) {
    Map<String, Object> head = new TreeMap<>();
    for (String key : List.of("version", "defaults", "concepts")) {
      keys.node(key).ifPresent(node -> head.put(key, node));
    }
    RuleParser parser =
        parsers.computeIfAbsent(
            Definition.json(head),
            known -> {
              var own = new Concepts();
              return new RuleParser(source, own, readDocument(source, keys, own).defaults());
            });
    keys.list("rules").forEach(node -> readPacked(source, parser, node));
  }

  private static Optional<Node> readNode(Source source, int number, String line) {
    return JsonLine.read(number, line).or(() -> new YamlReader(source, number).read(line));
  }

  private RuleSet loaded(String from) throws RuleProblems {
    if (rules.isEmpty() && problems.count() == 0) {
      problems.addFile(from, "no rule", "at least one rule");
    }
    problems.throwIfAny();
    rules.trim();
    return new RuleSet(rules, hash.value(), routes);
  }

  /** The rule files there, in the order of their names; none where that is a problem. */
  List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      if (!Files.isRegularFile(path)) {
        problems.addFile(
            path.toString(),
            "there is no such file or directory",
            "a rule file, or a directory of rule files");
      }
      return Files.isRegularFile(path) ? List.of(path) : List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> files =
          entries.filter(RuleFile::isRuleFile).filter(Files::isRegularFile).sorted().toList();
      if (files.isEmpty()) {
        problems.addFile(
            path.toString(), "no rule file in it", "files that end in .yaml, .yml or .jsonl");
      }
      return RuleFile.isTooMuch(files, path, problems) ? List.of() : files;
    } catch (IOException e) {
      problems.addFile(
          path.toString(),
          "the directory cannot be read: " + e,
          "a directory that this user may read");
      return List.of();
    }
  }

  private Optional<RuleNodes> readYaml(Path file) {
    var source = new Source(file.toString(), problems);
    int before = problems.count();
    Optional<Node> root =
        RuleFile.read(file, source).flatMap(text -> new YamlReader(source, 1).read(text));
    if (root.isEmpty() && problems.count() == before) {
      problems.addFile(source.file(), "the file is empty", "version: 1, and rules or concepts");
    }
    return root.flatMap(node -> Keys.of(source, node, KEYS))
        .map(keys -> readDocument(source, keys, concepts));
  }

  private RuleNodes readDocument(Source source, Keys keys, Concepts shared) {
    if (!keys.has("version")) {
      source.problem(keys.mapping(), "no version", "version: 1");
    }
    keys.choice("version", List.of(VERSION));
    Defaults defaults =
        keys.node("defaults")
            .flatMap(node -> Keys.of(source, node, Defaults.KEYS))
            .map(Defaults.BUILT_IN::with)
            .orElse(Defaults.BUILT_IN);
    keys.node("concepts").ifPresent(node -> shared.add(source, defaults, node));
    if (!keys.has("rules") && !keys.has("concepts")) {
      source.problem(keys.mapping(), "neither rules nor concepts", "rules: a list of rules");
    }
    return new RuleNodes(source, defaults, keys.list("rules"));
  }

  private void parse(RuleNodes read) {
    var parser = new RuleParser(read.source(), concepts, read.defaults());
    read.nodes()
        .forEach(
            node -> {
              register(read.source(), node);
              parser.parse(node).ifPresent(this::add);
            });
  }

  private void readJsonLines(Path file) {
    var source = new Source(file.toString(), problems);
    var parser = new RuleParser(source, concepts, Defaults.BUILT_IN);
    RuleFile.readLines(
        file,
        source,
        (number, line) ->
            readNode(source, number, line).ifPresent(node -> readPacked(source, parser, node)));
  }

  private void readPacked(Source source, RuleParser parser, Node node) {
    register(source, node);
    parser
        .parse(node)
        .ifPresent(
            rule -> {
              count(rule);
              rules.addPacked(node, parser);
            });
  }

  private void add(Rule rule) {
    count(rule);
    rules.addWhole(rule);
  }

  private void count(Rule rule) {
    hash.add(rule);
    rule.addRouteTo(routes);
  }

  /** Before the rule is read: an id is taken by a rule with problems too. */
  private void register(Source source, Node node) {
    id(node).ifPresent(id -> register(source, node, id));
  }

  private static Optional<String> id(Node node) {
    return node instanceof Node.Mapping mapping
        ? Optional.ofNullable(mapping.entries().get("id"))
            .flatMap(
                entry ->
                    entry.value() instanceof Node.Scalar id
                        ? Optional.of(id.value())
                        : Optional.empty())
            .filter(id -> RuleParser.ID.matcher(id).matches())
        : Optional.empty();
  }

  private void register(Source source, Node node, String id) {
    int known = ids.size();
    int number = ids.add(id);
    if (number < known) {
      source.problem(
          node,
          "rule " + Source.quote(id) + " a second time",
          "another id; it is in "
              + sources.get(files.at(number)).file()
              + " line "
              + lines.at(number)
              + " already");
      return;
    }
    if (sources.isEmpty() || !sources.get(sources.size() - 1).equals(source)) {
      sources.add(source);
    }
    files.add(sources.size() - 1);
    lines.add(node.place().line());
    progress.read(ids.size());
  }
}
