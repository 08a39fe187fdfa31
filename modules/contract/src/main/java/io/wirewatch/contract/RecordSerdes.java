package io.wirewatch.contract;

import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * The serdes of a cluster's records. Which classes read and write is a setting ({@code
 * value.serializer}, {@code value.deserializer}), so that Confluent's own can take the place of
 * ours.
 */
public final class RecordSerdes {
  // Stages hand headers on to what they make of a record, and that has to fit its topic too.
  private static final int MOST_HEADER_BYTES = 256 * 1024;

  private final Serializer<Object> serializer;
  private final Deserializer<Object> deserializer;

  /** Serdes for clients with these settings; all of them share one client of the registry. */
  @SuppressWarnings(
      "unchecked") // The classes are chosen by name; what they read is checked as it comes.
  public RecordSerdes(Settings settings) {
    Map<String, Object> config =
        settings.with(Map.of("specific.avro.reader", "true")).asClientConfig();
    serializer = made(config, Cluster.VALUE_SERIALIZER, Serializer.class);
    deserializer = made(config, Cluster.VALUE_DESERIALIZER, Deserializer.class);
    serializer.configure(config, false);
    deserializer.configure(config, false);
  }

  /**
   * The serde of one record type; reading another type, or what has over 256 KiB of headers, is a
   * {@link SerializationException}.
   */
  public <V> Serde<V> of(Class<V> type) {
    return Serdes.serdeFrom(
        (topic, value) -> serializer.serialize(topic, value), new Typed<>(type, deserializer));
  }

  private static <T> T made(Map<String, Object> config, Setting<String> setting, Class<T> kind) {
    try {
      return Utils.newInstance(String.valueOf(config.get(setting.key())), kind);
    } catch (ClassNotFoundException missing) {
      throw new InvalidSettingException(setting.key(), "the name of a class on the class path");
    }
  }

  private record Typed<V>(Class<V> type, Deserializer<Object> untyped) implements Deserializer<V> {
    @Override
    public @Nullable V deserialize(String topic, Headers headers, byte @Nullable [] data) {
      if (RecordSize.of(headers) > MOST_HEADER_BYTES) {
        throw new SerializationException("its headers are over 256 KiB");
      }
      return deserialize(topic, data);
    }

    @Override
    public @Nullable V deserialize(String topic, byte @Nullable [] data) {
      Object value = untyped.deserialize(topic, data);
      if (value != null && !type.isInstance(value)) {
        throw new SerializationException(
            "a " + value.getClass().getSimpleName() + " is not a " + type.getSimpleName());
      }
      return type.cast(value);
    }
  }
}
