package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.CutHeader;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

final class RedriveObstacleTest {
  private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void deadLetter_thatFits_hasNone() {
    assertThat(RedriveObstacle.of(deadLetter(Topics.RAW_ARTICLES, 4_000_000), false)).isEmpty();
  }

  @Test
  void deadLetter_thatItsHeadersLiftOverTheLimit_isTooLarge() {
    assertThat(RedriveObstacle.of(deadLetter(Topics.RAW_ARTICLES, 4_194_200), false).orElse(""))
        .startsWith("too large to be sent back");
  }

  @Test
  void deadLetter_ofATopicWithLargerRecords_mayBeLarger() {
    assertThat(RedriveObstacle.of(deadLetter(Topics.ENRICHED_ARTICLES, 4_194_200), false))
        .isEmpty();
  }

  @Test
  void deadLetter_thatWasCut_cannotGoEvenAgain() {
    SetAside cut = deadLetter(Topics.RAW_ARTICLES, 100);
    CutHeader.put(cut.headers(), 7_000_000);

    assertThat(RedriveObstacle.of(cut, true).orElse("")).contains("only its beginning");
  }

  @Test
  void rejection_ofAnArticleLargerThanTheRawTopicTakes_isTooLarge() {
    RawArticle article =
        RawArticle.newBuilder()
            .setId("a")
            .setSource("Tigris Wire")
            .setHeadline("Road closed")
            .setBody("The road is closed. ".repeat(220_000))
            .setObservedAt(THEN)
            .setFeed("jsonl:test")
            .build();

    assertThat(
            RedriveObstacle.of(
                    aside(new SetAside.Back(Topics.RAW_ARTICLES, null, article, null)), false)
                .orElse(""))
        .startsWith("too large to be sent back");
  }

  private static SetAside deadLetter(Topic<?> from, int bytes) {
    return aside(new SetAside.Back(from, Bytes.wrap(new byte[bytes]), null, "no magic byte"));
  }

  private static SetAside aside(SetAside.Back back) {
    return new SetAside(
        new SetAside.Position(Topics.DEAD_LETTER.name(), Uuid.ZERO_UUID, 0, 17),
        THEN,
        Bytes.wrap("k".getBytes(StandardCharsets.UTF_8)),
        new SetAside.Why("enrich", "no magic byte"),
        new RecordHeaders(),
        back);
  }
}
