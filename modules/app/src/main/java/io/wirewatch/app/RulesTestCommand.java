package io.wirewatch.app;

import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleTests;
import io.wirewatch.rules.authoring.JUnitReport;
import io.wirewatch.rules.authoring.TestReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirewatch rules test}: runs the tests that stand beside rules. */
@Command(name = "test", description = "Run the tests of every rule; exit 1 if one fails.")
final class RulesTestCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Directory of rule files, or one file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path directory;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML there.")
  private @Nullable Path junit;

  @Option(names = "--require-tests", description = "Refuse rules without tests: exit 1.")
  private boolean requireTests;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    List<Rule> rules = RulesOption.load(directory).rules();
    List<RuleTests.Result> results = RuleTests.run(rules);
    List<RuleTests.Result> failed = results.stream().filter(result -> !result.passed()).toList();
    failed.forEach(
        failure -> {
          TestReport.failure(failure).forEach(this::say);
          say("");
        });
    List<Rule> untested = rules.stream().filter(rule -> rule.tests().isEmpty()).toList();
    untested.forEach(
        rule -> say((requireTests ? "refused: " : "") + "rule " + rule.id() + " has no tests"));
    spec.commandLine()
        .getErr()
        .printf(
            "%d rules, %d tests: %d passed, %d failed; %d rules without tests%n",
            rules.size(),
            results.size(),
            results.size() - failed.size(),
            failed.size(),
            untested.size());
    if (junit != null) {
      write(results, requireTests ? untested : List.of(), junit);
    }
    return failed.isEmpty() && (untested.isEmpty() || !requireTests) ? 0 : 1;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(Printable.line(line));
  }

  private static void write(List<RuleTests.Result> results, List<Rule> refused, Path file) {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      JUnitReport.write(results, refused, out);
    } catch (NoSuchFileException missing) {
      throw new Refusal("cannot write " + file + ": there is no such directory", missing);
    } catch (IOException | XMLStreamException failed) {
      throw new Refusal("cannot write " + file + ": " + failed.getMessage(), failed);
    }
  }
}
