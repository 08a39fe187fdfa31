package io.wirewatch.app;

import io.wirewatch.ingest.article.DecodedText;
import io.wirewatch.ingest.json.BoundedLines;
import io.wirewatch.ingest.json.BoundedLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine;

/** Work on a file of JSON lines: one line out for a line in, in the same order. */
final class LineWork {
  private static final int MOST_LINE_BYTES = 4 * 1024 * 1024;

  private LineWork() {}

  /**
   * Does the work on every line; a line that is broken is told on standard error, and the rest goes
   * on.
   *
   * @param file a path, or {@code -} for standard input
   * @return the exit code
   */
  static int run(String file, Function<TextLine, String> work, CommandLine command) {
    PrintWriter out = command.getOut();
    int exit = each(file, line -> out.println(work.apply(line)), command);
    out.flush();
    return exit;
  }

  /** Does the work on every line, as {@link #run} does. */
  static int each(String file, Consumer<TextLine> work, CommandLine command) {
    int exit = 0;
    try (InputStream in = open(file)) {
      BoundedLines lines = new BoundedLines(in, MOST_LINE_BYTES);
      for (Line line = lines.next(); line != null; line = lines.next()) {
        try {
          String text = text(line);
          if (!text.isBlank()) {
            work.accept(TextLine.parse(text));
          }
        } catch (IllegalArgumentException broken) {
          exit = CommandLine.ExitCode.USAGE;
          command
              .getErr()
              .println(Printable.line(file + ":" + line.number() + ": " + broken.getMessage()));
        }
      }
    } catch (IOException failed) {
      throw new Refusal("cannot read " + file + ": " + failed.getMessage(), failed);
    }
    return exit;
  }

  private static String text(Line line) {
    if (line.tooLong()) {
      throw new IllegalArgumentException("the line is over 4 MiB");
    }
    return DecodedText.strict(line.bytes(), StandardCharsets.UTF_8)
        .orElseThrow(() -> new IllegalArgumentException("not text: not in UTF-8"));
  }

  private static InputStream open(String file) throws IOException {
    if (file.equals("-")) {
      return System.in;
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new Refusal("no file " + file + ": give a file of JSON lines, or - for standard input");
    }
    return Files.newInputStream(path);
  }
}
