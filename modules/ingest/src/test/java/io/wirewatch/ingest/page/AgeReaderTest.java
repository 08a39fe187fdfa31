package io.wirewatch.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.article.Published;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeReaderTest {
  private static final Instant OBSERVED = Instant.parse("2026-11-23T12:34:56Z");

  @ParameterizedTest
  @CsvSource({
    "just now, 2026-11-23T12:34:56Z, MINUTE",
    "a few seconds ago, 2026-11-23T12:34:53Z, MINUTE",
    "a minute ago, 2026-11-23T12:33:56Z, MINUTE",
    "5 minutes ago, 2026-11-23T12:29:56Z, MINUTE",
    "an hour ago, 2026-11-23T11:34:56Z, HOUR",
    "about 2 hours ago, 2026-11-23T10:34:56Z, HOUR",
    "3h, 2026-11-23T09:34:56Z, HOUR",
    "yesterday, 2026-11-22T12:34:56Z, DAY",
    "Yesterday, 2026-11-22T12:34:56Z, DAY",
    "a day ago, 2026-11-22T12:34:56Z, DAY",
    "2 days ago, 2026-11-21T12:34:56Z, DAY",
    "a week ago, 2026-11-16T12:34:56Z, WEEK",
    "3 weeks ago, 2026-11-02T12:34:56Z, WEEK",
    "a month ago, 2026-10-24T12:34:56Z, WEEK",
    "2 months ago, 2026-09-24T12:34:56Z, WEEK",
    "a year ago, 2025-11-23T12:34:56Z, WEEK",
    "24-06-2025, 2025-06-24T00:00:00Z, DAY",
    "04/03/2025, 2025-03-04T00:00:00Z, DAY",
    "1.2.2026, 2026-02-01T00:00:00Z, DAY",
    "06-24-2025, 2025-06-24T00:00:00Z, DAY",
    "2026-02-01, 2026-02-01T00:00:00Z, DAY",
    "24-06-2025 14:30, 2025-06-24T14:30:00Z, DAY",
    "24-06-2025 14:30 UTC, 2025-06-24T14:30:00Z, MINUTE",
    "24 June 2025, 2025-06-24T00:00:00Z, DAY",
    "'Jun 24, 2025', 2025-06-24T00:00:00Z, DAY",
    "'June 24, 2025 10:30 PM', 2025-06-24T22:30:00Z, DAY",
    "'Jun 24, 2025, 3:45 p.m. EST', 2025-06-24T20:45:00Z, MINUTE",
    "'24 June 2025, 10:30 GMT+3', 2025-06-24T07:30:00Z, MINUTE",
    "24 Jun 2025 10:30 BST, 2025-06-24T10:30:00Z, DAY",
    "'10:30 AM EST, June 24, 2025', 2025-06-24T15:30:00Z, MINUTE",
    "منذ 3 ساعات, 2026-11-23T09:34:56Z, HOUR",
    "منذ ٣ ساعات, 2026-11-23T09:34:56Z, HOUR",
    "قبل ساعتين, 2026-11-23T10:34:56Z, HOUR",
    "منذ ساعة, 2026-11-23T11:34:56Z, HOUR",
    "قبل ساعة واحدة, 2026-11-23T11:34:56Z, HOUR",
    "منذ دقيقتين, 2026-11-23T12:32:56Z, MINUTE",
    "قبل ١٥ دقيقة, 2026-11-23T12:19:56Z, MINUTE",
    "منذ يوم, 2026-11-22T12:34:56Z, DAY",
    "قبل يومين, 2026-11-21T12:34:56Z, DAY",
    "منذ 4 أيام, 2026-11-19T12:34:56Z, DAY",
    "قبل أسبوعين, 2026-11-09T12:34:56Z, WEEK",
    "أمس, 2026-11-22T12:34:56Z, DAY",
    "٢٤-٠٦-٢٠٢٥, 2025-06-24T00:00:00Z, DAY",
    "24 حزيران 2025, 2025-06-24T00:00:00Z, DAY",
    "24 حزيران/يونيو 2025, 2025-06-24T00:00:00Z, DAY",
    "الثلاثاء، ٢٤ حزيران ٢٠٢٥ ١٠:٣٠ م, 2025-06-24T22:30:00Z, DAY",
    "24 يونيو 2025م, 2025-06-24T00:00:00Z, DAY",
    "24ی حوزەیرانی 2025، 10:30 پ.ن, 2025-06-24T10:30:00Z, DAY",
    "1ê Adara 2026an, 2026-03-01T00:00:00Z, DAY",
    "'01 Adar 2026, Yekşem 10:30', 2026-03-01T10:30:00Z, DAY",
    "پێش ٢ کاتژمێر, 2026-11-23T10:34:56Z, HOUR",
    "٢ کاتژمێر لەمەوبەر, 2026-11-23T10:34:56Z, HOUR",
    "٢ کاتژمێر پێش ئێستا, 2026-11-23T10:34:56Z, HOUR",
    "پێش کاتژمێرێک, 2026-11-23T11:34:56Z, HOUR",
    "٣ ڕۆژ لەمەوپێش, 2026-11-20T12:34:56Z, DAY",
    "پێش ١٠ خولەک, 2026-11-23T12:24:56Z, MINUTE",
    "دوێنێ, 2026-11-22T12:34:56Z, DAY",
    "berî 3 saetan, 2026-11-23T09:34:56Z, HOUR",
    "berî saetekê, 2026-11-23T11:34:56Z, HOUR",
    "2 roj berê, 2026-11-21T12:34:56Z, DAY",
    "berî 5 deqeyan, 2026-11-23T12:29:56Z, MINUTE",
    "berî 2 hefteyan, 2026-11-09T12:34:56Z, WEEK",
  })
  void read_ofAnAge_countsFromTheObservation(String text, Instant at, String precision) {
    Published published = AgeReader.read(text).orElseThrow().countedFrom(OBSERVED);

    assertThat(published.at() + " " + published.precision()).isEqualTo(at + " " + precision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ago",
        "hours ago",
        "two hours",
        "1990s",
        "F-16s",
        "Today",
        "Baghdad Today",
        "2 cows ago",
        "99999999999 hours ago",
        "24-06",
        "14:30",
        "قبل",
        "ساعة",
        "3 ساعات",
        "a b c d e ago",
        "The convoy left 2 hours ago",
        "2026",
        "1.2.3"
      })
  void read_ofAnythingElse_findsNoAge(String text) {
    assertThat(AgeReader.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"31-02-2025", "24-24-2025", "00-00-0000", "1/1/0001"})
  void read_ofADayThatIsNot_isAnAgeThatNobodyKnows(String text) {
    assertThat(AgeReader.read(text).orElseThrow().countedFrom(OBSERVED))
        .isEqualTo(Published.UNKNOWN);
  }
}
