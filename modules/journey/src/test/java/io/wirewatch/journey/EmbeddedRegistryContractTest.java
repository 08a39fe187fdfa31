package io.wirewatch.journey;

import io.wirewatch.embedded.EmbeddedRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on wirewatch's own registry. */
final class EmbeddedRegistryContractTest extends RegistryContract {
  private static EmbeddedRegistry registry;

  @BeforeAll
  static void start(@TempDir Path directory) {
    registry = EmbeddedRegistry.start(directory, 0);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Override
  String url() {
    return registry.url();
  }
}
