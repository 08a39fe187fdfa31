package io.wirewatch.app;

import io.wirewatch.rules.Problem;
import io.wirewatch.rules.RulePlaces;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.authoring.RuleWarnings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirewatch rules check}: every problem of a rule set at once. */
@Command(
    name = "check",
    description =
        "Check rule files: every problem at once; exit 1 if there is one. Warnings do not count.")
final class RulesCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Directory of rule files, or one file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path directory;

  @Option(
      names = "--sample",
      paramLabel = "FILE",
      description =
          "Article JSON lines; warn of rules that match more than half of them. - for standard input.")
  private @Nullable String sample;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (!Files.exists(directory)) {
      throw new Refusal("no rules at " + directory + ": give a directory of rule files");
    }
    try {
      RuleSet set = load();
      List<Problem> warnings = warnings(set);
      print(warnings);
      spec.commandLine()
          .getErr()
          .printf(
              "%d rules are fine%s; the set's hash is %s%n",
              set.rules().size(),
              warnings.isEmpty() ? "" : ", with warnings: " + warnings.size(),
              set.hash());
      return 0;
    } catch (RuleProblems refused) {
      print(refused.problems());
      return 1;
    }
  }

  private RuleSet load() throws RuleProblems {
    try (RuleProgress progress = RuleProgress.show()) {
      return RuleSet.load(directory, progress);
    }
  }

  private List<Problem> warnings(RuleSet set) {
    RuleWarnings warnings = new RuleWarnings(set, RulePlaces.of(directory));
    List<Problem> all = new ArrayList<>(warnings.ofTheSet());
    if (sample != null) {
      all.addAll(warnings.onSample(ArticleLines.all(sample)));
    }
    return all;
  }

  private void print(List<Problem> problems) {
    problems.forEach(
        problem -> spec.commandLine().getOut().println(Printable.line(problem.toString())));
  }
}
