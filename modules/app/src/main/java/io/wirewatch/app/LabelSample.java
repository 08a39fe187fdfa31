package io.wirewatch.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.wirewatch.app.AlertSample.Choice;
import io.wirewatch.ingest.json.BoundedLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The alerts of a replay that somebody is asked about, read from the directory of its results. */
final class LabelSample {
  /* A replay may have a million alerts. The first reading keeps line numbers of the sample alone, the second reads those lines
   * as a whole, the third finds texts of their articles among the changes. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(LineWork.MOST_LINE_BYTES).build())
              .build());
  private static final String ALERTS = "alerts.jsonl";
  private static final String CHANGES = "changes.jsonl";
  private static final int MOST_NAMES = 20;

  private final Path directory;
  private final Wish wish;
  private final Screen screen;

  /**
   * Which alerts.
   *
   * @param rules only of these; empty for all
   * @param most so many at most
   * @param changes only those that are gained or lost
   */
  record Wish(Set<String> rules, int most, long seed, boolean changes) {
    Wish {
      rules = Set.copyOf(rules);
    }

    boolean has(AlertHead alert) {
      return !alert.isRetracted() && (rules.isEmpty() || rules.contains(alert.rule()));
    }
  }

  private record Key(String rule, String article) {}

  LabelSample(Path directory, Wish wish, Screen screen) {
    this.directory = directory;
    this.wish = wish;
    this.screen = screen;
  }

  /**
   * The alerts, rule by rule.
   *
   * @throws Refusal where there are none; the message says what to do
   */
  List<LabelItem> items() {
    List<Choice> choices = choices();
    if (wish.changes()) {
      Map<Integer, JsonNode> lines = lines(path(CHANGES), choices);
      return items(
          choices,
          choice -> {
            JsonNode change = Objects.requireNonNull(lines.get(choice.line()));
            return AlertCard.lines(
                change.path("alert"), change.path("verdict").asText(), change.path("text"));
          });
    }
    Map<Integer, JsonNode> lines = lines(path(ALERTS), choices);
    Map<Key, List<String>> withText = withText(choices, lines);
    return items(
        choices,
        choice -> {
          List<String> card = withText.get(new Key(choice.rule(), choice.article()));
          JsonNode alert = Objects.requireNonNull(lines.get(choice.line()));
          return card == null ? AlertCard.lines(alert, "", MissingNode.getInstance()) : card;
        });
  }

  private static List<LabelItem> items(List<Choice> choices, Function<Choice, List<String>> lines) {
    return choices.stream()
        .map(choice -> new LabelItem(choice.rule(), choice.article(), lines.apply(choice)))
        .toList();
  }

  private List<Choice> choices() {
    AlertSample sample = new AlertSample(wish.most(), wish.seed());
    Set<String> known = new TreeSet<>();
    Path file = path(wish.changes() ? CHANGES : ALERTS);
    each(
        file,
        line -> {
          AlertHead alert = AlertHead.of(line).orElseThrow(() -> broken(file, line));
          known.add(alert.rule());
          if (wish.has(alert)) {
            sample.add(alert.rule(), alert.article(), line.number());
          }
        });
    List<Choice> choices = sample.choices();
    if (choices.isEmpty() && wish.rules().isEmpty()) {
      throw new Refusal(file + " has no alert to label: replay a longer time or other rules");
    }
    Set<String> missing = new TreeSet<>(wish.rules());
    missing.removeAll(sample.rules());
    if (!missing.isEmpty()) {
      throw new Refusal(
          "%s has no alert to label of %s: leave it out of --rules; there are alerts of %s"
              .formatted(file, String.join(", ", missing), names(known)));
    }
    return choices;
  }

  private static String names(Set<String> rules) {
    return rules.isEmpty()
        ? "no rule"
        : rules.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
            + (rules.size() > MOST_NAMES ? ", …" : "");
  }

  private Map<Integer, JsonNode> lines(Path file, List<Choice> choices) {
    Set<Integer> numbers = choices.stream().map(Choice::line).collect(Collectors.toSet());
    Map<Integer, JsonNode> lines = new HashMap<>();
    each(
        file,
        line -> {
          if (numbers.contains(line.number())) {
            lines.put(line.number(), parse(file, line));
          }
        });
    return lines;
  }

  /** The alerts of which the changes have the text. */
  private Map<Key, List<String>> withText(List<Choice> choices, Map<Integer, JsonNode> lines) {
    Map<Key, List<String>> cards = new HashMap<>();
    Path file = directory.resolve(CHANGES);
    if (!Files.isRegularFile(file)) {
      return cards;
    }
    Map<String, List<Choice>> articles =
        choices.stream().collect(Collectors.groupingBy(Choice::article));
    each(
        file,
        line -> {
          AlertHead alert = AlertHead.of(line).orElseThrow(() -> broken(file, line));
          List<Choice> chosen = articles.remove(alert.article());
          if (chosen != null) {
            JsonNode text = parse(file, line).path("text");
            for (Choice choice : chosen) {
              JsonNode shown = Objects.requireNonNull(lines.get(choice.line()));
              cards.put(new Key(choice.rule(), choice.article()), AlertCard.lines(shown, "", text));
            }
          }
        });
    return cards;
  }

  private Path path(String name) {
    if (!Files.isDirectory(directory)) {
      throw new Refusal(
          "no directory " + directory + ": give the --out of a finished replay with --of");
    }
    Path file = directory.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new Refusal(
          name.equals(CHANGES)
              ? "no %s in %s: replay with --against and --out, or leave --changes out"
                  .formatted(name, directory)
              : "no %s in %s: give the --out of a finished replay with --of"
                  .formatted(name, directory));
    }
    return file;
  }

  private void each(Path file, Consumer<BoundedLines.Line> taken) {
    try (InputStream in = Files.newInputStream(file)) {
      BoundedLines lines = new BoundedLines(in, LineWork.MOST_LINE_BYTES);
      for (var line = lines.next(); line != null; line = lines.next()) {
        if (line.tooLong()) {
          screen.say(file + ":" + line.number() + ": left out, the line is over 4 MiB");
        } else if (line.bytes().hasRemaining()) {
          taken.accept(line);
        }
      }
    } catch (IOException failed) {
      throw new Refusal("cannot read " + file + ": " + failed.getMessage(), failed);
    }
  }

  private static JsonNode parse(Path file, BoundedLines.Line line) {
    try {
      return JSON.readTree(line.bytes().array());
    } catch (IOException wrong) {
      throw broken(file, line);
    }
  }

  private static Refusal broken(Path file, BoundedLines.Line line) {
    return new Refusal(
        "%s:%d is no alert of a replay: replay again with --out".formatted(file, line.number()));
  }
}
