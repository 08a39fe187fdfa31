package io.wirewatch.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.Past;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveRoundTripTest {
  @TempDir Path directory;
  private ArchiveFixture fixture;

  @BeforeEach
  void begin() {
    fixture = new ArchiveFixture(directory);
  }

  @Test
  void partitions_overSeveralDays_comeBackAsTheyWere() throws Exception {
    fixture.busyDays(900).archive();

    try (ArchiveHistory history = fixture.history()) {
      assertThat(history.expected()).isEqualTo(900);
      List<Past> read = ArchiveFixture.all(history);
      for (int partition = 0; partition < 3; partition++) {
        assertThat(ArchiveFixture.of(partition, read))
            .isEqualTo(ArchiveFixture.of(partition, fixture.topic()));
      }
      assertThat(history.remarks()).isEmpty();
    }
  }

  @Test
  void partitions_areReadDayAfterDay() throws Exception {
    fixture.busyDays(90).archive();

    assertThat(fixture.files())
        .extracting(file -> file.day() + " " + file.partition())
        .startsWith("2026-01-30 0", "2026-01-30 1", "2026-01-30 2", "2026-01-31 0")
        .hasSize(12);
  }

  @Test
  void lateArticle_liesInTheDayOnWhichItCame() throws Exception {
    fixture
        .article(0, 0, "2026-01-30T08:00:00Z")
        .article(0, 1, "2026-01-31T08:00:00Z")
        .late(0, 2, "2026-01-30T23:00:00Z", "2026-01-31T09:00:00Z")
        .archive();

    assertThat(fixture.files())
        .extracting(ArchiveFile::name)
        .containsExactly(
            "news.articles.enriched-0-00000000000000000000.avro",
            "news.articles.enriched-0-00000000000000000001.avro");
    try (ArchiveHistory history = fixture.history()) {
      assertThat(ArchiveFixture.all(history)).isEqualTo(fixture.topic());
    }
  }

  @Test
  void unreadableRecord_comesBackWithItsFaultAndBytes() throws Exception {
    fixture.article(0, 0, "2026-01-31T08:00:00Z").unreadable(0, 1).archive();

    try (ArchiveHistory history = fixture.history()) {
      assertThat(ArchiveFixture.all(history)).isEqualTo(fixture.topic());
    }
  }

  @Test
  void daysBeforeTheEarliest_areLeftOut() throws Exception {
    fixture
        .article(0, 0, "2026-01-30T08:00:00Z")
        .article(0, 1, "2026-01-31T08:00:00Z")
        .article(0, 2, "2026-02-01T08:00:00Z")
        .archive();

    try (ArchiveHistory history =
        new ArchiveHistory(
            Archive.of(directory),
            ArchiveForm.ENRICHED,
            Instant.parse("2026-01-31T12:00:00Z"),
            Map.of())) {
      assertThat(ArchiveFixture.all(history)).isEqualTo(fixture.topic().subList(1, 3));
    }
  }

  @Test
  void replay_thatGoesOn_getsTheRestAndNothingTwice() throws Exception {
    fixture.busyDays(900).archive();
    List<Past> read = new ArrayList<>();
    Map<Integer, Long> positions = new HashMap<>();
    boolean more = true;
    while (more) {
      // Two chunks at a time, each time by a history that knows nothing but where to go on.
      try (ArchiveHistory history = fixture.history(positions)) {
        for (int at = 0; at < 2 && more; at++) {
          Chunk chunk = history.next();
          more = chunk != null;
          if (chunk != null) {
            read.addAll(chunk.read());
            positions.put(chunk.partition(), chunk.nextOffset());
          }
        }
      }
    }

    assertThat(ArchiveFixture.of(1, read)).isEqualTo(ArchiveFixture.of(1, fixture.topic()));
    assertThat(read).hasSize(900);
  }
}
