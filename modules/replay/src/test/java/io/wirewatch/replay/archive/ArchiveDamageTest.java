package io.wirewatch.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.replay.history.Past;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveDamageTest {
  @TempDir Path directory;
  private ArchiveFixture fixture;
  private ArchiveFile first;

  @BeforeEach
  void archive() throws Exception {
    fixture = new ArchiveFixture(directory).busyDays(3_000);
    fixture.archive();
    first = fixture.files().get(0);
  }

  @Test
  void bitThatFlipped_inABlock_costsOnlyItsBlock() throws Exception {
    byte[] bytes = Files.readAllBytes(first.path());
    bytes[bytes.length / 2] ^= 1;
    Files.write(first.path(), bytes);

    assertNamedAndTheRestRead();
  }

  @Test
  void blockWithoutItsSizes_costsNoOtherThanItsNeighbour() throws Exception {
    byte[] bytes = Files.readAllBytes(first.path());
    int sync = indexOf(bytes, Arrays.copyOfRange(bytes, bytes.length - 16, bytes.length));
    Arrays.fill(bytes, sync + 16, sync + 24, (byte) 0xff);
    Files.write(first.path(), bytes);

    assertNamedAndTheRestRead();
  }

  @Test
  void fileThatIsCutOff_isNamedAndReadUntilThere() throws Exception {
    byte[] bytes = Files.readAllBytes(first.path());
    Files.write(first.path(), Arrays.copyOf(bytes, bytes.length * 2 / 3));

    assertNamedAndTheRestRead();
  }

  @Test
  void headerThatIsDamaged_costsItsFileAlone() throws Exception {
    byte[] bytes = Files.readAllBytes(first.path());
    bytes[1] ^= 1;
    Files.write(first.path(), bytes);

    try (ArchiveHistory history = fixture.history()) {
      assertThat(ArchiveFixture.all(history)).hasSize(3_000 - ofFirst().size());
      assertThat(history.remarks())
          .containsExactly(
              first.path() + " is damaged: it is no Avro file; nothing of it could be read");
    }
  }

  @Test
  void fileThatIsMissing_isNamed() throws Exception {
    ArchiveFile second = fixture.files().get(3);
    Files.delete(second.path());

    try (ArchiveHistory history = fixture.history()) {
      ArchiveFixture.all(history);
      assertThat(history.remarks())
          .anyMatch(remark -> remark.contains("of partition 0 are in no file of " + directory))
          .contains(second.path() + " is missing: SHA256SUMS names it");
    }
  }

  @Test
  void sumsThatAreMissing_areNamed() throws Exception {
    Files.delete(first.path().resolveSibling("SHA256SUMS"));

    try (ArchiveHistory history = fixture.history()) {
      assertThat(ArchiveFixture.all(history)).hasSize(3_000);
      assertThat(history.remarks())
          .singleElement()
          .asString()
          .contains("2026-01-30/SHA256SUMS has no sums of 3 files");
    }
  }

  @Test
  void foreignFile_isRefusedByName() throws Exception {
    Path foreign = first.path().resolveSibling("news.articles.enriched-9-%020d.avro".formatted(7));
    Schema schema = SchemaBuilder.record("Other").fields().requiredInt("x").endRecord();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setCodec(CodecFactory.zstandardCodec(1, true, true));
      writer.create(schema, foreign.toFile());
      writer.append(new GenericRecordBuilder(schema).set("x", 1).build());
    }

    assertThatThrownBy(() -> fixture.history())
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(foreign.toString())
        .hasMessageContaining("it holds Other");
  }

  @Test
  void sameRecords_inTwoFiles_areRefused() throws Exception {
    Path again = first.path().resolveSibling(first.name().replace("00.avro", "01.avro"));
    Files.copy(first.path(), again);

    assertThatThrownBy(() -> fixture.history())
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("hold the same records");
  }

  private void assertNamedAndTheRestRead() throws Exception {
    try (ArchiveHistory history = fixture.history()) {
      List<Past> read = ArchiveFixture.all(history);
      long lost = 3_000L - read.size();
      assertThat(lost).isBetween(1L, ofFirst().size() - 1L);
      assertThat(fixture.topic()).containsAll(read);
      assertThat(history.remarks())
          .singleElement()
          .asString()
          .startsWith(first.path() + " is damaged: ")
          .endsWith("; %d of its %d records could not be read".formatted(lost, ofFirst().size()));
    }
  }

  private List<Past> ofFirst() {
    // A quarter of the time, of one partition of three.
    return ArchiveFixture.of(0, fixture.topic()).subList(0, 250);
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int at = 0; at <= bytes.length - part.length; at++) {
      if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
        return at + part.length + 1 < bytes.length ? at : -1;
      }
    }
    return -1;
  }
}
