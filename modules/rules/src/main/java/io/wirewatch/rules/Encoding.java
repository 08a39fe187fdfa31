package io.wirewatch.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether bytes are UTF-8, and where they are not. */
final class Encoding {
  private static final int PIECE = 1 << 16;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(PIECE);
  private final CharBuffer text = CharBuffer.allocate(PIECE);
  private int line = 1;
  private int column = 1;

  private Encoding() {}

  /** By its mark; without one by the zero bytes that ASCII has there, and UTF-8 nowhere. */
  static boolean isWide(byte[] bytes) {
    int[] head = IntStream.range(0, Math.min(4, bytes.length)).map(i -> bytes[i] & 0xFF).toArray();
    boolean marked =
        head.length >= 2
            && Math.min(head[0], head[1]) == 0xFE
            && Math.max(head[0], head[1]) == 0xFF;
    return marked
        || (IntStream.of(head).anyMatch(b -> b == 0) && IntStream.of(head).anyMatch(b -> b != 0));
  }

  /** The place of the first byte that is not UTF-8; empty where all are. */
  static Optional<Node.Place> malformed(InputStream in) throws IOException {
    return new Encoding().firstMalformed(in);
  }

  private Optional<Node.Place> firstMalformed(InputStream in) throws IOException {
    boolean ended = false;
    while (!ended) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      ended = read < 0;
      bytes.position(bytes.position() + Math.max(0, read)).flip();
      CoderResult result = decoder.decode(bytes, text, ended);
      bytes.compact();
      count();
      if (result.isError()) {
        return Optional.of(new Node.Place(line, column));
      }
    }
    return Optional.empty();
  }

  private void count() {
    text.flip();
    while (text.hasRemaining()) {
      boolean next = text.get() == '\n';
      line += next ? 1 : 0;
      column = next ? 1 : column + 1;
    }
    text.clear();
  }
}
