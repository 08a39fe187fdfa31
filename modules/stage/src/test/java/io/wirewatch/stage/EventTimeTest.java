package io.wirewatch.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class EventTimeTest {
  private static final Instant TAKEN = Instant.parse("2025-08-18T08:00:00Z");

  @Test
  void millis_ofAnArticle_isWhenItWasPublished() {
    assertThat(millis(TAKEN.minus(Duration.ofHours(3))))
        .isEqualTo(TAKEN.minus(Duration.ofHours(3)).toEpochMilli());
  }

  @Test
  void millis_ofAnArticleDatedAhead_isWhenTheBrokerTookIt() {
    assertThat(millis(TAKEN.plusMillis(1))).isEqualTo(TAKEN.toEpochMilli());
    assertThat(millis(TAKEN.plus(Duration.ofHours(23)))).isEqualTo(TAKEN.toEpochMilli());
  }

  @Test
  void millis_ofAnArticleOfBefore1970_is0() {
    assertThat(millis(Instant.parse("1950-01-01T00:00:00Z"))).isZero();
  }

  @Test
  void extract_ofWhatIsNoArticle_isTheTimeOfItsPartition_asFarAsTheBrokers() {
    EventTime time = new EventTime();
    ConsumerRecord<Object, Object> record = new ConsumerRecord<>("topic", 0, 0, "key", "text");

    assertThat(time.extract(record, 7)).isZero();
  }

  private static long millis(Instant published) {
    return EventTime.millis(
        RawArticle.newBuilder()
            .setId("a")
            .setSource("Basin News")
            .setHeadline("A bridge is built")
            .setBody("It is said to be long.")
            .setPublishedAt(published)
            .setObservedAt(published)
            .setFeed("jsonl:written")
            .build(),
        TAKEN.toEpochMilli());
  }
}
