package io.wirewatch.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventHeadersTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  private final Headers headers = new RecordHeaders();

  @Test
  void age_ofWhatWasReceivedBefore_isTheTimeBetween() {
    EventHeaders.received(headers, NOW.minusMillis(137).toEpochMilli());

    assertThat(EventHeaders.age(headers, NOW)).contains(Duration.ofMillis(137));
  }

  @Test
  void received_whereItIsKnown_staysAsItIs() {
    EventHeaders.received(headers, NOW.minusSeconds(5).toEpochMilli());
    EventHeaders.received(headers, NOW.toEpochMilli());

    assertThat(EventHeaders.age(headers, NOW)).contains(Duration.ofSeconds(5));
  }

  @Test
  void age_whereClocksDifferALittle_isNotNegative() {
    EventHeaders.received(headers, NOW.plusSeconds(3).toEpochMilli());

    assertThat(EventHeaders.age(headers, NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "0", "soon", "1e12", "1796000000000000000", "9999999999999", "١٧٩٦"})
  void age_ofWhatCannotBe_isUnknown(String text) {
    headers.add(EventHeaders.RECEIVED_AT, text.getBytes(StandardCharsets.UTF_8));

    assertThat(EventHeaders.age(headers, NOW)).isEmpty();
  }

  @Test
  void age_withoutHeaderOrValue_isUnknown() {
    assertThat(EventHeaders.age(headers, NOW)).isEmpty();

    headers.add(EventHeaders.RECEIVED_AT, null);
    assertThat(EventHeaders.age(headers, NOW)).isEmpty();
  }
}
