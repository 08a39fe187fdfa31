package io.wirewatch.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody made to do harm. */
final class ArchiveHostileTest {
  @TempDir Path directory;

  @Test
  void block_thatGrowsWithoutEnd_isNotUnpacked() {
    byte[] packed = Zstd.compress(new byte[Block.MOST_BYTES + 1]);
    assertThat(packed).hasSizeLessThan(1 << 16);

    assertThatThrownBy(() -> new Block(1, packed).unpacked())
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("larger than any");
  }

  @Test
  void sizes_thatAreHuge_reserveNothing() {
    // Two numbers: a map of 2^62 entries, a key of 2^61 bytes.
    byte[] bytes = {-1, -1, -1, -1, -1, -1, -1, -1, 127, -2, -1, -1, -1, -1, -1, -1, -1, 63};

    assertThatThrownBy(() -> new AvroBytes(ByteBuffer.wrap(bytes)).map())
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("ends early");
  }

  @Test
  void fileOfAnotherKind_isRefusedByName() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("2026-01-31"));
    Path file = folder.resolve("news.articles.enriched-0-%020d.avro".formatted(0));
    Files.writeString(file, "PK and so on");

    assertThatThrownBy(() -> new ArchiveFixture(directory).history())
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(file + " is no file of an archive of news.articles.enriched");
  }

  @Test
  void folderOfNoDay_isNotLookedAt() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("2026-02-30"));
    Files.writeString(folder.resolve("news.articles.enriched-0-%020d.avro".formatted(0)), "x");

    assertThat(Archive.of(directory).files()).isEmpty();
  }
}
