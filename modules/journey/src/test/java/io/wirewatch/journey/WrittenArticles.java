package io.wirewatch.journey;

import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/** Articles in each language, with letters outside of the first plane. */
final class WrittenArticles {
  private static final Map<String, String> BODIES =
      Map.of(
          "en", "The border crossing at Rabia opened again 🚚 on Monday.",
          "ar", "أعيد فتح معبر ربيعة الحدودي صباح الاثنين 🚚 أمام الشاحنات.",
          "ckb", "دەروازەی سنووریی ڕەبیعە بەیانی دووشەممە 🚚 کرایەوە.",
          "kmr", "Deriyê sînorî yê Rabîayê roja duşemê 🚚 ji nû ve vebû.");

  private WrittenArticles() {}

  static Stream<RawArticle> inEveryLanguage() {
    return BODIES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(body -> article(body.getKey(), body.getValue()));
  }

  private static RawArticle article(String language, String body) {
    return RawArticle.newBuilder()
        .setId("00112233445566778899aabbccddee" + language.substring(0, 2))
        .setSource("Basin News")
        .setUrl("https://basin.example.org/" + language)
        .setHeadline(body.substring(0, 20))
        .setBody(body)
        .setLanguage(language)
        .setPublishedAt(Instant.parse("2025-08-18T06:00:00Z"))
        .setPublishedPrecision(Precision.HOUR)
        .setObservedAt(Instant.parse("2025-08-18T08:00:00Z"))
        .setFeed("jsonl:test")
        .build();
  }
}
