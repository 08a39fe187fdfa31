package io.wirewatch.dashboard.picture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes JSON as pages want it: times to the millisecond, what is absent left out. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final JsonGenerator out;

  private Json(JsonGenerator out) {
    this.out = out;
  }

  /** Writes. */
  interface Fields {
    void into(Json json) throws IOException;
  }

  /** An object, in UTF-8. */
  static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      new Json(out).inBraces(fields);
    } catch (IOException impossible) {
      throw new UncheckedIOException("into memory", impossible);
    }
    return bytes.toByteArray();
  }

  /** A time as pages have it. */
  static String time(Instant time) {
    return TIME.format(time);
  }

  Json put(String name, @Nullable String value) throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
    return this;
  }

  Json put(String name, @Nullable Instant value) throws IOException {
    return put(name, value == null ? null : time(value));
  }

  Json put(String name, long value) throws IOException {
    out.writeNumberField(name, value);
    return this;
  }

  Json put(String name, double value) throws IOException {
    out.writeNumberField(name, value);
    return this;
  }

  Json put(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
    return this;
  }

  Json put(String name, Collection<String> values) throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
    return this;
  }

  Json put(String name, Fields fields) throws IOException {
    out.writeFieldName(name);
    return inBraces(fields);
  }

  /** Writes one of many. */
  interface Writer<T> {
    void write(Json json, T one) throws IOException;
  }

  <T> Json each(String name, Collection<T> all, Writer<T> writer) throws IOException {
    out.writeArrayFieldStart(name);
    for (T one : all) {
      inBraces(json -> writer.write(json, one));
    }
    out.writeEndArray();
    return this;
  }

  /** An array of objects that are written already. */
  Json raw(String name, Collection<byte[]> objects) throws IOException {
    out.writeArrayFieldStart(name);
    for (byte[] object : objects) {
      out.writeRawValue(new String(object, StandardCharsets.UTF_8));
    }
    out.writeEndArray();
    return this;
  }

  private Json inBraces(Fields fields) throws IOException {
    out.writeStartObject();
    fields.into(this);
    out.writeEndObject();
    return this;
  }
}
