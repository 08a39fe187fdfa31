package io.wirewatch.dashboard.picture;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.registry.RegistryUnavailableException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads values of records, and counts those that cannot be read. Thread-safe. */
final class Records implements Decoder {
  private static final Logger LOG = LoggerFactory.getLogger(Records.class);
  private static final int EVERY = 1_000;

  private final RecordSerdes serdes;
  private final AtomicLong unreadable = new AtomicLong();

  Records(Settings settings) {
    serdes = new RecordSerdes(settings);
  }

  /**
   * The value; empty where the record is not one of this type, which is logged and counted.
   *
   * @throws RuntimeException where the cause is not the record: a registry that does not answer, or
   *     does not let us in
   */
  <V> Optional<V> read(Class<V> type, Origin at, byte @Nullable [] bytes) {
    if (bytes == null) {
      refuse(at, "it has no value");
      return Optional.empty();
    }
    try {
      return Optional.of(decoded(type, at.topic().topic(), bytes));
    } catch (SerializationException broken) {
      if (isEnvironment(broken)) {
        throw broken;
      }
      refuse(at, Objects.requireNonNullElse(broken.getMessage(), "it does not fit its schema"));
      return Optional.empty();
    }
  }

  /** Leaves a record out. */
  void refuse(Origin at, String why) {
    long count = unreadable.incrementAndGet();
    // Anybody may write to a topic, as much as they like.
    if (Long.bitCount(count) == 1 || count % EVERY == 0) {
      LOG.warn("{} is left out, as are {} so far: {}", at, count, why);
    }
  }

  /** So many have been left out. */
  long unreadable() {
    return unreadable.get();
  }

  @Override
  public Alert alert(Stored stored) {
    return decoded(Alert.class, stored.at().topic().topic(), stored.bytes());
  }

  @Override
  public EnrichedArticle article(Stored stored) {
    return decoded(EnrichedArticle.class, stored.at().topic().topic(), stored.bytes());
  }

  private synchronized <V> V decoded(Class<V> type, String topic, byte[] bytes) {
    // Not every deserializer that may be set can be shared by threads.
    return Objects.requireNonNull(serdes.of(type).deserializer().deserialize(topic, bytes));
  }

  /** Whether the cause is not the record, and may be gone at the next try. */
  static boolean isEnvironment(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof RegistryUnavailableException
                    || cause instanceof AuthenticationException
                    || cause instanceof RetriableException
                    // So other people's serdes say that their registry is gone.
                    || cause instanceof SocketException
                    || cause instanceof UnknownHostException);
  }
}
