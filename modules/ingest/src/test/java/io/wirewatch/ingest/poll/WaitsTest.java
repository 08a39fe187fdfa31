package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.web.WebAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WaitsTest {
  private static final Instant NOW = SimulatedClock.MONDAY;

  @ParameterizedTest
  @CsvSource({
    "120, 2026-01-05T00:02:00Z",
    "' 120 ', 2026-01-05T00:02:00Z",
    "'Mon, 05 Jan 2026 01:00:00 GMT', 2026-01-05T01:00:00Z",
    "999999999999, 2026-01-12T00:00:00Z",
    "'Fri, 01 Jan 2038 00:00:00 GMT', 2026-01-12T00:00:00Z",
  })
  void asked_inSecondsOrAsADate_isAMomentWithinAWeek(String value, Instant until) {
    assertThat(Waits.asked(answer("retry-after", value), NOW)).contains(until);
  }

  @ParameterizedTest
  @CsvSource({"soon", "-5", "0", "9999999999999999999999", "'Mon, 05 Jan 2015 01:00:00 GMT'", "''"})
  void asked_rubbishOrThePast_isNothing(String value) {
    assertThat(Waits.asked(answer("retry-after", value), NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "max-age=60, 60",
    "'public, MAX-AGE = \"90\", must-revalidate', 90",
    "s-maxage=60, 0",
    "no-cache, 0",
    "max-age=-1, 0",
    "max-age=99999999999999, 999999999",
  })
  void fresh_ofCacheControl_isMaxAge(String value, long seconds) {
    assertThat(Waits.fresh(answer("cache-control", value))).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void fresh_ofAnAgedAnswer_isWhatIsLeft() {
    WebAnswer old =
        new WebAnswer(
            URI.create("http://wire.test/"),
            200,
            Map.of("cache-control", "max-age=60", "age", "100"),
            new byte[0]);

    assertThat(Waits.fresh(old)).isEqualTo(Duration.ZERO);
  }

  private static WebAnswer answer(String header, String value) {
    return new WebAnswer(URI.create("http://wire.test/"), 429, Map.of(header, value), new byte[0]);
  }
}
