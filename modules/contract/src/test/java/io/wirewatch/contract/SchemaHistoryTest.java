package io.wirewatch.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every version of a record that was released goes on being read, and whoever still has an old
 * version can read what is written today.
 */
final class SchemaHistoryTest {
  private static final String CHANGE_SAFELY =
      " To change it safely: a new field gets a default (an optional one [\"null\", …] and \"default\": null);"
          + " a field is never renamed without an alias, never retyped, and only removed where it had a default;"
          + " an enum gets a new symbol only where it has a default symbol.";

  private static final SchemaValidator OLD_READERS =
      new SchemaValidatorBuilder().canBeReadStrategy().validateAll();

  static Stream<SchemaHistory> records() throws IOException {
    return SchemaHistory.all();
  }

  @ParameterizedTest
  @MethodSource("records")
  void history_endsWithTodaysSchema(SchemaHistory history) throws IOException {
    if (System.getProperty("schemas.release") != null && !endsWithTodays(history)) {
      history.release();
    }

    assertThat(endsWithTodays(history))
        .as(
            "schemas/%s.avsc is not the newest version in schemas/history/%s. Keep it as the next one with"
                + " 'mvn -Dquick -pl modules/contract -am test -Dtest=SchemaHistoryTest -Dschemas.release"
                + " -Dsurefire.failIfNoSpecifiedTests=false' and commit the new files;"
                + " those that are there are never changed.",
            history, history)
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("records")
  void today_readsWhatEveryVersionWrote_bySchema(SchemaHistory history) throws IOException {
    SchemaValidator backwardTransitive =
        new SchemaValidatorBuilder().canReadStrategy().validateAll();

    assertThatCode(
            () -> backwardTransitive.validate(history.today(), newestFirst(history.versions())))
        .as("schemas/%s.avsc cannot read what was released before." + CHANGE_SAFELY, history)
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("records")
  void today_readsTheBytesThatEveryVersionWrote(SchemaHistory history) throws IOException {
    List<Schema> versions = history.versions();
    for (int version = 1; version <= versions.size(); version++) {
      Schema written = versions.get(version - 1);
      byte[] bytes = history.golden(version);
      Object read =
          new SpecificDatumReader<Object>(
                  written,
                  SpecificData.get().getSchema(history.type()),
                  SpecificData.getForClass(history.type()))
              .read(null, DecoderFactory.get().binaryDecoder(bytes, null));

      assertThat(read).as("%s, version %d", history, version).isInstanceOf(history.type());
      assertSameFields((GenericRecord) SampleRecord.of(written), generic(read), written);
    }
  }

  @ParameterizedTest
  @MethodSource("records")
  void everyVersion_readsWhatIsWrittenToday(SchemaHistory history) throws IOException {
    byte[] bytes = SchemaHistory.written(history.today());
    assertThatCode(() -> OLD_READERS.validate(history.today(), newestFirst(history.versions())))
        .as("whoever has an older %s could not read today's." + CHANGE_SAFELY, history)
        .doesNotThrowAnyException();
    for (Schema old : history.versions()) {
      GenericDatumReader<GenericRecord> oldReader = new GenericDatumReader<>(history.today(), old);

      assertThatCode(() -> oldReader.read(null, DecoderFactory.get().binaryDecoder(bytes, null)))
          .as(
              "an instance or a consumer that has an older %s could not read what is written today."
                  + CHANGE_SAFELY,
              history)
          .doesNotThrowAnyException();
    }
  }

  private static boolean endsWithTodays(SchemaHistory history) throws IOException {
    List<Schema> versions = history.versions();
    return !versions.isEmpty() && versions.get(versions.size() - 1).equals(history.today());
  }

  private static List<Schema> newestFirst(List<Schema> versions) {
    List<Schema> newestFirst = new ArrayList<>(versions);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** Written anew as generic data: what was read, whatever Java holds it in. */
  private static GenericRecord generic(Object read) throws IOException {
    SpecificData model = SpecificData.getForClass(read.getClass());
    Schema schema = SpecificData.get().getSchema(read.getClass());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<Object>(schema, model).write(read, encoder);
    encoder.flush();
    return new GenericDatumReader<GenericRecord>(schema)
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }

  private static void assertSameFields(GenericRecord written, GenericRecord read, Schema schema) {
    for (Schema.Field field : schema.getFields()) {
      if (read.getSchema().getField(field.name()) != null && isPlain(written.get(field.name()))) {
        assertThat(read.get(field.name()))
            .as("%s.%s", schema.getName(), field.name())
            .hasToString(String.valueOf(written.get(field.name())));
      }
    }
  }

  /** A part may have got fields since; those that are plain values are compared. */
  private static boolean isPlain(Object value) {
    return !(value instanceof GenericData.Record) && !(value instanceof List<?>);
  }
}
