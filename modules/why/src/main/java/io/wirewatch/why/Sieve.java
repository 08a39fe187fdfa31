package io.wirewatch.why;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which records are kept of all that are read. Asked by several threads at once. */
@FunctionalInterface
interface Sieve {

  /** Whether a record is kept; neither buffer's position may be moved. */
  boolean keeps(@Nullable ByteBuffer key, @Nullable ByteBuffer value);

  /** Keeps what this one or the other keeps. */
  default Sieve or(Sieve other) {
    return (key, value) -> keeps(key, value) || other.keeps(key, value);
  }

  /** Records with one of these keys. */
  static Sieve keys(Collection<String> keys) {
    List<ByteBuffer> wanted = bytes(keys);
    return (key, value) -> key != null && wanted.contains(key);
  }

  /** Records whose value has one of these words in it, wherever that is. */
  static Sieve mentions(Collection<String> words) {
    List<byte[]> wanted = bytes(words).stream().map(ByteBuffer::array).toList();
    return (key, value) -> value != null && wanted.stream().anyMatch(word -> isWithin(value, word));
  }

  private static List<ByteBuffer> bytes(Collection<String> words) {
    return words.stream()
        .map(word -> ByteBuffer.wrap(word.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private static boolean isWithin(ByteBuffer text, byte[] word) {
    int last = text.limit() - word.length;
    for (int at = text.position(); at <= last; at++) {
      if (text.get(at) == word[0] && isAt(text, at, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(ByteBuffer text, int at, byte[] word) {
    for (int k = 1; k < word.length; k++) {
      if (text.get(at + k) != word[k]) {
        return false;
      }
    }
    return true;
  }
}
