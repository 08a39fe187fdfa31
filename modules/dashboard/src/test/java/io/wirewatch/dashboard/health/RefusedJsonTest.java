package io.wirewatch.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.Rejection;
import io.wirewatch.contract.Topics;
import io.wirewatch.dashboard.ApiSchema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class RefusedJsonTest {
  private static final Refused REFUSED =
      new Refused(
          new Refused.Place(Topics.DEAD_LETTER.name(), 0, 7),
          Instant.parse("2026-01-01T08:00:00Z"),
          new Refused.Why("enrich", "not Confluent wire format"),
          new Refused.From(null, null, null, null, null));

  @Test
  void short_leavesOutWhatIsNotKnown() {
    assertThat(RefusedJson.of(REFUSED))
        .hasToString(
            "{\"topic\":\"news.dead-letter\",\"partition\":0,\"offset\":7,\"at\":\"2026-01-01T08:00:00.000Z\","
                + "\"step\":\"enrich\",\"reason\":\"not Confluent wire format\"}");
  }

  @Test
  void whole_ofText_isText() {
    JsonNode whole = RefusedJson.whole(REFUSED, record("plain words"), null);

    assertThat(whole.path("content").textValue()).isEqualTo("plain words");
    assertThat(whole.has("bytes")).isFalse();
    assertThat(whole.has("leftOut")).isFalse();
  }

  @Test
  void whole_ofAnythingElse_isBytes() {
    ConsumerRecord<byte[], byte[]> record = record(new byte[] {0, (byte) 0xc3, 1});

    JsonNode whole = RefusedJson.whole(REFUSED, record, null);

    assertThat(Base64.getDecoder().decode(whole.path("bytes").textValue()))
        .isEqualTo(record.value());
    assertThat(whole.has("content")).isFalse();
  }

  @Test
  void whole_ofARecordWithoutAValue_hasNeither() {
    JsonNode whole = RefusedJson.whole(REFUSED, record((byte[]) null), null);

    assertThat(whole.has("content")).isFalse();
    assertThat(whole.has("bytes")).isFalse();
  }

  @Test
  void whole_ofTooMuchText_endsWithAWholeCharacterAndSaysWhatIsLeftOut() {
    String text = "x" + "é".repeat(RefusedJson.MOST_CONTENT);

    JsonNode whole = RefusedJson.whole(REFUSED, record(text), null);

    assertThat(whole.path("content").textValue())
        .isEqualTo("x" + "é".repeat(RefusedJson.MOST_CONTENT / 2 - 1));
    assertThat(whole.path("leftOut").intValue()).isEqualTo(RefusedJson.MOST_CONTENT + 2);
    ApiSchema.fits("RefusedContent", whole);
  }

  @Test
  void whole_ofARejectionAtTheEdge_isWhatCameIn() {
    Rejection rejection =
        Rejection.newBuilder()
            .setStep("ingest-page")
            .setReason("only a headline")
            .setObservedAt(Instant.EPOCH)
            .setContent("BORDER")
            .build();

    JsonNode whole = RefusedJson.whole(REFUSED, record("bytes of Avro"), rejection);

    assertThat(whole.path("content").textValue()).isEqualTo("BORDER");
  }

  @Test
  void headers_areTextButNoSecretsAndNotEndless() {
    ConsumerRecord<byte[], byte[]> record = record("x");
    record
        .headers()
        .add("__streams.errors.message", "torn".getBytes(StandardCharsets.UTF_8))
        .add("X-Api-Key", "hidden".getBytes(StandardCharsets.UTF_8))
        .add("proxy-authorization", "hidden".getBytes(StandardCharsets.UTF_8))
        .add("raw", new byte[] {0, 1})
        .add("none", null)
        .add("trace", "t".repeat(100_000).getBytes(StandardCharsets.UTF_8));

    JsonNode headers = RefusedJson.whole(REFUSED, record, null).path("headers");

    assertThat(headers.path("__streams.errors.message").textValue()).isEqualTo("torn");
    assertThat(headers.toString()).doesNotContain("hidden");
    assertThat(headers.path("raw").textValue()).isEqualTo("AAE=");
    assertThat(headers.path("none").textValue()).isEmpty();
    assertThat(headers.path("trace").textValue()).hasSize(8_192).endsWith("t…");
  }

  private static ConsumerRecord<byte[], byte[]> record(String value) {
    return record(value.getBytes(StandardCharsets.UTF_8));
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
    return new ConsumerRecord<>(Topics.DEAD_LETTER.name(), 0, 7, null, value);
  }
}
