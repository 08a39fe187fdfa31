package io.wirewatch.app;

import io.wirewatch.contract.yaml.UnusableFileException;
import io.wirewatch.ingest.source.Sources;
import io.wirewatch.ingest.source.SourcesFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The file of sources, and which of them may be asked. */
final class SourcesOption {
  static final String USUAL = "sources.yaml";

  @Option(
      names = "--sources",
      paramLabel = "FILE",
      defaultValue = USUAL,
      description = "The file of sources, YAML; see docs/ingest.md (default: sources.yaml).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path file;

  @Option(
      names = "--allow-private",
      description = "Also ask hosts on loopback and in private networks.")
  private boolean allowPrivate;

  boolean allowPrivate() {
    return allowPrivate;
  }

  /**
   * What the file says.
   *
   * @throws Refusal where it cannot be used; every problem has been told then
   */
  Sources load() {
    return load(file);
  }

  static Sources load(Path file) {
    try {
      return SourcesFile.read(file);
    } catch (UnusableFileException unusable) {
      Screen screen = Screen.standard();
      unusable.problems().forEach(screen::say);
      throw new Refusal(
          "%s cannot be used (%d to mend); docs/ingest.md says what it takes"
              .formatted(file, unusable.problems().size()),
          unusable);
    }
  }
}
