package io.wirewatch.app;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.authoring.RuleStats;
import io.wirewatch.rules.authoring.RuleTiming;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wirewatch rules stats}: what rules hit and cost. */
@Command(
    name = "stats",
    description = "Show hits of rules, their costliest terms and the slowest rules on articles.")
final class RulesStatsCommand implements Callable<Integer> {
  private static final int MOST_TIMED = 500;
  private static final int LARGEST_SAMPLE = 200;

  @Parameters(paramLabel = "DIR", description = "Directory of rule files, or one file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path directory;

  @Option(
      names = "--on",
      paramLabel = "FILE",
      description = "Article JSON lines; - for standard input. The bundled samples without it.")
  private @Nullable String on;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many of each to show (default 20).")
  private int top;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (top < 1) {
      throw new Refusal("--top " + top + ": 1 or more");
    }
    RuleSet set = RulesOption.load(directory);
    String file = on == null ? Home.samples().resolve("english.jsonl").toString() : on;
    List<Article> articles = ArticleLines.all(file);
    RuleStats stats = RuleStats.of(set.rules(), articles);
    say(
        "%d rules, %d terms, %d articles"
            .formatted(set.rules().size(), stats.terms().size(), articles.size()));
    say("");
    say("hits · rule");
    stats.rules().stream()
        .limit(top)
        .forEach(hits -> say("%4d · %s".formatted(hits.articles(), hits.rule().id())));
    say("");
    say("places · articles · rules · term");
    stats.terms().stream()
        .limit(top)
        .forEach(
            hits ->
                say(
                    "%6d · %8d · %5d · %s"
                        .formatted(
                            hits.places(), hits.articles(), hits.rules(), hits.words().term())));
    say("");
    say("microseconds an article, by itself · rule");
    List<Rule> timed =
        stats.rules().stream().map(RuleStats.RuleHits::rule).limit(MOST_TIMED).toList();
    RuleTiming.of(timed, articles.subList(0, Math.min(LARGEST_SAMPLE, articles.size()))).stream()
        .limit(top)
        .forEach(
            timing ->
                say(
                    "%8.1f · %s"
                        .formatted(timing.anArticle().toNanos() / 1e3, timing.rule().id())));
    return 0;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(Printable.line(line));
  }
}
