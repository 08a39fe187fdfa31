package io.wirewatch.journey.faults;

import io.wirewatch.embedded.EmbeddedRegistry;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The embedded registry as a process of its own. Arguments: its directory, its port. */
final class RegistryProcess {
  private RegistryProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (EmbeddedRegistry registry =
        EmbeddedRegistry.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
      System.out.println("registry at " + registry.url());
      new CountDownLatch(1).await();
    }
  }
}
