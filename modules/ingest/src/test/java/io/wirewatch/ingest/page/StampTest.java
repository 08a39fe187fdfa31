package io.wirewatch.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

  @ParameterizedTest
  @CsvSource({
    "2 hours ago, ''",
    "time9 hours ago, ''",
    "timean hour ago, ''",
    "time24-06-2025, ''",
    "Updated 3 days ago, ''",
    "Some Wire2 days ago, Some Wire",
    "Some Wire24-06-2025, Some Wire",
    "Some Wirean hour ago, Some Wire",
    "Some Wirea day ago, Some Wire",
    "Sanaa day ago, Sana",
    "Some Wiretime9 hours ago, Some Wire",
    "Some Wireyesterday, Some Wire",
    "Some Wire 2 days ago, Some Wire",
    "Some Wire - 2 days ago, Some Wire",
    "Some Wire • 2 days ago, Some Wire",
    "Voice of the Valley 2 days ago, Voice of the Valley",
    "yahoo2 days ago, yahoo",
    "Channel 42 hours ago, Channel 4",
    "News.com.au5 days ago, News.com.au",
    "Politics • Some Wire2 days ago, Some Wire",
    "Politics • Some Wire • 2 days ago, Some Wire",
    "وكالة المثالمنذ 3 ساعات, وكالة المثال",
    "وكالة المثال منذ 3 ساعات, وكالة المثال",
    "تۆڕی نموونە٢ کاتژمێر لەمەوبەر, تۆڕی نموونە"
  })
  void of_aStamp_findsThePublisher(String line, String publisher) {
    assertThat(Stamp.of(line).orElseThrow().publisher()).isEqualTo(publisher);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Baghdad Today",
        "The town was taken 2 days ago",
        "Troops left the base an hour ago.",
        "Boeing F-16s",
        "Flights of the 1990s",
        "He was born on 24-06-2025",
        "What happened yesterday",
        "انسحاب القوات من المدينة قبل يوم",
        "Road 66",
        "Some Wire"
      })
  void of_anotherLine_isNone(String line) {
    assertThat(Stamp.of(line)).isEmpty();
  }
}
