package io.wirewatch.replay.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveSchemaTest {
  @TempDir Path directory;

  @Test
  void schema_thatWasReleasedBefore_isRead() throws Exception {
    // As raw articles were before they had a dateline.
    Schema older = ArchiveForm.around(without("dateline", RawArticle.getClassSchema()));
    assertThat(ArchiveForm.RAW.fits(older)).isTrue();

    GenericRecord read =
        ArchiveForm.RAW
            .reader(older)
            .read(null, DecoderFactory.get().binaryDecoder(bytes(older), null));

    assertThat(ArchiveForm.RAW.past(read).value())
        .isInstanceOfSatisfying(
            RawArticle.class,
            article -> {
              assertThat(article.getHeadline()).isEqualTo("Border reopens");
              assertThat(article.getDateline()).isNull();
            });
  }

  @Test
  void schema_ofTheOtherTopic_doesNotFit() {
    assertThat(ArchiveForm.ENRICHED.fits(ArchiveForm.RAW.schema())).isFalse();
  }

  @Test
  void file_isReadByAnyAvroReader() throws Exception {
    ArchiveFixture fixture = new ArchiveFixture(directory).busyDays(300);
    fixture.archive();
    ArchiveFile file = fixture.files().get(0);

    List<GenericRecord> records = new ArrayList<>();
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(file.path().toFile(), new GenericDatumReader<>())) {
      assertThat(reader.getMetaString("wirewatch.records")).isEqualTo("%020d".formatted(25));
      reader.forEach(records::add);
    }

    assertThat(records).hasSize(25);
    assertThat(records.get(0).get("key")).hasToString("0-0");
  }

  private static Schema without(String field, Schema schema) {
    return Schema.createRecord(
        schema.getName(),
        schema.getDoc(),
        schema.getNamespace(),
        false,
        schema.getFields().stream()
            .filter(kept -> !kept.name().equals(field))
            .map(kept -> new Schema.Field(kept, kept.schema()))
            .toList());
  }

  private static byte[] bytes(Schema schema) throws Exception {
    Schema value = schema.getField("value").schema().getTypes().get(1);
    GenericRecord article = new GenericData.Record(value);
    List.of("id", "source", "headline", "body", "feed").forEach(name -> article.put(name, "x"));
    article.put("headline", "Border reopens");
    article.put("observedAt", Instant.parse("2026-01-31T08:00:00Z").toEpochMilli());
    article.put(
        "publishedPrecision",
        new GenericData.EnumSymbol(value.getField("publishedPrecision").schema(), "NONE"));
    GenericRecord record = new GenericData.Record(schema);
    record.put("partition", 0);
    record.put("offset", 7L);
    record.put("takenAt", 0L);
    record.put("value", article);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
