package io.wirewatch.app;

import io.wirewatch.ingest.article.DecodedText;
import io.wirewatch.ingest.json.BoundedLines;
import io.wirewatch.ingest.json.BoundedLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import picocli.CommandLine.ExitCode;

/**
 * Work on a file of JSON lines. What comes of the lines comes in their order, however many threads
 * work; a line that is broken is told on standard error in its turn, and the rest goes on. On a
 * terminal it is seen how far the work is.
 *
 * @param file a path, or {@code -} for standard input
 */
record LineWork(String file, int threads, Screen screen) {
  static final int MOST_LINE_BYTES = 4 * 1024 * 1024;

  private static final String STANDARD_INPUT = "-";

  /** Work by one thread. */
  LineWork(String file, Screen screen) {
    this(file, 1, screen);
  }

  /** Writes a line for each line; returns the exit code. */
  int run(Function<TextLine, String> work) {
    return each(work, screen::data);
  }

  /**
   * Does the work on every line.
   *
   * @param work done by any of the threads
   * @param taken gets what comes of it, line by line, in the thread of the caller
   * @return the exit code
   */
  <T> int each(Function<TextLine, T> work, Consumer<T> taken) {
    try (InputStream in = open();
        LineProgress progress = new LineProgress(screen, size());
        LineThreads<IntSupplier> turns =
            new LineThreads<>(
                new BoundedLines(in, MOST_LINE_BYTES),
                line -> turn(line, work, taken.andThen(made -> progress.article())))) {
      if (!isTyped()) {
        progress.start();
      }
      turns.start(threads);
      int exit = ExitCode.OK;
      for (var made = turns.next(); made != null; made = turns.next()) {
        exit = Math.max(exit, made.value().getAsInt());
        progress.bytes(made.bytes());
      }
      return exit;
    } catch (IOException failed) {
      throw new Refusal("cannot read " + file + ": " + failed.getMessage(), failed);
    }
  }

  /** The work on a line; returns what is left for its turn. */
  private <T> IntSupplier turn(Line line, Function<TextLine, T> work, Consumer<T> taken) {
    try {
      String text = text(line);
      if (text.isBlank()) {
        return () -> ExitCode.OK;
      }
      T made = work.apply(TextLine.parse(text));
      return () -> {
        taken.accept(made);
        return ExitCode.OK;
      };
    } catch (IllegalArgumentException broken) {
      return () -> {
        screen.say(file + ":" + line.number() + ": " + broken.getMessage());
        return ExitCode.USAGE;
      };
    }
  }

  private static String text(Line line) {
    if (line.tooLong()) {
      throw new IllegalArgumentException("the line is over 4 MiB");
    }
    return DecodedText.strict(line.bytes(), StandardCharsets.UTF_8)
        .orElseThrow(() -> new IllegalArgumentException("not text: not in UTF-8"));
  }

  private InputStream open() throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return System.in;
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new Refusal("no file " + file + ": give a file of JSON lines, or - for standard input");
    }
    return Files.newInputStream(path);
  }

  private long size() throws IOException {
    return file.equals(STANDARD_INPUT) ? LineProgress.UNKNOWN : Files.size(Path.of(file));
  }

  /** Whether a counter would be drawn over what somebody types. */
  private boolean isTyped() {
    return file.equals(STANDARD_INPUT) && Screen.Terminal.isTyped();
  }
}
