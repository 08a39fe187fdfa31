package io.wirewatch.journey;

import io.wirewatch.app.Wirewatch;
import io.wirewatch.journey.CommandLine.Ended;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;

/** The command within this process: it starts in no time, and its threads and metrics are here. */
final class InProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final Thread thread;

  private InProcess(List<String> words) {
    thread = new Thread(() -> execute(words), "command " + words.get(0));
  }

  /** Starts a command. */
  static InProcess start(List<String> words) {
    InProcess command = new InProcess(words);
    command.thread.start();
    return command;
  }

  /** Runs a command to its end. */
  static Ended run(List<String> words) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (InProcess command = new InProcess(words)) {
      // Some commands write to the process's own streams.
      System.setOut(stream(command.out));
      System.setErr(stream(command.err));
      command.thread.start();
      return command.end();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** A file of settings. */
  static Path file(Path file, Map<String, String> settings) throws IOException {
    Properties properties = new Properties();
    properties.putAll(settings);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }

  String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  boolean hasEnded() {
    return exit.isDone();
  }

  /** Waits until it ends by itself. */
  Ended end() {
    try {
      return new Ended(
          exit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS),
          out.toString(StandardCharsets.UTF_8),
          said());
    } catch (InterruptedException | ExecutionException | TimeoutException failed) {
      List<String> stack = new ArrayList<>();
      for (StackTraceElement element : thread.getStackTrace()) {
        stack.add(element.toString());
      }
      throw new AssertionError("does not end: " + said() + stack, failed);
    }
  }

  /** Has it stop, as Ctrl-C would. */
  void stop() {
    if (!hasEnded()) {
      thread.interrupt();
    }
  }

  /** Has it stop, and waits. */
  @Override
  public void close() {
    stop();
    end();
  }

  private void execute(List<String> words) {
    CommandLine command = Wirewatch.command();
    command.setOut(writer(out));
    command.setErr(writer(err));
    try {
      exit.complete(command.execute(words.toArray(String[]::new)));
    } finally {
      exit.complete(-1);
    }
  }

  private static PrintWriter writer(ByteArrayOutputStream bytes) {
    return new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), true);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
