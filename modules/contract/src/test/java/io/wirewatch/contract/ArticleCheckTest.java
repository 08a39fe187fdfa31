package io.wirewatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleCheckTest {
  private static final Instant OBSERVED = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void fault_ofAnOrdinaryArticle_isNone() {
    assertThat(ArticleCheck.fault(article("Road closed", "The road is closed."))).isEmpty();
  }

  @Test
  void fault_ofAHeadlineAlone_isNone() {
    assertThat(ArticleCheck.fault(article("Road closed", ""))).isEmpty();
  }

  @Test
  void fault_ofBlankHeadlineAndBody_saysEmpty() {
    assertThat(ArticleCheck.fault(article(" ", "\n"))).hasValue("empty: neither headline nor body");
  }

  @Test
  void fault_ofABodyOfExactlyOneMebibyte_isNone() {
    // Two bytes each in UTF-8.
    assertThat(ArticleCheck.fault(article("h", "ب".repeat(512 * 1024)))).isEmpty();
  }

  @Test
  void fault_ofABodyOneByteOverOneMebibyte_saysSo() {
    assertThat(ArticleCheck.fault(article("h", "ب".repeat(512 * 1024) + "x")))
        .hasValue("the body is over 1 MiB");
  }

  @Test
  void fault_ofPairs_countsFourBytesEach() {
    assertThat(ArticleCheck.fault(article("h", "😀".repeat(256 * 1024)))).isEmpty();
    assertThat(ArticleCheck.fault(article("h", "😀".repeat(256 * 1024) + "x"))).isPresent();
  }

  @Test
  void fault_ofAnEndlessHeadline_saysSo() {
    assertThat(ArticleCheck.fault(article("h".repeat(10_001), "b")).orElse(""))
        .contains("headline");
  }

  @ParameterizedTest
  @CsvSource({
    "id, 200",
    "source, 1000",
    "dateline, 1000",
    "language, 1000",
    "byline, 1000",
    "category, 1000",
    "sourceRegion, 1000",
    "url, 10000",
    "feed, 10000"
  })
  void fault_ofAnEndlessField_namesFieldAndLimit(String field, int mostChars) {
    RawArticle article = article("h", "b");
    article.put(field, "x".repeat(mostChars));
    assertThat(ArticleCheck.fault(article)).isEmpty();

    article.put(field, "x".repeat(mostChars + 1));
    assertThat(ArticleCheck.fault(article))
        .hasValue("the " + field + " is longer than " + mostChars + " characters");
  }

  @Test
  void fault_ofAZeroCharacter_saysNotText() {
    assertThat(ArticleCheck.fault(article("h", "a\0b"))).hasValue("not text");
  }

  @Test
  void fault_ofMostlyControls_saysNotText() {
    assertThat(ArticleCheck.fault(article("h", "\u0001\u0002\u0003abc"))).hasValue("not text");
  }

  @Test
  void fault_ofOneControlInAFewLetters_isNone() {
    assertThat(ArticleCheck.fault(article("h", "ab\u0081c"))).isEmpty();
    assertThat(ArticleCheck.fault(article("h", "a\u0081\u0082c"))).hasValue("not text");
  }

  @Test
  void fault_ofArabicWithJoinersAndLineFeeds_isNone() {
    assertThat(ArticleCheck.fault(article("h", "می‌خواهم\nداعش\tبغداد\r\n"))).isEmpty();
  }

  @Test
  void fault_ofADateWithinADayAhead_isNone() {
    assertThat(ArticleCheck.fault(publishedAt("2026-11-24T12:00:00Z"))).isEmpty();
  }

  @Test
  void fault_ofADateThatNoRecordCanHold_saysSo() {
    assertThat(ArticleCheck.fault(publishedAt("-900000000-01-01T00:00:00Z")).orElse(""))
        .startsWith("published before");
  }

  @Test
  void fault_ofADateMoreThanADayAhead_saysSo() {
    assertThat(ArticleCheck.fault(publishedAt("2026-11-24T12:00:00.001Z")).orElse(""))
        .startsWith("published in the future");
  }

  private static RawArticle publishedAt(String time) {
    RawArticle article = article("h", "b");
    article.setPublishedAt(Instant.parse(time));
    article.setPublishedPrecision(Precision.MINUTE);
    return article;
  }

  private static RawArticle article(String headline, String body) {
    return RawArticle.newBuilder()
        .setId("a")
        .setSource("Tigris Wire")
        .setHeadline(headline)
        .setBody(body)
        .setObservedAt(OBSERVED)
        .setFeed("page:x")
        .build();
  }
}
