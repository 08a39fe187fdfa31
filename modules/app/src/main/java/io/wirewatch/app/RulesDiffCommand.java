package io.wirewatch.app;

import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.authoring.RuleSetDiff;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirewatch rules diff}: what changed between two rule sets. */
@Command(
    name = "diff",
    description = "Say which rules changed, and which articles gain or lose alerts; exit 1 if any.")
final class RulesDiffCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OLD", description = "Directory of rules, or one file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "Directory of rules, or one file.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path after;

  @Option(
      names = "--on",
      paramLabel = "FILE",
      description = "Article JSON lines to compare the alerts on; - for standard input.")
  private @Nullable String on;

  private final Screen screen = Screen.standard();

  @Override
  public Integer call() {
    RuleSet old = RulesOption.load(before);
    RuleSet now = RulesOption.load(after);
    RuleSetDiff diff = RuleSetDiff.of(old, now);
    diff.removed().forEach(rule -> say("- " + name(rule)));
    diff.added().forEach(rule -> say("+ " + name(rule)));
    diff.changed().forEach(this::say);
    int exit = on == null ? 0 : compareAlerts(on, old.matcher(), now.matcher());
    return exit != 0 ? exit : diff.isEmpty() ? 0 : 1;
  }

  private void say(RuleSetDiff.Change change) {
    say("~ " + name(change.after()));
    change.what().forEach(what -> say("    " + what));
  }

  private static String name(Rule rule) {
    return "rule " + rule.id() + " (" + rule.title() + ")";
  }

  private int compareAlerts(String file, Matcher old, Matcher now) {
    ArticleLines articles = new ArticleLines();
    return new LineWork(file, screen)
        .each(
            articles::article, article -> say(article.id(), RuleSetDiff.alerts(old, now, article)));
  }

  private void say(String article, RuleSetDiff.AlertChange change) {
    if (!change.isEmpty()) {
      say(
          "article "
              + article
              + ":"
              + list(" loses ", change.lost())
              + list(" gains ", change.gained()));
    }
  }

  private static String list(String verb, List<String> ids) {
    return ids.isEmpty() ? "" : ids.stream().collect(Collectors.joining(", ", verb, ""));
  }

  private void say(String line) {
    screen.data(Printable.line(line));
  }
}
