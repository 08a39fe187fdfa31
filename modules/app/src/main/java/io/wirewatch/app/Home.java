package io.wirewatch.app;

import java.nio.file.Path;

/** Where wirewatch is installed: the launcher says so. */
final class Home {
  private Home() {}

  static Path rules() {
    return directory().resolve("rules");
  }

  static Path samples() {
    return directory().resolve("samples");
  }

  private static Path directory() {
    return Path.of(System.getProperty("wirewatch.home", "."));
  }
}
