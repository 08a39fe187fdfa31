package io.wirewatch.ingest.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

final class SnapshotTest {
  private static final long SEED = 3;
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void restored_snapshot_isTheSameInEveryByte() {
    byte[] bytes = talked().snapshot();

    assertThat(SourceWatch.restored("s", bytes).orElseThrow().snapshot()).isEqualTo(bytes);
    assertThat(bytes).hasSizeLessThan(2_048);
  }

  @Test
  void restored_beforeTheFirstItem_isFresh() {
    SourceWatch watch = SourceWatch.restored("s", SourceWatch.over("s").snapshot()).orElseThrow();

    assertThat(watch.check(START)).isEmpty();
    assertThat(watch.accepted(START, 1, 2)).isEmpty();
  }

  @Test
  void restored_cutAnywhere_isEmpty() {
    byte[] bytes = talked().snapshot();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(SourceWatch.restored("s", Arrays.copyOf(bytes, length))).isEmpty();
    }
  }

  @Test
  void restored_anyByteChanged_isEmpty() {
    byte[] bytes = talked().snapshot();
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x10;

      assertThat(SourceWatch.restored("s", changed)).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void restored_hostileBytesWithTheRightSum_areRefusedOrDoNoHarm() {
    byte[] bytes = talked().snapshot();
    Random random = new Random(SEED);
    int refused = 0;
    for (int round = 0; round < 2_000; round++) {
      byte[] changed = bytes.clone();
      int from = random.nextInt(bytes.length);
      for (int at = from; at < Math.min(bytes.length, from + 8); at++) {
        changed[at] = (byte) random.nextInt();
      }
      Optional<SourceWatch> watch = SourceWatch.restored("s", summed(changed));
      refused += watch.isEmpty() ? 1 : 0;
      watch.ifPresent(SnapshotTest::use);
    }
    assertThat(refused).as("seed %d", SEED).isBetween(100, 1_999);
  }

  private static void use(SourceWatch watch) {
    assertThatCode(
            () -> {
              for (int k = 0; k < 30; k++) {
                watch.check(START.plusSeconds(k * 100_000L));
                watch.rejected(START.plusSeconds(k * 100_000L));
                watch.accepted(START.plusSeconds(k * 100_000L), k, 5);
              }
              watch.resumed(START.plusSeconds(40 * 100_000L));
            })
        .doesNotThrowAnyException();
  }

  private static byte[] summed(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).putInt(bytes.length - 4, (int) sum.getValue());
    return bytes;
  }

  private static SourceWatch talked() {
    SourceWatch watch = SourceWatch.over("s");
    for (int item = 0; item < 300; item++) {
      watch.accepted(START.plusSeconds(item * 10_000L), item, item);
    }
    return watch;
  }
}
