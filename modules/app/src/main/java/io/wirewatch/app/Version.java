package io.wirewatch.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which build this is. */
final class Version {
  private Version() {}

  /** Its number, such as {@code 0.1.0}; written by the build. */
  static String number() {
    try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
      return file == null
          ? "unknown"
          : new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .strip()
              .replace("-SNAPSHOT", "");
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read the build's own version", broken);
    }
  }
}
