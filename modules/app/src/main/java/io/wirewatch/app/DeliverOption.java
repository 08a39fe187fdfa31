package io.wirewatch.app;

import io.wirewatch.contract.yaml.UnusableFileException;
import io.wirewatch.deliver.route.FilePlan;
import io.wirewatch.deliver.route.PlanFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file that says who is told. */
final class DeliverOption {
  static final String USUAL = "deliver.yaml";

  @Option(
      names = "--deliver",
      paramLabel = "FILE",
      defaultValue = USUAL,
      description =
          "The file of targets and routes, YAML; see docs/deliver.md (default: deliver.yaml).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path file;

  /**
   * What the file says.
   *
   * @throws Refusal where it cannot be used; every problem has been told then
   */
  FilePlan load() {
    return load(file);
  }

  static FilePlan load(Path file) {
    Screen screen = Screen.standard();
    try {
      FilePlan plan = PlanFile.read(file, System::getenv);
      plan.warnings().forEach(screen::say);
      return plan;
    } catch (UnusableFileException unusable) {
      unusable.problems().forEach(screen::say);
      throw new Refusal(
          "%s cannot be used (%d to mend); docs/deliver.md says what it takes"
              .formatted(file, unusable.problems().size()),
          unusable);
    }
  }
}
