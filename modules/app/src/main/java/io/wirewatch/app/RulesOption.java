package io.wirewatch.app;

import io.wirewatch.rules.Problem;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules: the user's, or those that come with wirewatch. */
final class RulesOption {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Directory (or file) of rules; they take the place of the bundled ones.")
  private @Nullable Path directory;

  /**
   * The rules.
   *
   * @throws Refusal where they cannot be used; the message says the first reason and how to see all
   */
  RuleSet load() {
    return load(directory == null ? Home.rules() : directory);
  }

  /** Whether the user said which. */
  boolean isGiven() {
    return directory != null;
  }

  static RuleSet load(Path directory) {
    if (!Files.exists(directory)) {
      throw new Refusal("no rules at " + directory + ": give a directory of rule files");
    }
    try (RuleProgress progress = RuleProgress.show()) {
      return RuleSet.load(directory, progress);
    } catch (RuleProblems refused) {
      Problem first = refused.problems().get(0);
      int others = refused.problems().size() - 1;
      throw new Refusal(
          first
              + (others == 0 ? "" : " (and " + others + " more)")
              + "; 'wirewatch rules check "
              + directory
              + "' shows all",
          refused);
    }
  }
}
