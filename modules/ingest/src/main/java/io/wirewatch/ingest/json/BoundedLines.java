package io.wirewatch.ingest.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The lines of a stream of any size, in memory bounded by the longest line that is taken whole. */
public final class BoundedLines {

  /**
   * A line.
   *
   * @param number the first is 1
   * @param bytes without its line end; the line's beginning where it is too long
   */
  public record Line(int number, ByteBuffer bytes, boolean tooLong) {}

  private final InputStream in;
  private final int mostBytes;
  private final byte[] buffer = new byte[64 * 1024];
  private int from;
  private int to;
  private int number;

  /** Lines of which at most so many bytes are taken. */
  public BoundedLines(InputStream in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /** The next line; null at the end. */
  public @Nullable Line next() throws IOException {
    if (isAtEnd()) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    boolean tooLong = false;
    boolean ended = false;
    while (!ended && !isAtEnd()) {
      int end = lineFeed();
      ended = end < to;
      int room = Math.min(end - from, mostBytes - line.size());
      line.write(buffer, from, room);
      tooLong |= room < end - from;
      from = ended ? end + 1 : end;
    }
    return new Line(number, ByteBuffer.wrap(line.toByteArray()), tooLong);
  }

  private boolean isAtEnd() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, in.read(buffer));
    }
    return to == 0;
  }

  private int lineFeed() {
    int at = from;
    while (at < to && buffer[at] != '\n') {
      at++;
    }
    return at;
  }
}
