package io.wirewatch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;

/**
 * The released versions of one record: {@code schemas/history/<record>/<version>.avsc}, each whole
 * with all that it uses, and the bytes that it wrote in the test resources.
 */
record SchemaHistory(String record) {
  private static final Path SCHEMAS = Path.of("../../schemas");
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One of every record in {@code schemas/}. */
  static Stream<SchemaHistory> all() throws IOException {
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".avsc"))
          .map(name -> new SchemaHistory(name.substring(0, name.length() - ".avsc".length())))
          .sorted((a, b) -> a.record.compareTo(b.record))
          .toList()
          .stream();
    }
  }

  Class<?> type() {
    try {
      return Class.forName("io.wirewatch." + record);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  /** As it is written today, without Java's hints. */
  Schema today() {
    return plain(SpecificData.get().getSchema(type()));
  }

  /** All released versions, the oldest first. */
  List<Schema> versions() throws IOException {
    List<Schema> versions = new ArrayList<>();
    while (Files.exists(file(versions.size() + 1))) {
      versions.add(new Schema.Parser().parse(Files.readString(file(versions.size() + 1))));
    }
    return versions;
  }

  /** What a version wrote; the first is 1. */
  byte[] golden(int version) throws IOException {
    return Files.readAllBytes(bytes(version));
  }

  /** Keeps today's schema as the next version, with bytes that it wrote. */
  void release() throws IOException {
    int next = versions().size() + 1;
    Files.createDirectories(file(next).getParent());
    JsonNode pretty = JSON.readTree(today().toString());
    Files.writeString(
        file(next), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(pretty) + "\n");
    Files.createDirectories(GOLDEN);
    Files.write(bytes(next), written(today()));
  }

  /** Bytes of a record in which every field has a value. */
  static byte[] written(Schema schema) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(SampleRecord.of(schema), encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  private Path file(int version) {
    return SCHEMAS.resolve("history").resolve(record).resolve(version + ".avsc");
  }

  private Path bytes(int version) {
    return GOLDEN.resolve(record + "-" + version + ".avro");
  }

  private static Schema plain(Schema schema) {
    try {
      return new Schema.Parser().parse(plain(JSON.readTree(schema.toString())).toString());
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static JsonNode plain(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("avro.java.string");
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> object.set(name, plain(object.get(name))));
      return object.size() == 1 && object.path("type").isTextual() ? object.get("type") : object;
    }
    if (node instanceof ArrayNode array) {
      for (int k = 0; k < array.size(); k++) {
        array.set(k, plain(array.get(k)));
      }
    }
    return node;
  }

  @Override
  public String toString() {
    return record;
  }
}
