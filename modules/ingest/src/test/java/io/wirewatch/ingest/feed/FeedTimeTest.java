package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.article.Published;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mon, 23 Nov 2026 10:30:00 +0300         | 2026-11-23T07:30:00Z
          Mon, 23 Nov 2026 10:30 GMT              | 2026-11-23T10:30:00Z
          Mon,23 Nov 2026 10:30:00 EST            | 2026-11-23T15:30:00Z
          23 Nov 26 10:30:00 Z                    | 2026-11-23T10:30:00Z
          Monday, 23 November 2026 10:30:00 UT    | 2026-11-23T10:30:00Z
          Wrong, 3 Sept. 2026 1:05:00 PM UTC      | 2026-09-03T13:05:00Z
          Mon, 23 Nov 2026 24:00:00 GMT           | 2026-11-24T00:00:00Z
          Mon, 23 Nov 2026 10:30:00 GMT+0300      | 2026-11-23T07:30:00Z
          Mon, 23 Nov 2026 10:30:00 +0300 (AST)   | 2026-11-23T07:30:00Z
          Mon Nov 23 10:30:00 GMT 2026            | 2026-11-23T10:30:00Z
          November 23, 2026 10:30 pm GMT          | 2026-11-23T22:30:00Z
          2026-11-23T10:30:00+03:00               | 2026-11-23T07:30:00Z
          2026-11-23T10:30Z                       | 2026-11-23T10:30:00Z
          2026-11-23t10:30:00.123z                | 2026-11-23T10:30:00Z
          2026-11-23 10:30:00 +0300               | 2026-11-23T07:30:00Z
          20261123T103000Z                        | 2026-11-23T10:30:00Z
          ٢٠٢٦-١١-٢٣T١٠:٣٠:٠٠Z                    | 2026-11-23T10:30:00Z
          Mon, 23 Nov 2026 10:30:00 +0530 IST     | 2026-11-23T05:00:00Z
          2026-11-23T10:30:00+03:00[Asia/Baghdad] | 2026-11-23T07:30:00Z
          2026-11-23T10Z                          | 2026-11-23T10:00:00Z
          Mon, 2026/11/23 10:30:00 EDT            | 2026-11-23T14:30:00Z
          Mon Nov 23 2026 10:30:00 GMT+0300 (Arabian Standard Time) | 2026-11-23T07:30:00Z
          Δευ, 23 Νοέ 2026 10:30:00 EST           | 2026-11-23T15:30:00Z
          2026-november-23T9:30-05:00             | 2026-11-23T14:30:00Z
          ۲۳ نوفمبر ۲۰۲۶ ۱۰:۳۰ +0300             | 2026-11-23T07:30:00Z
          """)
  void of_aTimeWithAZone_isKnownToTheMinute(String written, String time) {
    Published published = FeedTime.of(written);

    assertThat(published.at()).asString().startsWith(time.substring(0, 16));
    assertThat(published.precision()).hasToString("MINUTE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-23                | 2026-11-23T00:00:00Z | DAY
          20261123                  | 2026-11-23T00:00:00Z | DAY
          2026-327                  | 2026-11-23T00:00:00Z | DAY
          23/11/2026                | 2026-11-23T00:00:00Z | DAY
          11/23/2026                | 2026-11-23T00:00:00Z | DAY
          23 تشرين الثاني 2026       | 2026-11-23T00:00:00Z | DAY
          23 Nov 2026               | 2026-11-23T00:00:00Z | DAY
          2026-11-23 10:30:00       | 2026-11-23T10:30:00Z | DAY
          23 Nov 2026 10:30:00 AST  | 2026-11-23T10:30:00Z | DAY
          Monday, November 23, 2026 - 10:30 | 2026-11-23T10:30:00Z | DAY
          23 تشرين الثاني/نوفمبر 2026 - 10:30 | 2026-11-23T10:30:00Z | DAY
          23ی تشرینی دووەمی 2026    | 2026-11-23T00:00:00Z | DAY
          23. November 2026         | 2026-11-23T00:00:00Z | DAY
          2026-11-23 오후 10:30:00   | 2026-11-23T22:30:00Z | DAY
          2026-11                   | 2026-11-01T00:00:00Z | WEEK
          """)
  void of_lessThanATimeWithAZone_isKnownLessExactly(String written, String time, String precision) {
    Published published = FeedTime.of(written);

    assertThat(published.at()).isEqualTo(time);
    assertThat(published.precision()).hasToString(precision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026",
        "2026-13-01",
        "0001-01-01T00:00:00",
        "Sun, 30 Nov -0001 00:00:00 +0000",
        "31 Feb 2026",
        "23 Smarch 2026",
        "99:99"
      })
  void of_whatIsNoTime_isUnknown(String written) {
    assertThat(FeedTime.of(written)).isEqualTo(Published.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "'Sun, 03/01/2026 - 10:00', 2026-03-01T10:00:00Z",
    "'Tue, 03/01/2026 - 10:00', 2026-01-03T10:00:00Z",
    "'Sat, 03/01/2026 - 10:00', 2026-01-03T10:00:00Z",
    "03/01/2026 - 10:00, 2026-01-03T10:00:00Z"
  })
  void of_numbersThatCouldBeEitherDay_isTheOneOnTheWeekday(String written, String time) {
    assertThat(FeedTime.of(written).at()).isEqualTo(time);
  }
}
