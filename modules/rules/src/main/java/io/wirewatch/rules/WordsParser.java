package io.wirewatch.rules;

import io.wirewatch.language.Language;
import io.wirewatch.language.PartialFolding.Difference;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads terms, phrases and prefixes: a plain text, or a mapping with options. */
final class WordsParser {
  /** The keys that say what to look for, of which a mapping has one. */
  static final List<String> NAMES = List.of("term", "exact", "stem", "phrase", "prefix");

  static final List<String> OPTIONS =
      List.of(
          "match", "case", "fold", "clitics", "slop", "unless_followed_by", "unless_preceded_by");

  static final int LONGEST_TERM = 500;
  static final int SHORTEST_PREFIX = 4;
  static final int LARGEST_SLOP = 10;

  private final Source source;
  private final Defaults defaults;
  private final @Nullable Language language;

  WordsParser(Source source, Defaults defaults, @Nullable Language language) {
    this.source = source;
    this.defaults = defaults;
    this.language = language;
  }

  /**
   * A plain text or a mapping of {@link #NAMES} and {@link #OPTIONS} only; empty when something is
   * wrong with it.
   */
  Optional<Clause.Words> parse(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return plain(scalar);
    }
    List<String> known = new ArrayList<>(NAMES);
    known.addAll(OPTIONS);
    return Keys.of(source, node, known).flatMap(this::parse);
  }

  private Optional<Clause.Words> plain(Node.Scalar scalar) {
    return words(scalar, scalar.value())
        .map(
            spellings ->
                new Clause.Words(
                    scalar.value(),
                    spellings,
                    defaults.match(),
                    language,
                    defaults.upper(),
                    null,
                    false,
                    0,
                    Clause.Context.ANY));
  }

  /** The words of a mapping whose unknown keys have been reported. */
  Optional<Clause.Words> parse(Keys keys) {
    List<String> names = NAMES.stream().filter(keys::has).toList();
    if (names.size() != 1) {
      source.problem(
          keys.mapping(),
          names.isEmpty()
              ? "nothing to look for"
              : "several things to look for: " + String.join(", ", names),
          "one of: " + String.join(", ", NAMES));
      return Optional.empty();
    }
    String name = names.get(0);
    Optional<Node> node = keys.node(name);
    Optional<String> term = keys.text(name);
    if (node.isEmpty() || term.isEmpty()) {
      return Optional.empty();
    }
    int before = source.problems().count();
    Optional<List<List<Clause.Word>>> spellings = words(node.get(), term.get());
    Clause.Match match = match(keys, name);
    checkOptions(keys, name, match, spellings.orElse(List.of()));
    Clause.Context context =
        new Clause.Context(
            context(keys, "unless_followed_by"), context(keys, "unless_preceded_by"));
    Clause.Words words =
        new Clause.Words(
            term.get(),
            spellings.orElse(List.of()),
            match,
            language,
            Defaults.upper(keys).orElse(defaults.upper()),
            folded(keys),
            keys.flag("clitics"),
            keys.whole("slop", 0, LARGEST_SLOP).orElse(0),
            context);
    return source.problems().count() > before ? Optional.empty() : Optional.of(words);
  }

  private Clause.Match match(Keys keys, String name) {
    return switch (name) {
      case "exact" -> Clause.Match.EXACT;
      case "stem" -> Clause.Match.STEM;
      case "prefix" -> Clause.Match.PREFIX;
      default -> Defaults.match(keys).orElse(defaults.match());
    };
  }

  private void checkOptions(
      Keys keys, String name, Clause.Match match, List<List<Clause.Word>> spellings) {
    if (keys.has("match") && !name.equals("term") && !name.equals("phrase")) {
      source.problem(
          keys.mapping(), "match beside " + name, "term or phrase beside match, or no match");
    }
    if (keys.has("slop") && !name.equals("phrase")) {
      source.problem(keys.mapping(), "slop beside " + name, "phrase in place of " + name);
    }
    if (keys.has("fold") && match == Clause.Match.STEM) {
      source.problem(
          keys.mapping(), "fold on a stem", "exact in place of " + name + ", or match: exact");
    }
    if (name.equals("prefix") && !spellings.isEmpty()) {
      List<Clause.Word> words = spellings.get(0);
      if (words.size() > 1 || words.get(0).folded().length() < SHORTEST_PREFIX) {
        source.problem(
            keys.node(name).orElse(keys.mapping()),
            "prefix of " + (words.size() > 1 ? "several words" : "less than four letters"),
            "one word of " + SHORTEST_PREFIX + " letters or more");
      }
    }
  }

  private List<Clause.Words> context(Keys keys, String key) {
    return keys.list(key).stream().map(this::parse).flatMap(Optional::stream).toList();
  }

  private @Nullable Set<Difference> folded(Keys keys) {
    if (!keys.has("fold")) {
      return null;
    }
    Set<Difference> folded = EnumSet.noneOf(Difference.class);
    boolean none =
        keys.node("fold")
            .filter(node -> node instanceof Node.Sequence list && list.items().isEmpty())
            .isPresent();
    for (Node item : none ? List.<Node>of() : keys.list("fold")) {
      if (keys.isOneOf(item, "difference", Keys.names(Difference.class))
          && item instanceof Node.Scalar name) {
        folded.add(Difference.valueOf(name.value().toUpperCase(Locale.ROOT)));
      }
    }
    return folded;
  }

  /** The spellings of a term: as its parts and, where it has a hyphen, put together. */
  private Optional<List<List<Clause.Word>>> words(Node node, String term) {
    if (term.length() > LONGEST_TERM) {
      source.problem(node, "a term of " + term.length() + " characters", "at most " + LONGEST_TERM);
      return Optional.empty();
    }
    Tokens tokens = Tokens.of(term);
    if (tokens.size() == 0) {
      source.problem(node, "no word in " + Source.quote(term), "at least one letter or digit");
      return Optional.empty();
    }
    List<Clause.Word> parts = new ArrayList<>();
    List<Clause.Word> together = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Clause.Word part = new Clause.Word(tokens.surface(i), tokens.folded(i));
      parts.add(part);
      if (i > 0 && tokens.joined(i - 1)) {
        Clause.Word before = together.remove(together.size() - 1);
        together.add(
            new Clause.Word(before.written() + part.written(), before.folded() + part.folded()));
      } else {
        together.add(part);
      }
    }
    return Optional.of(
        parts.size() == together.size()
            ? List.of(parts)
            : List.of(List.copyOf(parts), List.copyOf(together)));
  }
}
