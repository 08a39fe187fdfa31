package io.wirewatch.contract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * What a user has set, Kafka's own settings among it. Immutable.
 *
 * <p>Three sources, each winning over the one before: a properties file, the environment, options
 * of the command.
 */
public final class Settings {
  private static final String ENVIRONMENT_PREFIX = "WIREWATCH_";

  /**
   * How long who writes in transactions waits at first before it sends again: brokers take nothing
   * of a transaction while the one before it ends.
   */
  public static final int TRANSACTION_RETRY_MILLIS = 5;

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Lays the sources over each other.
   *
   * @param file the properties file's content
   * @param environment variables; only those that begin with {@code WIREWATCH_} count
   * @param options from the command line
   */
  public static Settings of(
      Map<String, String> file, Map<String, String> environment, Map<String, String> options) {
    Map<String, String> values = new HashMap<>(file);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(ENVIRONMENT_PREFIX)) {
            values.put(keyOf(name), value);
          }
        });
    values.putAll(options);
    return new Settings(values);
  }

  /** These settings with others laid over them. */
  public Settings with(Map<String, String> more) {
    Map<String, String> merged = new HashMap<>(values);
    merged.putAll(more);
    return new Settings(merged);
  }

  /**
   * The value of a setting, or its default.
   *
   * @throws InvalidSettingException where the value is out of range
   */
  public <T> T value(Setting<T> setting) {
    return setting.parse(values.getOrDefault(setting.key(), setting.fallback()));
  }

  /**
   * Everything that was set, with the defaults of what every client needs; for Kafka's clients and
   * serdes.
   */
  public Map<String, Object> asClientConfig() {
    Map<String, Object> config = new TreeMap<>(values);
    Cluster.SETTINGS.forEach(setting -> config.putIfAbsent(setting.key(), setting.fallback()));
    return config;
  }

  /**
   * The same for a consumer that belongs to no group: it commits nothing, and sees what is
   * committed.
   *
   * @param client how it calls itself
   */
  public Map<String, Object> asReaderConfig(String client) {
    Map<String, Object> config = asReaderConfig();
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
    return config;
  }

  /** The same for one that Kafka finds a name for, since there may be several. */
  public Map<String, Object> asReaderConfig() {
    Map<String, Object> config = asClientConfig();
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    // Who only looks must not have a broker make a topic, in a shape that is not ours.
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return config;
  }

  /**
   * The same for a producer that loses nothing and writes nothing twice.
   *
   * @param largestBytes of a record
   */
  public Map<String, Object> asWriterConfig(int largestBytes) {
    Map<String, Object> config = asClientConfig();
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largestBytes);
    return config;
  }

  /**
   * The same for one that writes in transactions.
   *
   * @param id of its transactions; who comes with the same ends this one
   * @param largestBytes of a record
   */
  public Map<String, Object> asTransactionalConfig(String id, int largestBytes) {
    Map<String, Object> config = asWriterConfig(largestBytes);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    config.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, TRANSACTION_RETRY_MILLIS);
    return config;
  }

  private static String keyOf(String variable) {
    return variable
        .substring(ENVIRONMENT_PREFIX.length())
        .toLowerCase(Locale.ROOT)
        .replace('_', '.');
  }
}
