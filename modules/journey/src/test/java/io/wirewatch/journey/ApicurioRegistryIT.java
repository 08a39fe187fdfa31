package io.wirewatch.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The contract on Apicurio, as a process; {@code -Pregistries} fetches it. */
@Tag("registries")
final class ApicurioRegistryIT extends RegistryContract {
  private static final Path HOME = Path.of("target/apicurio").toAbsolutePath();
  private static final long MOST_SECONDS = 180;

  private static Process apicurio;
  private static int port;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    port = freePort();
    Path jar;
    try (var files = Files.newDirectoryStream(HOME, "*-runner.jar")) {
      jar = files.iterator().next();
    }
    Path log = directory.resolve("log");
    apicurio =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    awaitAnswer(log);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    apicurio.destroy();
    apicurio.waitFor(20, TimeUnit.SECONDS);
  }

  @Override
  String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  private static void awaitAnswer(Path log) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!Files.readString(log).contains("Listening on")) {
      if (System.nanoTime() > end || !apicurio.isAlive()) {
        throw new AssertionError("Apicurio does not start: " + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
