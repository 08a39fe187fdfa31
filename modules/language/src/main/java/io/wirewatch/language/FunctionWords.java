package io.wirewatch.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which languages a word is one of the most frequent; from {@code function-words.txt}.
 * Immutable.
 */
final class FunctionWords {
  private static final String RESOURCE = "function-words.txt";

  private final Map<String, List<String>> languagesByWord = new HashMap<>();

  FunctionWords() {
    lines().forEach(this::add);
  }

  /**
   * Codes of the languages; also of some that {@link Language} does not have. Sorted as in the
   * file; may be empty.
   */
  List<String> languages(String folded) {
    return languagesByWord.getOrDefault(folded, List.of());
  }

  private void add(String line) {
    if (line.startsWith("#")) {
      return;
    }
    int colon = line.indexOf(':');
    String code = line.substring(0, colon);
    Tokens words = Tokens.of(line.substring(colon + 1));
    for (int i = 0; i < words.size(); i++) {
      List<String> codes =
          languagesByWord.computeIfAbsent(words.folded(i), word -> new ArrayList<>(2));
      if (!codes.contains(code)) {
        codes.add(code);
      }
    }
  }

  private static List<String> lines() {
    try (InputStream in = FunctionWords.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE + " is missing beside " + FunctionWords.class.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
