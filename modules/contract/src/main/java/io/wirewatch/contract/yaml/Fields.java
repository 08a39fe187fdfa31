package io.wirewatch.contract.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The settings of one mapping, each read once and said to be wrong once. */
public final class Fields {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,4000}");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Yaml.Mapping mapping;
  private final String whose;
  private final Problems problems;

  /**
   * @param whose what stands before a problem: the source's name
   */
  public Fields(Yaml.Mapping mapping, String whose, Problems problems) {
    this.mapping = mapping;
    this.whose = whose;
    this.problems = problems;
  }

  /** Where the mapping begins. */
  public int line() {
    return mapping.line();
  }

  /** Every other name is a problem. */
  public void knownAre(Set<String> known) {
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                problem(
                    entry.line(),
                    Problems.quoted(name)
                        + " is no setting; there are "
                        + String.join(", ", new TreeSet<>(known)));
              }
            });
  }

  /** A value, stripped; empty where there is none, or where it is a problem. */
  public Optional<Yaml.Text> text(String name) {
    Yaml.Entry entry = mapping.entries().get(name);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.value() instanceof Yaml.Text text && !text.value().isBlank()) {
      return Optional.of(new Yaml.Text(text.line(), text.value().strip()));
    }
    problem(entry.line(), name + " needs a value on its line");
    return Optional.empty();
  }

  /** What stands below a name; empty where there is nothing, or where it is a problem. */
  public Optional<Yaml.Mapping> mapping(String name) {
    Yaml.Entry entry = mapping.entries().get(name);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.value() instanceof Yaml.Mapping inner) {
      return Optional.of(inner);
    }
    problem(entry.line(), name + " needs settings below it, indented, as 'name: value'");
    return Optional.empty();
  }

  /** Texts by name; what is no text is a problem, told without its value. */
  public Map<String, String> texts() {
    Map<String, String> all = new LinkedHashMap<>();
    mapping.entries().keySet().forEach(n -> text(n).ifPresent(text -> all.put(n, text.value())));
    return all;
  }

  /**
   * HTTP headers under a name; what is none, or is one of ours, is a problem, told without its
   * value.
   *
   * @param ours in lower case
   */
  public Map<String, String> headers(String name, Set<String> ours) {
    Optional<Yaml.Mapping> said = mapping(name);
    if (said.isEmpty()) {
      return Map.of();
    }
    Map<String, String> headers = new Fields(said.get(), whose, problems).texts();
    said.get()
        .entries()
        .forEach(
            (header, entry) -> {
              if (ours.contains(header.toLowerCase(Locale.ROOT))) {
                problem(entry.line(), name + ": " + header + " is set by wirewatch itself");
              } else if (!HEADER.matcher(header).matches()
                  || !HEADER_VALUE.matcher(headers.getOrDefault(header, "-")).matches()) {
                // The value may be a secret; so may a name be that was written in its place.
                problem(entry.line(), name + " takes 'Name: value' in visible ASCII");
              }
            });
    return headers;
  }

  /** A list, or a single value as a list of one; empty where there is none. */
  public List<Yaml> items(String name) {
    Yaml.Entry entry = mapping.entries().get(name);
    if (entry == null) {
      return List.of();
    }
    return entry.value() instanceof Yaml.Items items ? items.values() : List.of(entry.value());
  }

  /** Whether anything is said under a name. */
  public boolean has(String name) {
    return mapping.entries().containsKey(name);
  }

  /** The texts of a list, or a single one, stripped; what is no text or blank is a problem. */
  public List<Yaml.Text> words(String name) {
    List<Yaml.Text> words = new ArrayList<>();
    for (Yaml item : items(name)) {
      if (item instanceof Yaml.Text text && !text.value().isBlank()) {
        words.add(new Yaml.Text(text.line(), text.value().strip()));
      } else {
        problem(item.line(), name + " takes words, as [one, two]");
      }
    }
    return words;
  }

  /** A time of 1 second to 7 days; the fallback where none is said, or where it is a problem. */
  public Duration span(String name, Duration fallback) {
    return span(name, fallback, SHORTEST, LONGEST);
  }

  /** A time from the least to the most; the fallback where none is said, or it is a problem. */
  public Duration span(String name, Duration fallback, Duration least, Duration most) {
    Optional<Yaml.Text> text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    Optional<Duration> span =
        Spans.parse(text.get().value())
            .filter(s -> s.compareTo(least) >= 0 && s.compareTo(most) <= 0);
    if (span.isEmpty()) {
      problem(
          text.get().line(),
          "%s takes a time of %s to %s: 30s, 5m, 6h, 1d or PT5M"
              .formatted(name, Spans.words(least), Spans.words(most)));
    }
    return span.orElse(fallback);
  }

  /** A number from 1 on; the fallback where none is said, or where it is a problem. */
  public int count(String name, int fallback, int most) {
    Optional<Yaml.Text> text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    if (text.get().value().matches("\\d{1,6}")) {
      int count = Integer.parseInt(text.get().value());
      if (count >= 1 && count <= most) {
        return count;
      }
    }
    problem(text.get().line(), name + " takes a number, 1 to " + most);
    return fallback;
  }

  /** Notes a problem of this mapping. */
  public void problem(int line, String what) {
    problems.add(line, whose.isEmpty() ? what : whose + ": " + what);
  }
}
