package io.wirewatch.rules;

import io.wirewatch.language.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rule files of random rules over all constructs, from few words, so that much of it matches. */
final class RandomRules {
  private static final List<String> CONCEPTS = List.of("place", "leave", "group", "many");
  private static final List<String> DIFFERENCES = List.of("apostrophe", "diacritics", "letters");

  private final Random random;
  private final List<String> words;

  /**
   * @param words that terms are made of; also of parts of them
   */
  RandomRules(Random random, List<String> words) {
    this.random = random;
    this.words = words;
  }

  /** A rule file with this many rules. */
  String file(int rules) {
    return "version: 1\n"
        + "defaults: {match: %s, case: %s}\n".formatted(match(), oneOf("fold", "fold", "upper"))
        + CONCEPTS.stream()
            .map(name -> "  " + name + ": " + concept() + "\n")
            .collect(Collectors.joining("", "concepts:\n", ""))
        + IntStream.range(0, rules)
            .mapToObj(i -> "  - {id: r%d, when: %s%s}\n".formatted(i, when(), keys()))
            .collect(Collectors.joining("", "rules:\n", ""));
  }

  private String concept() {
    return "{%s: %s, %s: %s}"
        .formatted(
            oneOf("en", "kmr", "xx"),
            list(1, 3, this::words),
            oneOf("ar", "ckb", "any"),
            list(1, 3, this::words));
  }

  private String when() {
    return switch (random.nextInt(6)) {
      case 0 -> "{all: [" + placed() + ", " + clause(3) + "]}";
      case 1 -> "{term: " + word() + ", none: " + list(1, 2, () -> clause(2)) + "}";
      case 2 -> near();
      case 3 -> score(true);
      default -> placed();
    };
  }

  private String keys() {
    List<String> keys = new ArrayList<>(List.of(""));
    if (oneIn(4)) {
      keys.add("not_span: " + list(1, 2, () -> oneIn(4) ? near() : placed()));
    }
    if (oneIn(4)) {
      keys.add("fields: [" + oneOf("headline", "body") + "]");
    }
    if (oneIn(4)) {
      keys.add("filters: {" + filter() + "}");
    }
    return String.join(", ", keys);
  }

  private String filter() {
    String name = oneOf("region", "entity", "source", "language");
    String value =
        switch (name) {
          case "region" -> oneOf("IQ", "SY", "IQ-AN");
          case "entity" -> "'group:isis'";
          case "source" -> "some wire";
          default -> oneOf("en", "ar", "ckb", "kmr");
        };
    return name + ": " + (random.nextBoolean() ? value : "{exclude: [" + value + "]}");
  }

  private String clause(int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0 -> "{all: " + list(1, 3, () -> clause(depth - 1)) + "}";
      case 1, 2 -> "{any: " + list(1, 3, () -> clause(depth - 1)) + "}";
      case 3 -> "{none: " + list(1, 2, () -> clause(depth - 1)) + "}";
      case 4 -> near();
      case 5 -> score(false);
      default -> placed();
    };
  }

  private String near() {
    return "{near: {within: %d, ordered: %b, of: %s}}"
        .formatted(2 + random.nextInt(9), random.nextBoolean(), list(2, 3, this::placed));
  }

  private String score(boolean positive) {
    int least = positive ? 1 + random.nextInt(3) : random.nextInt(5) - 2;
    return "{score: {at_least: %d, of: %s}}"
        .formatted(
            least,
            list(
                1,
                4,
                () ->
                    positive && oneIn(2)
                        ? "{term: %s, weight: %d}".formatted(word(), random.nextInt(5) - 1)
                        : "{any: [%s], weight: %d}".formatted(placed(), 1 + random.nextInt(2))));
  }

  private String placed() {
    return switch (random.nextInt(8)) {
      case 0 -> "{any: " + list(1, 3, this::words) + "}";
      case 1, 2 -> "{concept: " + oneOf(CONCEPTS.toArray(String[]::new)) + "}";
      default -> words();
    };
  }

  private String words() {
    return switch (random.nextInt(9)) {
      case 0 -> "{exact: %s, case: upper}".formatted(word());
      case 1 -> "{exact: %s, fold: [%s]}".formatted(word(), difference());
      case 2 -> "{exact: %s, clitics: true}".formatted(word());
      case 3 -> "{prefix: %s%s}".formatted(prefix(), oneOf("", ", clitics: true", ", case: upper"));
      case 4 -> "{phrase: \"%s %s\", slop: %d}".formatted(word(), word(), random.nextInt(3));
      case 5 -> "{phrase: \"%s %s\", match: exact}".formatted(word(), word());
      case 6 ->
          "{%s: %s, unless_%s_by: %s}"
              .formatted(
                  oneOf("term", "stem", "exact", "phrase"),
                  oneIn(3) ? word() + "-" + word() : word(),
                  oneOf("followed", "preceded"),
                  list(1, 2, this::word));
      case 7 -> oneIn(3) ? word() + "-" + word() : word();
      default -> word();
    };
  }

  private String difference() {
    return oneIn(3) ? "" : oneOf(DIFFERENCES.toArray(String[]::new));
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }

  private String prefix() {
    List<String> long4 =
        words.stream()
            .filter(
                word ->
                    Folding.fold(word).length() == word.length()
                        && word.length() > 4
                        && word.indexOf('.') < 0)
            .toList();
    String word = long4.isEmpty() ? "withdraw" : long4.get(random.nextInt(long4.size()));
    return word.substring(0, 4 + random.nextInt(word.length() - 4));
  }

  private String match() {
    return oneOf("stem", "stem", "exact");
  }

  private String list(int least, int most, Supplier<String> item) {
    return IntStream.range(0, least + random.nextInt(most - least + 1))
        .mapToObj(i -> item.get())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
