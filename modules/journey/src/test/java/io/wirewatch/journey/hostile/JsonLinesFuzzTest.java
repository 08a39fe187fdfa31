package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.json.JsonLinesReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Lines that nobody should write, between two good ones: each is an article or refused with its
 * number.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class JsonLinesFuzzTest {
  static final String GOOD =
      "{\"id\":\"good\",\"source\":\"Tigris Wire\",\"headline\":\"Gate shut\",\"body\":\"The border near Rabia is shut.\"}";
  private static final ReadingContext CONTEXT =
      ReadingContext.ofFile("lines", Instant.parse("2026-11-24T08:00:00Z"));

  private final Downstream downstream = new Downstream();

  static Mutator mutator(String target) {
    return new Mutator(
        target,
        Stream.of(
                GOOD,
                "{\"source\":\"وكالة\",\"url\":\"https://w.example/a?b=1\",\"headline\":\"الحدود\",\"body\":\"أغلق الطريق قرب الحدود\",\"language\":\"ar\",\"publishedAt\":\"2026-11-23T06:00:00+03:00\"}",
                "{\"source\":\"s\",\"headline\":\"\",\"body\":\"Daesh withdrew from the border.\",\"dateline\":\"Mosul\",\"publishedAt\":\"2026-11-23\"}\n"
                    + GOOD)
            .map(line -> line.getBytes(StandardCharsets.UTF_8))
            .toList(),
        "\"id\":",
        "\"source\":",
        "\"url\":\"http://",
        "\"headline\":",
        "\"body\":",
        "\"publishedAt\":\"",
        "\"publishedAt\":\"+999999999-12-31T23:59:59+18:00\"",
        "\"publishedAt\":\"-999999999-01-01\"",
        "T24:00:00Z");
  }

  @Test
  void lines_hostileBetweenGoodOnes_areArticlesOrRefusedAndTheGoodComeThrough() {
    new Fuzz("jsonl", 3_000)
        .run(
            mutator("jsonl"),
            (line, random) -> {
              List<Reading> readings = read(line);
              downstream.checkAll(readings);
              assertThat(id(readings.get(0))).isEqualTo("good");
              assertThat(id(readings.get(readings.size() - 1))).isEqualTo("good");
              assertThat(numbers(readings)).isSorted().doesNotHaveDuplicates();
            });
  }

  private static List<Reading> read(byte[] between) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    lines.writeBytes(between);
    lines.writeBytes(("\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    List<Reading> readings = new ArrayList<>();
    JsonLinesReader.read(new ByteArrayInputStream(lines.toByteArray()), CONTEXT, readings::add);
    return readings;
  }

  private static List<Integer> numbers(List<Reading> readings) {
    return readings.stream()
        .filter(Reading.Refused.class::isInstance)
        .map(refused -> ((Reading.Refused) refused).rejection())
        .map(Rejection::getLine)
        .toList();
  }

  private static String id(Reading reading) {
    RawArticle article = ((Reading.Read) reading).article();
    return article.getId();
  }
}
