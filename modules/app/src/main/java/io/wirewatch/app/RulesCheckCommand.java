package io.wirewatch.app;

import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirewatch rules check}: every problem of a rule set at once. */
@Command(
    name = "check",
    description = "Check rule files: every problem at once; exit 1 if there is one.")
final class RulesCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Directory of rule files, or one file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path directory;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (!Files.exists(directory)) {
      throw new Refusal("no rules at " + directory + ": give a directory of rule files");
    }
    try {
      RuleSet set = RuleSet.load(directory);
      spec.commandLine()
          .getErr()
          .printf("%d rules are fine; the set's hash is %s%n", set.rules().size(), set.hash());
      return 0;
    } catch (RuleProblems refused) {
      refused
          .problems()
          .forEach(
              problem -> spec.commandLine().getOut().println(Printable.line(problem.toString())));
      return 1;
    }
  }
}
