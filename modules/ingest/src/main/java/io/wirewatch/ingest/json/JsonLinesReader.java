package io.wirewatch.ingest.json;

import io.wirewatch.ingest.article.DecodedText;
import io.wirewatch.ingest.article.Producer;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.Refusals;
import io.wirewatch.ingest.json.BoundedLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON lines, an article each, as {@link ArticleJson} says, in UTF-8. Streams a file of any
 * size. A line that is broken, or over 4 MiB, is refused with its number, and the rest goes on;
 * blank lines are nothing.
 */
public final class JsonLinesReader {
  private static final int MOST_LINE_BYTES = 4 * 1024 * 1024;

  private JsonLinesReader() {}

  /**
   * Hands each line's reading on, in their order.
   *
   * @throws IOException where the stream cannot be read
   */
  public static void read(InputStream lines, ReadingContext context, Consumer<Reading> readings)
      throws IOException {
    BoundedLines source = new BoundedLines(lines, MOST_LINE_BYTES);
    for (Line line = source.next(); line != null; line = source.next()) {
      Reading reading = reading(line, context);
      if (reading != null) {
        readings.accept(reading);
      }
    }
  }

  private static @Nullable Reading reading(Line line, ReadingContext context) {
    Optional<String> text = DecodedText.strict(line.bytes(), StandardCharsets.UTF_8);
    if (line.tooLong()) {
      return refused(line, context, "the line is over 4 MiB");
    }
    if (text.isEmpty()) {
      return refused(line, context, "not text: not in UTF-8");
    }
    String json = text.get().startsWith("\uFEFF") ? text.get().substring(1) : text.get();
    if (json.isBlank()) {
      return null;
    }
    try {
      return numbered(ArticleJson.parse(json).read(context, Producer.JSONL), line, json);
    } catch (FieldException wrong) {
      return Refusals.ofLine(context, line.number(), wrong.reason(), json);
    }
  }

  private static Reading numbered(Reading reading, Line line, String json) {
    if (reading instanceof Reading.Refused refused) {
      refused.rejection().setLine(line.number());
      refused.rejection().setContent(Refusals.cut(json));
    }
    return reading;
  }

  private static Reading refused(Line line, ReadingContext context, String reason) {
    // Whatever it is, people can look at it: bytes that are not UTF-8 show as their replacement.
    String content = StandardCharsets.UTF_8.decode(line.bytes().duplicate()).toString();
    return Refusals.ofLine(context, line.number(), reason, content);
  }
}
