package io.wirewatch.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A part of the measurement in a process of its own, with the launcher's heap, collector and pages.
 * It says a line when it is ready, and ends when its standard input does.
 */
final class ChildProcess implements AutoCloseable {
  /** What the lines begin with that are meant for who started it. */
  static final String MARK = "> ";

  private static final Duration MOST_FOR_ENDING = Duration.ofSeconds(20);

  private final String name;
  private final Process process;
  private final BufferedReader said;

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts one.
   *
   * @param processors where it may run, as {@code taskset} takes them; empty for all
   * @param javaOptions beside those of the launcher
   * @param command of {@link Benchmarks}, with its arguments
   */
  static ChildProcess start(String processors, List<String> javaOptions, List<String> command)
      throws IOException {
    List<String> line = new ArrayList<>();
    if (!processors.isEmpty()) {
      line.addAll(List.of("taskset", "-c", processors));
    }
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx768m", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=50"));
    // Where the system has them: then this process was started with them too.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter("-XX:+UseTransparentHugePages"::equals)
        .forEach(line::add);
    // Standard output is for what the process says.
    line.addAll(List.of("-Xlog:disable", "-Dslf4j.internal.verbosity=ERROR"));
    line.addAll(javaOptions);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Benchmarks.class.getName()));
    line.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ChildProcess(command.get(0), builder.start());
  }

  /** The next line that it says. */
  String line() {
    try {
      String line = said.readLine();
      // The JVM itself may have something to say there.
      while (line != null && !line.startsWith(MARK)) {
        line = said.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("the process of " + name + " ended early");
      }
      return line.substring(MARK.length());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Asks it for a line. */
  String ask() {
    try {
      process.outputWriter().write("\n");
      process.outputWriter().flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return line();
  }

  /** Processor time that it has used, over all its threads. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    try {
      process.outputWriter().close();
      if (!process.waitFor(MOST_FOR_ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException alreadyGone) {
      process.destroyForcibly();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
