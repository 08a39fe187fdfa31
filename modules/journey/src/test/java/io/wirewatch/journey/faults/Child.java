package io.wirewatch.journey.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of ours that can be started again. Its output is appended to a log. It ends with this
 * JVM, however that ends short of a {@code kill -9}.
 */
final class Child implements AutoCloseable {
  private final Spec spec;
  private final Thread lastWill = new Thread(this::forceEnd, "last-will");
  private volatile Process process;
  private volatile boolean wanted;
  private volatile boolean killed;

  /**
   * How it is started.
   *
   * @param name of it and of its log
   * @param logs directory of logs
   */
  record Spec(String name, List<String> command, Map<String, String> environment, Path logs) {
    File log() {
      return logs.resolve(name + ".log").toFile();
    }
  }

  Child(Spec spec) {
    this.spec = spec;
    Runtime.getRuntime().addShutdownHook(lastWill);
  }

  String name() {
    return spec.name();
  }

  Path log() {
    return spec.log().toPath();
  }

  synchronized Child start() {
    ProcessBuilder builder = new ProcessBuilder(spec.command());
    builder.environment().putAll(spec.environment());
    try {
      process =
          builder
              .redirectInput(Redirect.PIPE)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(spec.log()))
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    wanted = true;
    killed = false;
    return this;
  }

  Process process() {
    return process;
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Waits until its log holds these words. */
  void awaitLine(String words, long mostMillis) throws InterruptedException {
    long end = System.nanoTime() + mostMillis * 1_000_000;
    while (!said().contains(words)) {
      if (!isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException(name() + " did not start; its log: " + log());
      }
      Thread.sleep(100);
    }
  }

  /** The last line that it said. */
  String lastWords() {
    return said().lines().reduce("", (before, line) -> line);
  }

  private String said() {
    try {
      return Files.readString(log());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits until somebody has started it again. */
  void awaitAlive() throws InterruptedException {
    while (!isAlive()) {
      Thread.sleep(50);
    }
  }

  /** Whether it has to be started again: it is gone, and nobody wanted that for good. */
  boolean isMissed() {
    return wanted && !isAlive();
  }

  /** Whether it is gone without having been killed. */
  boolean fell() {
    return isMissed() && !killed;
  }

  /** {@code kill -9}, and waits until it is gone. */
  void kill() throws InterruptedException {
    killed = true;
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, as an operator does; kills it after 30 seconds. */
  void end() throws InterruptedException {
    killed = true;
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Nobody starts it again from now on. */
  void leave() {
    wanted = false;
  }

  /** Sends a signal, {@code STOP} or {@code CONT}. */
  void signal(String signal) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    leave();
    forceEnd();
    if (process != null) {
      process.onExit().join();
    }
    Runtime.getRuntime().removeShutdownHook(lastWill);
  }

  private void forceEnd() {
    wanted = false;
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
