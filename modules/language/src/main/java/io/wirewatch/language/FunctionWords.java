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

  private final List<String> codes = new ArrayList<>();
  private final Map<String, Integer> languagesByWord = new HashMap<>();

  FunctionWords() {
    lines().forEach(this::add);
  }

  /** Codes of all languages, as in the file; also of some that {@link Language} does not have. */
  List<String> codes() {
    return codes;
  }

  /** Bit i is set where the word is one of the language {@code codes().get(i)}. */
  int languages(String folded) {
    return languagesByWord.getOrDefault(folded, 0);
  }

  private void add(String line) {
    if (line.startsWith("#")) {
      return;
    }
    int colon = line.indexOf(':');
    int language = 1 << codes.size();
    codes.add(line.substring(0, colon));
    Tokens words = Tokens.of(line.substring(colon + 1));
    for (int i = 0; i < words.size(); i++) {
      languagesByWord.merge(words.folded(i), language, (some, more) -> some | more);
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
