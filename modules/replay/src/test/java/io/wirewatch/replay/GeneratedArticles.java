package io.wirewatch.replay;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.replay.history.Past;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A year of raw records, made of a seed: new articles, texts that change once or more often,
 * copies, articles that come late or have no date, and some that cannot be used.
 */
final class GeneratedArticles {
  static final int PARTITIONS = 3;

  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  private static final List<String> SUBJECTS =
      List.of(
          "The army",
          "A convoy",
          "Daesh",
          "The ministry",
          "The governor",
          "Engineers",
          "Farmers",
          "ISIS gunmen",
          "The coalition",
          "Border guards");
  private static final List<String> ACTIONS =
      List.of(
          "withdrew from",
          "closed the border at",
          "opened a bridge in",
          "is withdrawing from",
          "attacked",
          "met in",
          "bought wheat in",
          "crossed the frontier near",
          "shelled",
          "inspected");
  private static final List<String> PLACES =
      List.of(
          "Mosul",
          "Kirkuk",
          "Deir ez-Zor",
          "Al-Qaim",
          "Basra",
          "Aleppo",
          "Sinjar",
          "Baghdad",
          "Hasakah",
          "Erbil");
  private static final List<String> SOURCES = List.of("Some Wire", "Other Wire", "River Post");

  private final Random random;
  private final List<Past> records = new ArrayList<>();
  private final List<RawArticle> known = new ArrayList<>();
  private final long[] offsets = new long[PARTITIONS];
  private Instant now = BEGIN;

  private GeneratedArticles(long seed) {
    this.random = new Random(seed);
  }

  /** So many records, in the order in which the broker took them. */
  static List<Past> of(long seed, int count) {
    GeneratedArticles articles = new GeneratedArticles(seed);
    Duration step = Duration.ofDays(365).dividedBy(count);
    for (int i = 0; i < count; i++) {
      articles.now = articles.now.plus(step);
      articles.add(articles.next(i));
    }
    return articles.records;
  }

  private RawArticle next(int number) {
    int kind = random.nextInt(100);
    if (kind < 20 && !known.isEmpty()) {
      // Mostly a text that changed, sometimes the same again.
      RawArticle before = known.get(known.size() - 1 - random.nextInt(Math.min(200, known.size())));
      String body = kind < 15 ? text() : before.getBody();
      return RawArticle.newBuilder(before).setBody(body).setObservedAt(now).build();
    }
    String headline = kind == 99 ? "" : text();
    RawArticle article =
        RawArticle.newBuilder()
            .setId(Fingerprint.of("article", Integer.toString(number)))
            .setSource(SOURCES.get(random.nextInt(SOURCES.size())))
            .setHeadline(headline)
            .setBody(headline.isEmpty() ? "" : text() + " " + text())
            .setPublishedAt(kind < 30 ? null : now.minusSeconds(late()))
            .setObservedAt(now)
            .setFeed("jsonl:generated")
            .build();
    known.add(article);
    return article;
  }

  private long late() {
    return random.nextInt(100) == 0 ? random.nextInt(20 * 86_400) : random.nextInt(3_600);
  }

  private String text() {
    return "%s %s %s, officials said on day %d."
        .formatted(
            SUBJECTS.get(random.nextInt(SUBJECTS.size())),
            ACTIONS.get(random.nextInt(ACTIONS.size())),
            PLACES.get(random.nextInt(PLACES.size())),
            random.nextInt(30));
  }

  private void add(RawArticle article) {
    int partition = Math.floorMod(article.getId().hashCode(), PARTITIONS);
    records.add(
        new Past(
            partition,
            offsets[partition]++,
            now.plusSeconds(1).toEpochMilli(),
            article.getId(),
            article,
            null));
  }
}
