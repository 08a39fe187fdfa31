package io.wirewatch.deliver.target;

import io.wirewatch.deliver.target.TargetSpec.Updates;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The settings of a file. */
final class FileKind implements TargetKind {

  @Override
  public Optional<TargetSpec> read(Section section) {
    section.knownAre(Set.of("path", "source"));
    Duration timeout = section.timeout();
    String source = WebhookKind.source(section);
    return section
        .needed("path", "the file that lines are added to")
        .flatMap(path -> path(section, path))
        .map(
            path ->
                new OpenedSpec(
                    section.name(),
                    section.updates(Updates.ALL),
                    timeout,
                    "file " + path,
                    clock -> new FileTarget(path, timeout, source)));
  }

  private static Optional<Path> path(Section section, String written) {
    try {
      Path path = Path.of(written).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        section.problem("path", "is a folder; name a file in it");
      } else if (path.getParent() == null || !Files.isDirectory(path.getParent())) {
        section.problem("path", "is in a folder that is not there; make it");
      }
      return Optional.of(path);
    } catch (InvalidPathException rubbish) {
      section.problem("path", "takes the path of a file");
      return Optional.empty();
    }
  }
}
