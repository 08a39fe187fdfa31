package io.wirewatch.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command as a process of a given build, with a small heap. */
final class Instance implements AutoCloseable {
  private static final Path APP = Path.of("../app/target").toAbsolutePath().normalize();
  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  private final Process process;
  private final Path log;

  private Instance(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param build classes that go before those of this checkout; none for this checkout's own build
   * @param log where it talks to
   */
  static Instance start(List<Path> build, Path log, List<String> words) throws IOException {
    return start(build, log, words, Map.of());
  }

  /** The same with more in its environment. */
  static Instance start(
      List<Path> build, Path log, List<String> words, Map<String, String> environment)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dwirewatch.home=" + HOME,
                "-cp",
                classPath(build),
                "io.wirewatch.app.Wirewatch"));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("WIREWATCH_LOG", log + ".log");
    builder.environment().putAll(environment);
    return new Instance(
        builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
  }

  /** Asks it to end, and waits until it has. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("does not end: " + said());
    }
  }

  /** Waits until it has ended by itself; returns its exit code. */
  int exit() throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new AssertionError("still runs: " + said());
    }
    return process.exitValue();
  }

  /** Sends it a signal: STOP has it hang, CONT go on. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String said() {
    try {
      return Files.readString(log);
    } catch (IOException failed) {
      return failed.toString();
    }
  }

  /** Ends it at once, as a power cut would. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }

  private static String classPath(List<Path> build) throws IOException {
    try (Stream<Path> libraries = Files.list(APP.resolve("lib"))) {
      return Stream.concat(
              Stream.concat(build.stream(), Stream.of(APP.resolve("wirewatch-app.jar"))),
              libraries.sorted())
          .map(Path::toString)
          .collect(Collectors.joining(java.io.File.pathSeparator));
    }
  }
}
