package io.wirewatch.journey;

import io.wirewatch.app.Wirewatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every command that there is, with words that it takes; a new one is among them by itself. */
final class CommandTree {
  private static final String PAGE = "PAGE";

  /** Where the least that a command takes would show little of it. */
  private static final Map<String, List<String>> MORE =
      Map.of(
          "up", List.of("--once", PAGE),
          "ingest page", List.of(PAGE),
          "ingest feed", List.of(PAGE),
          "ingest jsonl", List.of(PAGE),
          "ingest http", List.of("--port", "0"),
          "registry", List.of("--port", "0"),
          "dashboard", List.of("--port", "0"));

  private final Path page;
  private final Path scratch;

  /** Words that name these files. */
  CommandTree(Path page, Path scratch) {
    this.page = page;
    this.scratch = scratch;
  }

  /** Names of all commands, without {@code wirewatch}. */
  static List<String> names() {
    return leaves(Wirewatch.command().getCommandSpec()).map(CommandTree::name).toList();
  }

  /** Whether a command has that option. */
  static boolean has(String command, String option) {
    return spec(command).findOption(option) != null;
  }

  /** Whether a command reads inputs, which may be addresses. */
  static boolean readsInputs(String command) {
    return spec(command).positionalParameters().stream()
        .anyMatch(parameter -> parameter.paramLabel().contains("INPUT"));
  }

  /** The command with what it must be given. */
  List<String> words(String command) {
    List<String> words = bare(command);
    if (MORE.getOrDefault(command, List.of()).contains(PAGE)) {
      words.add(page.toString());
    }
    return words;
  }

  /** The same without inputs. */
  List<String> bare(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    MORE.getOrDefault(command, List.of()).stream()
        .filter(word -> !word.equals(PAGE))
        .forEach(words::add);
    CommandSpec spec = spec(command);
    for (OptionSpec option : spec.options()) {
      if (option.required()) {
        words.add(option.longestName());
        words.add(sample(option));
      }
    }
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      if (parameter.required()) {
        words.add(sample(parameter));
      }
    }
    return words;
  }

  private String sample(ArgSpec argument) {
    if (argument.type() == Path.class) {
      boolean read = argument.isPositional();
      return (read ? Path.of("../../rules") : scratch.resolve("data")).toString();
    }
    String label = argument.paramLabel();
    if (label.equals("MATCHER")) {
      return "rule=border";
    }
    return label.contains("|") ? label.substring(0, label.indexOf('|')) : "border";
  }

  private static CommandSpec spec(String command) {
    CommandSpec spec = Wirewatch.command().getCommandSpec();
    for (String word : command.split(" ", -1)) {
      spec = spec.subcommands().get(word).getCommandSpec();
    }
    return spec;
  }

  private static Stream<CommandSpec> leaves(CommandSpec spec) {
    Stream<CommandSpec> parts =
        spec.subcommands().values().stream().flatMap(c -> leaves(c.getCommandSpec()));
    // A command that has parts may do something by itself too.
    return spec.userObject() instanceof Callable<?> ? Stream.concat(Stream.of(spec), parts) : parts;
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName().substring("wirewatch ".length());
  }
}
