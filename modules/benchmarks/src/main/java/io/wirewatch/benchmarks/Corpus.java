package io.wirewatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.rules.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Articles to match, in a writing on whose words two tokenisers agree: no apostrophe, hyphen or dot
 * inside a word, ASCII only.
 *
 * @param texts headline and body as one
 */
record Corpus(List<String> texts) {
  /** Reads JSON lines with {@code headline} and {@code body}. */
  static Corpus read(Path jsonl) throws IOException {
    var mapper = new ObjectMapper();
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(jsonl)) {
      JsonNode article = mapper.readTree(line);
      texts.add(plain(article.path("headline").asText() + "\n" + article.path("body").asText()));
    }
    return new Corpus(texts);
  }

  static String plain(String text) {
    var plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean inside =
          i > 0
              && i + 1 < plain.length()
              && !isWordPart(c)
              && isWordPart(plain.charAt(i - 1))
              && isWordPart(plain.charAt(i + 1));
      if (c > 0x7E || c == '\'' || c == '`' || c == '_' || inside) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** The words of a text, folded. */
  static String[] words(String text) {
    return text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
  }

  /** The articles as the engine takes them. */
  List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (String text : texts) {
      articles.add(
          new Article("a" + articles.size(), "", text, "en", "Some Wire", Set.of(), Set.of()));
    }
    return articles;
  }
}
