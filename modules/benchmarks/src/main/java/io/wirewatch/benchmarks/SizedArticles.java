package io.wirewatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.RawArticle;
import io.wirewatch.annotate.ArticleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Articles of one size without end: texts of a corpus, cut or put together, each with an id of its
 * own.
 *
 * @param texts headline and body
 * @param articlesADay how many of them are of one day; each is published after the one before
 */
record SizedArticles(List<ArticleText> texts, int articlesADay) {
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final int ID_DIGITS = 32;

  /**
   * Reads JSON lines with {@code headline} and {@code body}; headline and body have {@code size}
   * characters together.
   */
  static SizedArticles read(Path jsonl, int size, int articlesADay) throws IOException {
    var mapper = new ObjectMapper();
    List<ArticleText> texts = new ArrayList<>();
    String headline = "";
    StringBuilder body = new StringBuilder();
    for (String line : Files.readAllLines(jsonl)) {
      JsonNode article = mapper.readTree(line);
      headline = body.isEmpty() ? article.path("headline").asText() : headline;
      body.append(article.path("body").asText()).append('\n');
      int wanted = size - headline.length();
      if (wanted > 0 && body.length() >= wanted) {
        texts.add(new ArticleText(headline, body.substring(0, wanted), null, null));
        body.setLength(0);
      }
    }
    return new SizedArticles(texts, articlesADay);
  }

  /** The same texts, as rules are made from. */
  Corpus corpus() {
    return new Corpus(
        texts.stream().map(text -> Corpus.plain(text.headline() + "\n" + text.body())).toList());
  }

  ArticleText text(int number) {
    return texts.get(number % texts.size());
  }

  static String id(int number) {
    String hex = Integer.toHexString(number);
    return "0".repeat(ID_DIGITS - hex.length()) + hex;
  }

  static int number(String id) {
    return Integer.parseInt(id.substring(ID_DIGITS - Integer.BYTES * 2), 16);
  }

  RawArticle article(int number) {
    ArticleText text = text(number);
    Instant published = FIRST.plusMillis(number * DAY_MILLIS / articlesADay);
    return RawArticle.newBuilder()
        .setId(id(number))
        .setSource("Some Wire")
        .setHeadline(text.headline())
        .setBody(text.body())
        .setPublishedAt(published)
        .setObservedAt(published)
        .setFeed("benchmark")
        .build();
  }
}
