package io.wirewatch.deliver.target;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which messages the end of a file of messages has: the last 4 MiB, and what was added since. */
final class FileTail {
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_HEADS = 10_000;

  /** A line begins with version and id of its event; then comes this. */
  private static final String AFTER_HEAD = ",\"source\":";

  private final Set<String> heads =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST_HEADS;
            }
          });
  private boolean whole = true;

  /** What a file ends with. */
  static FileTail of(FileChannel file) throws IOException {
    long from = Math.max(0, file.size() - MOST_BYTES);
    ByteBuffer bytes = ByteBuffer.allocate((int) (file.size() - from));
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = file.read(bytes, from + bytes.position());
    }
    FileTail tail = new FileTail();
    tail.read(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    return tail;
  }

  private void read(String text) {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      heads.add(head(text.substring(start, end)));
      start = end + 1;
    }
    whole = start == text.length();
  }

  private static String head(String line) {
    int end = line.indexOf(AFTER_HEAD);
    return end < 0 ? "" : line.substring(0, end);
  }

  /** Whether the last line has ended; so has that of an empty file. */
  boolean isWhole() {
    return whole;
  }

  /** Whether a line with the same id is there. */
  boolean has(String line) {
    return heads.contains(head(line));
  }

  /** A line has been written. */
  void add(String line) {
    heads.add(head(line));
    whole = true;
  }
}
