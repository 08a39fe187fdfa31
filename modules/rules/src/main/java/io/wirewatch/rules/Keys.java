package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The entries of a mapping, read with their types. What has the wrong type is a problem and counts
 * as absent.
 */
record Keys(Source source, Node.Mapping mapping) {
  private static final int LONGEST_NUMBER = 12;

  /** The mapping, once every key that is not known has been reported. */
  static Optional<Keys> of(Source source, Node node, List<String> known) {
    if (!(node instanceof Node.Mapping mapping)) {
      source.problem(
          node, node.kind() + " where a mapping must be", "keys: " + String.join(", ", known));
      return Optional.empty();
    }
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                source.unknown(entry.keyPlace(), "key", key, known);
              }
            });
    return Optional.of(new Keys(source, mapping));
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(mapping.entries().get(key)).map(Node.Entry::value);
  }

  /** The value, not blank. */
  Optional<String> text(String key) {
    return node(key).flatMap(this::text);
  }

  Optional<String> text(Node node) {
    if (node instanceof Node.Scalar scalar && !scalar.value().isBlank()) {
      return Optional.of(scalar.value());
    }
    source.problem(
        node,
        node instanceof Node.Scalar
            ? "nothing where a text must be"
            : node.kind() + " where a text must be",
        "a text");
    return Optional.empty();
  }

  /** The items of a list that is not empty; a value that is not a list is a list of one. */
  List<Node> list(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof Node.Sequence sequence) {
      if (sequence.items().isEmpty()) {
        source.problem(
            sequence, "an empty list for " + key, "at least one item, or leave " + key + " out");
      }
      return sequence.items();
    }
    return List.of(node.get());
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    list(key).forEach(item -> text(item).ifPresent(texts::add));
    return texts;
  }

  Optional<Integer> whole(String key, int least, int most) {
    Optional<Double> number = number(key, least, most);
    if (number.filter(value -> value != Math.rint(value)).isPresent()) {
      number = wrongNumber(key, "a whole number from " + least + " to " + most);
    }
    return number.map(Double::intValue);
  }

  Optional<Double> number(String key, double least, double most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String right = "a number from " + (long) least + " to " + (long) most;
    try {
      double number =
          text.get().length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(text.get());
      return number >= least && number <= most ? Optional.of(number) : wrongNumber(key, right);
    } catch (NumberFormatException e) {
      return wrongNumber(key, right);
    }
  }

  private Optional<Double> wrongNumber(String key, String right) {
    text(key)
        .ifPresent(
            text ->
                source.problem(
                    node(key).orElse(mapping), key + " is " + Source.quote(text), right));
    return Optional.empty();
  }

  boolean flag(String key) {
    return choice(key, List.of("true", "false")).filter("true"::equals).isPresent();
  }

  Optional<String> choice(String key, List<String> choices) {
    return text(key).filter(text -> isOneOf(node(key).orElse(mapping), key, choices));
  }

  boolean isOneOf(Node node, String what, List<String> choices) {
    if (node instanceof Node.Scalar scalar && choices.contains(scalar.value())) {
      return true;
    }
    source.unknown(
        node.place(),
        what,
        node instanceof Node.Scalar scalar ? scalar.value() : node.kind(),
        choices);
    return false;
  }

  /** A constant of an enum, written in small letters. */
  <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
    return choice(key, names(type)).map(name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
  }

  static <E extends Enum<E>> List<String> names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
