package io.wirewatch.journey.faults;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/** The harness's rule sets, as directories. */
final class RuleFiles {
  /** Runs from the start. */
  static final Path FIRST = directory("first");

  /** What the first is changed for. */
  static final Path SECOND = directory("second");

  private RuleFiles() {}

  /** Those that alert for these subjects. */
  static Path of(Set<Subject> subjects) {
    return subjects.equals(Subject.FIRST_SET) ? FIRST : SECOND;
  }

  private static Path directory(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(RuleFiles.class.getResource("/faults/" + name)).toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
