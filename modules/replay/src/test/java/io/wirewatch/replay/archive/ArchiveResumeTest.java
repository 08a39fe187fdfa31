package io.wirewatch.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.replay.history.Past;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveResumeTest {
  @TempDir Path directory;
  private ArchiveFixture fixture;

  @BeforeEach
  void begin() {
    fixture = new ArchiveFixture(directory).busyDays(600);
  }

  @Test
  void archive_stoppedAndGoneOnWith_hasAllOnce() throws Exception {
    fixture.archive(ArchiveFixture.ALL, 100);
    fixture.archive(ArchiveFixture.ALL, 333);
    fixture.archive();

    assertHasAllOnce();
  }

  @Test
  void archive_brokenOffAndGoneOnWith_hasAllOnce() throws Exception {
    for (int most : List.of(170, 170, 170)) {
      assertThatThrownBy(() -> fixture.archiveAndBreak(most)).hasMessage("killed");
    }
    fixture.archive();

    assertHasAllOnce();
  }

  @Test
  void unfinishedFile_ofAProcessThatIsGone_isDeleted() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("2026-01-30"));
    Path left =
        Files.writeString(
            folder.resolve(".news.articles.enriched-0-00000000000000000000.avro.unfinished"),
            "Obj");

    try (Archiver archiver = Archiver.open(directory, ArchiveForm.ENRICHED)) {
      assertThat(archiver.deleted()).isEqualTo(1);
    }
    assertThat(left).doesNotExist();
  }

  @Test
  void completeFile_withoutItsSum_getsItWhenTheArchiveGoesOn() throws Exception {
    fixture.archive();
    ArchiveFile newest = Archive.of(directory).newest().get(0);
    Path sums = newest.path().resolveSibling("SHA256SUMS");
    String before = Files.readString(sums);
    Files.writeString(sums, before.replaceAll(".*enriched-0-.*\n", ""));

    fixture.archive();

    assertThat(sums).hasContent(before);
  }

  @Test
  void ranges_oneAfterTheOther_haveAllOnce() throws Exception {
    Instant between = Instant.parse("2026-01-31T12:00:00Z");
    fixture.archive(new ArchiveRange(Instant.MIN, between), Integer.MAX_VALUE);
    int files = fixture.files().size();
    fixture.archive(new ArchiveRange(between, Instant.MAX), Integer.MAX_VALUE);

    assertThat(fixture.files()).hasSizeGreaterThan(files);
    assertHasAllOnce();
  }

  @Test
  void range_holdsEveryArticleFromItsBeginningOn() throws Exception {
    Instant from = Instant.parse("2026-01-31T12:00:00Z");
    fixture.archive(new ArchiveRange(from, Instant.MAX), Integer.MAX_VALUE);

    try (ArchiveHistory history = fixture.history()) {
      List<Past> read = ArchiveFixture.all(history);
      assertThat(read)
          .containsAll(
              fixture.topic().stream()
                  .filter(
                      past ->
                          ((io.wirewatch.EnrichedArticle) past.value())
                                  .getArticle()
                                  .getPublishedAt()
                                  .compareTo(from)
                              >= 0)
                  .toList());
      assertThat(read).hasSizeLessThan(fixture.topic().size());
    }
  }

  @Test
  void directory_thatIsWrittenTo_isRefused() throws Exception {
    try (Archiver first = Archiver.open(directory, ArchiveForm.ENRICHED)) {
      assertThat(first.positions()).isEmpty();
      assertThatThrownBy(() -> Archiver.open(directory, ArchiveForm.RAW))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("another archive is being written");
    }
  }

  @Test
  void topic_thatWasMadeAnew_isRefused() throws Exception {
    fixture.archive();

    assertThatThrownBy(
            () -> new ArchiveFixture(directory).article(0, 3, "2026-02-10T00:00:00Z").archive())
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("was made anew");
  }

  private void assertHasAllOnce() throws Exception {
    try (ArchiveHistory history = fixture.history()) {
      List<Past> read = ArchiveFixture.all(history);
      assertThat(history.remarks()).isEmpty();
      for (int partition = 0; partition < 3; partition++) {
        assertThat(ArchiveFixture.of(partition, read))
            .isEqualTo(ArchiveFixture.of(partition, fixture.topic()));
      }
    }
  }
}
