package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher at the root, run as users run it. */
final class CommandLine {
  /** A page of one article that alerts by two rules, and one block that has a headline alone. */
  static final String PAGE =
      """
      Basin News
      2 hours ago
      - Basin News
      Trucks queue at the frontier near Rabia
      Basin News – Mosul Lorries waited for a day at the Rabia crossing, drivers said, after guards looked for members of Daesh.


      Basin News
      a day ago
      - Basin News
      A headline and nothing else
      """;

  private static final Path LAUNCHER = Path.of("../../wirewatch").toAbsolutePath().normalize();
  private static final long MOST_SECONDS = 120;

  /** These runs end before the second compiler has paid for itself. */
  private static final String BRIEF = "-XX:TieredStopAtLevel=1";

  private final Path directory;

  /** What a run left behind. */
  record Ended(int exit, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /** Runs whose working directory, log and captured output are there. */
  CommandLine(Path directory) {
    this.directory = directory;
  }

  /** What is typed, and where the cluster is. */
  static List<String> words(Settings cluster, String... typed) {
    List<String> words = new ArrayList<>(List.of(typed));
    words.addAll(
        List.of(
            "--bootstrap-servers",
            cluster.value(Cluster.BOOTSTRAP_SERVERS),
            "--schema-registry",
            cluster.value(Cluster.REGISTRY_URL)));
    return words;
  }

  Ended run(String... arguments) {
    return ended(start(arguments));
  }

  /** Waits for the end of a run that {@link #start} began. */
  Ended ended(Process process) {
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "still runs after " + MOST_SECONDS + " s; so far it said: " + err());
      }
      return new Ended(process.exitValue(), out(), err());
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  Process start(String... arguments) {
    return start(Map.of(), arguments);
  }

  /** The same with more in its environment. */
  Process start(Map<String, String> more, String... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("WIREWATCH_LOG", directory.resolve("wirewatch.log").toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("WIREWATCH_JAVA_OPTS", BRIEF);
    environment.putAll(more);
    try {
      return builder
          .redirectInput(Path.of("/dev/null").toFile())
          .redirectOutput(directory.resolve("out").toFile())
          .redirectError(directory.resolve("err").toFile())
          .start();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  String out() {
    return read("out");
  }

  String err() {
    return read("err");
  }

  private String read(String name) {
    try {
      return Files.readString(directory.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** A run that ended with exit code 2 and one line that says all of this. */
  static void assertRefused(Ended ended, String... saying) {
    assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().toList()).singleElement().asString().contains(List.of(saying));
  }
}
