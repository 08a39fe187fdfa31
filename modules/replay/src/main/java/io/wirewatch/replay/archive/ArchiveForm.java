package io.wirewatch.replay.archive;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.history.Past;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How the records of a topic lie in the files of an archive. */
public final class ArchiveForm {
  /** Articles as they came in. */
  public static final ArchiveForm RAW = new ArchiveForm(Topics.RAW_ARTICLES, RawArticle.class);

  /** Enriched articles. */
  public static final ArchiveForm ENRICHED =
      new ArchiveForm(Topics.ENRICHED_ARTICLES, EnrichedArticle.class);

  private static final String NAMESPACE = "io.wirewatch";

  private static final String PARTITION = "partition";
  private static final String OFFSET = "offset";
  private static final String TAKEN_AT = "takenAt";
  private static final String KEY = "key";
  private static final String VALUE = "value";
  private static final String FAULT = "fault";
  private static final String UNREADABLE = "unreadable";

  private final Topic<?> topic;
  private final Schema schema;
  private final SpecificData model;

  private ArchiveForm(Topic<?> topic, Class<? extends SpecificRecord> value) {
    this.topic = topic;
    this.schema = around(SpecificData.get().getSchema(value));
    this.model = SpecificData.getForClass(value);
  }

  /** The form of a topic. */
  public static ArchiveForm of(Plan.Source source) {
    return source == Plan.Source.RAW ? RAW : ENRICHED;
  }

  /** The topic's name. */
  public String topic() {
    return topic.name();
  }

  /** The schema that files are written with. */
  Schema schema() {
    return schema;
  }

  /** The schema of a file whose values have that schema, which may be an older one. */
  static Schema around(Schema value) {
    return SchemaBuilder.record("Archived" + value.getName())
        .namespace(NAMESPACE)
        .doc("A record of a topic as it lay there. Written by 'wirewatch replay archive'.")
        .fields()
        .requiredInt(PARTITION)
        .requiredLong(OFFSET)
        .name(TAKEN_AT)
        .doc("When the broker took it.")
        .type(LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)))
        .noDefault()
        .optionalString(KEY)
        .name(VALUE)
        .type()
        .optional()
        .type(value)
        .name(FAULT)
        .doc("Why the bytes could not be read; null where they could.")
        .type()
        .optional()
        .stringType()
        .name(UNREADABLE)
        .doc("The bytes that could not be read, as they lay in the topic.")
        .type()
        .optional()
        .bytesType()
        .endRecord();
  }

  /** Whether a file with that schema holds records of this form, of whatever version. */
  boolean fits(Schema written) {
    return written.getType() == Schema.Type.RECORD
        && written.getFullName().equals(schema.getFullName())
        && SchemaCompatibility.checkReaderWriterCompatibility(schema, written).getType()
            == SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE;
  }

  /** Writes records of this form. */
  DatumWriter<GenericRecord> writer() {
    return new SpecificDatumWriter<>(schema, model);
  }

  /** Reads records of this form. */
  DatumReader<GenericRecord> reader(Schema written) {
    return new SpecificDatumReader<>(written, schema, model);
  }

  /** A record as it is written. */
  GenericRecord written(Past past) {
    GenericData.Record record = new GenericData.Record(schema);
    record.put(PARTITION, past.partition());
    record.put(OFFSET, past.offset());
    record.put(TAKEN_AT, Instant.ofEpochMilli(past.takenMillis()));
    record.put(KEY, past.key());
    record.put(VALUE, past.value());
    record.put(FAULT, past.fault());
    record.put(UNREADABLE, past.unreadable());
    return record;
  }

  /** The record that was written so. */
  Past past(GenericRecord record) {
    return new Past(
        (Integer) record.get(PARTITION),
        (Long) record.get(OFFSET),
        ((Instant) record.get(TAKEN_AT)).toEpochMilli(),
        text(record.get(KEY)),
        (SpecificRecord) record.get(VALUE),
        text(record.get(FAULT)),
        (ByteBuffer) record.get(UNREADABLE));
  }

  private static @Nullable String text(@Nullable Object text) {
    return text == null ? null : text.toString();
  }
}
