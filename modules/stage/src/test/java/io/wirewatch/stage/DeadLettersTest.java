package io.wirewatch.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.CutHeader;
import io.wirewatch.contract.RecordSize;
import io.wirewatch.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Dead letters end no stage, however large the records were when they were unpacked. */
final class DeadLettersTest {

  @Test
  void letter_thatFits_staysAsItIs() {
    ProducerRecord<byte[], byte[]> letter = letter(10, 5_000_000);

    assertThat(DeadLetters.fitting(List.of(letter))).containsExactly(letter);
  }

  @Test
  void letter_ofAnEndlessValue_keepsItsBeginningAndTheError() {
    ProducerRecord<byte[], byte[]> cut = cut(letter(10, 7_000_000));

    assertThat(cut.key()).hasSize(10);
    assertThat(cut.value()).hasSize(1024 * 1024);
    assertThat(header(cut, "__streams.errors.topic")).isEqualTo("news.articles.raw");
    assertThat(Long.parseLong(header(cut, CutHeader.CUT))).isBetween(7_000_010L, 7_000_200L);
  }

  @Test
  void letter_ofAnEndlessKey_isCutToo() {
    assertThat(cut(letter(7_000_000, 10)).key()).hasSize(1024);
  }

  @Test
  void letter_ofEndlessHeaders_keepsThoseOfTheError() {
    ProducerRecord<byte[], byte[]> letter = letter(10, 10);
    letter.headers().add("endless", new byte[7_000_000]);
    letter.headers().add("__streams.errors.message", new byte[7_000_000]);

    ProducerRecord<byte[], byte[]> cut = cut(letter);

    assertThat(cut.headers())
        .extracting("key")
        .containsExactlyInAnyOrder(
            "__streams.errors.topic", "__streams.errors.message", CutHeader.CUT);
    assertThat(RecordSize.of(cut.headers())).isLessThan(100_000);
  }

  @Test
  void letter_withoutKeyAndValue_isRead() {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(Topics.DEAD_LETTER.name(), null, null);
    letter.headers().add("endless", new byte[7_000_000]);

    assertThat(cut(letter).value()).isNull();
  }

  private static ProducerRecord<byte[], byte[]> cut(ProducerRecord<byte[], byte[]> letter) {
    return DeadLetters.fitting(List.of(letter)).get(0);
  }

  private static ProducerRecord<byte[], byte[]> letter(int keyBytes, int valueBytes) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(Topics.DEAD_LETTER.name(), new byte[keyBytes], new byte[valueBytes]);
    letter
        .headers()
        .add("__streams.errors.topic", "news.articles.raw".getBytes(StandardCharsets.UTF_8));
    return letter;
  }

  private static String header(ProducerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
