package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads the clauses of one rule. */
final class ClauseParser {
  /** Each part keeps its places in a text while it is looked through. */
  static final int MOST_NEAR_PARTS = 100;

  static final int WIDEST_NEAR = 1_000;
  static final int LARGEST_WEIGHT = 1_000_000;
  static final List<String> COMPOSITES = List.of("all", "any", "none", "near", "score", "concept");
  static final List<String> KEYS = keys();

  private final Source source;
  private final Concepts concepts;
  private final WordsParser words;
  private final SortedSet<String> usedConcepts = new TreeSet<>();

  ClauseParser(Source source, Concepts concepts, Defaults defaults) {
    this.source = source;
    this.concepts = concepts;
    this.words = new WordsParser(source, defaults, null);
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(COMPOSITES);
    keys.addAll(WordsParser.NAMES);
    keys.addAll(WordsParser.OPTIONS);
    return List.copyOf(keys);
  }

  /** The names of the concepts that have been met. */
  SortedSet<String> usedConcepts() {
    return usedConcepts;
  }

  /**
   * A clause; several keys beside one another must all hold. Empty when something is wrong with it.
   */
  Optional<Clause> parse(Node node) {
    return parse(node, KEYS);
  }

  private Optional<Clause> parse(Node node, List<String> known) {
    if (node instanceof Node.Scalar) {
      return words.parse(node).map(Clause.class::cast);
    }
    return Keys.of(source, node, known).flatMap(this::parse);
  }

  private Optional<Clause> parse(Keys keys) {
    List<Clause> parts = new ArrayList<>();
    boolean composite = COMPOSITES.stream().anyMatch(keys::has);
    if (!composite || WordsParser.NAMES.stream().anyMatch(keys::has)) {
      words.parse(keys).ifPresent(parts::add);
    } else {
      refuseOptions(keys);
    }
    for (String name : COMPOSITES) {
      keys.node(name).flatMap(node -> composite(keys, name, node)).ifPresent(parts::add);
    }
    return parts.size() == 1
        ? Optional.of(parts.get(0))
        : parts.isEmpty() ? Optional.empty() : Optional.of(new Clause.All(parts));
  }

  private void refuseOptions(Keys keys) {
    WordsParser.OPTIONS.stream()
        .filter(keys::has)
        .forEach(
            option ->
                source.problem(
                    keys.mapping(),
                    option + " without a term or phrase",
                    "put it beside the term or phrase that it is for"));
  }

  private Optional<Clause> composite(Keys keys, String name, Node node) {
    return switch (name) {
      case "all" -> several(keys, name, Clause.All::new);
      case "any" -> several(keys, name, Clause.AnyOf::new);
      case "none" -> several(keys, name, Clause.NoneOf::new);
      case "near" -> near(node);
      case "score" -> score(node);
      default -> concept(keys, node);
    };
  }

  private Optional<Clause> several(
      Keys keys, String name, Function<List<Clause>, Clause> composite) {
    List<Clause> clauses = clauses(keys.list(name));
    return clauses.isEmpty() ? Optional.empty() : Optional.of(composite.apply(clauses));
  }

  private List<Clause> clauses(List<Node> nodes) {
    return nodes.stream().map(this::parse).flatMap(Optional::stream).toList();
  }

  private Optional<Clause> near(Node node) {
    Optional<Keys> keys = Keys.of(source, node, List.of("within", "ordered", "of"));
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> within = keys.get().whole("within", 2, WIDEST_NEAR);
    if (!keys.get().has("within")) {
      source.problem(
          node, "near without within", "within: the number of words, from 2 to " + WIDEST_NEAR);
    }
    List<Node> items = keys.get().list("of");
    if (items.size() < 2) {
      source.problem(node, "near needs what is near what", "of: a list of two or more");
    }
    if (items.size() > MOST_NEAR_PARTS) {
      source.problem(
          node,
          "near over %d things".formatted(items.size()),
          "at most %d; name those of a kind as a concept".formatted(MOST_NEAR_PARTS));
      return Optional.empty();
    }
    List<Clause> of = clauses(items);
    if (of.stream().anyMatch(clause -> !isPlaced(clause))) {
      source.problem(
          node,
          "near over something that has no place in the text",
          "terms, phrases, concepts, or any of them");
      return Optional.empty();
    }
    boolean ordered = keys.get().flag("ordered");
    return within.filter(words -> of.size() >= 2).map(words -> new Clause.Near(words, ordered, of));
  }

  static boolean isPlaced(Clause clause) {
    return clause instanceof Clause.Words
        || clause instanceof Clause.Concept
        || (clause instanceof Clause.AnyOf any
            && any.of().stream().allMatch(ClauseParser::isPlaced));
  }

  private Optional<Clause> score(Node node) {
    Optional<Keys> keys = Keys.of(source, node, List.of("at_least", "of"));
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    List<Clause.Weighted> of =
        keys.get().list("of").stream().map(this::weighted).flatMap(Optional::stream).toList();
    Optional<Double> atLeast = keys.get().number("at_least", -LARGEST_WEIGHT, LARGEST_WEIGHT);
    if (!keys.get().has("at_least") || !keys.get().has("of")) {
      source.problem(
          node,
          "score without " + (keys.get().has("of") ? "at_least" : "of"),
          "at_least: a number, of: a list of clauses with weight");
      return Optional.empty();
    }
    return atLeast.filter(least -> !of.isEmpty()).map(least -> new Clause.Score(least, of));
  }

  private Optional<Clause.Weighted> weighted(Node node) {
    List<String> known = new ArrayList<>(KEYS);
    known.add("weight");
    Optional<Clause> clause = parse(node, known);
    if (!(node instanceof Node.Mapping mapping)) {
      return clause.map(plain -> new Clause.Weighted(1, plain));
    }
    double weight =
        new Keys(source, mapping).number("weight", -LARGEST_WEIGHT, LARGEST_WEIGHT).orElse(1.0);
    return clause.map(weighted -> new Clause.Weighted(weight, weighted));
  }

  private Optional<Clause> concept(Keys keys, Node node) {
    Optional<String> name = keys.text(node);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Concepts.Definition> definition = concepts.find(name.get());
    if (definition.isEmpty()) {
      source.unknown(node.place(), "concept", name.get(), concepts.names());
      return Optional.empty();
    }
    usedConcepts.add(name.get());
    return definition.map(Concepts.Definition::concept);
  }
}
