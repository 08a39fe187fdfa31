package io.wirewatch.app;

import io.wirewatch.contract.yaml.UnusableFileException;
import io.wirewatch.deliver.route.FilePlan;
import io.wirewatch.deliver.route.PlanFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file that says who is told of what. */
final class PlanOption {
  static final String USUAL = "deliver.yaml";

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      defaultValue = USUAL,
      description = "Targets and routes, YAML; see docs/deliver.md (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path file;

  Path file() {
    return file;
  }

  /**
   * What the file says.
   *
   * @throws UnusableFileException with every problem of it
   */
  FilePlan read() throws UnusableFileException {
    return PlanFile.read(file, System::getenv);
  }

  /**
   * What the file says.
   *
   * @throws Refusal where it cannot be used; the message says the first reason and how to see all
   */
  FilePlan load() {
    return load(file);
  }

  static FilePlan load(Path file) {
    try {
      return PlanFile.read(file, System::getenv);
    } catch (UnusableFileException unusable) {
      int others = unusable.problems().size() - 1;
      throw new Refusal(
          unusable.problems().get(0)
              + (others == 0 ? "" : " (and " + others + " more)")
              + "; 'wirewatch deliver check --plan "
              + file
              + "' shows all",
          unusable);
    }
  }
}
