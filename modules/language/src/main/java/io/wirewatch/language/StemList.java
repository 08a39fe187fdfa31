package io.wirewatch.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Words of which a stemmer knows better than by its rules, from a list beside this class. */
final class StemList {
  private StemList() {}

  /**
   * Each word of the list and the one beside it, as the list has them; a word that stands alone is
   * beside itself. Lines that begin with {@code #} are remarks.
   */
  static Map<String, String> read(String resource) {
    Map<String, String> words = new HashMap<>();
    lines(resource)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int space = line.indexOf(' ');
              words.put(space < 0 ? line : line.substring(0, space), line.substring(space + 1));
            });
    return words;
  }

  private static String lines(String resource) {
    try (InputStream in = StemList.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            resource + " is missing beside " + StemList.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
