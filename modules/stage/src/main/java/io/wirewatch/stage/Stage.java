package io.wirewatch.stage;

import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topology that runs, exactly once, against a cluster. It stops by itself only where it cannot go
 * on.
 */
public final class Stage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
  private static final int LARGEST_REQUEST_BYTES = 6 << 20;
  private static final int MOST_POLL_MILLIS = 100;
  private static final Duration MOST_FOR_CLOSING = Duration.ofSeconds(4);

  private final String name;
  private final KafkaStreams streams;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private Stage(String name, KafkaStreams streams) {
    this.name = name;
    this.streams = streams;
  }

  /**
   * Starts a stage; returns at once.
   *
   * @param name of the consumer group and of everything that the stage owns in the cluster
   */
  public static Stage start(String name, Topology topology, Settings settings) {
    return start(name, topology, settings, Map.of());
  }

  /**
   * The same, with clients that are configured by more than settings can say.
   *
   * @param clients goes before the settings
   */
  public static Stage start(
      String name, Topology topology, Settings settings, Map<String, ?> clients) {
    Properties properties = properties(name, settings);
    properties.putAll(clients);
    Stage stage = new Stage(name, new KafkaStreams(topology, properties));
    stage.streams.setUncaughtExceptionHandler(stage::respond);
    stage.streams.setStateListener(
        (now, before) -> {
          if (now.hasCompletedShutdown()) {
            stage.ended.countDown();
          }
        });
    stage.streams.start();
    return stage;
  }

  /** How a stage is configured; a test that runs a topology without a broker takes the same. */
  public static Properties properties(String name, Settings settings) {
    Map<String, String> ours = new HashMap<>();
    ours.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
    ours.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    ours.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
    ours.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, Unreadable.class.getName());
    ours.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, Unprocessable.class.getName());
    ours.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTER.name());
    ours.put(
        StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.value(StageSettings.THREADS).toString());
    ours.put(StreamsConfig.STATE_DIR_CONFIG, settings.value(StageSettings.STATE_DIRECTORY));
    int commitMillis = settings.value(StageSettings.COMMIT_MILLIS);
    ours.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Integer.toString(commitMillis));
    // A thread that waits for records commits nothing meanwhile.
    ours.put(
        StreamsConfig.POLL_MS_CONFIG, Integer.toString(Math.min(commitMillis, MOST_POLL_MILLIS)));
    ours.put(
        StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG),
        settings.value(StageSettings.RETRY_MILLIS).toString());
    ours.put(
        ProducerConfig.BATCH_SIZE_CONFIG, settings.value(StageSettings.BATCH_BYTES).toString());
    ours.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, settings.value(StageSettings.COMPRESSION));
    ours.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Integer.toString(LARGEST_REQUEST_BYTES));
    // Of the topics between steps, which carry whole articles.
    ours.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        Integer.toString(LARGEST_REQUEST_BYTES));
    Properties properties = new Properties();
    properties.putAll(settings.with(ours).asClientConfig());
    // Serdes are given to every source, store and sink by name; these two are the clients' own
    // settings.
    properties.remove("value.serializer");
    properties.remove("value.deserializer");
    return properties;
  }

  /**
   * Whether it works on records now: it has its share of the partitions, and within that time each
   * of its threads has asked the brokers for records and told the group that it lives. Where the
   * brokers are gone, or a step hangs, it does not.
   */
  public boolean isWorking(Duration within) {
    return streams.state() == KafkaStreams.State.RUNNING
        && Heartbeats.areYounger(streams.metrics(), within);
  }

  /** Why it stopped by itself; empty while it has not. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** How often a step counted something, over all threads since the start; see {@link Tally}. */
  public long counted(String what) {
    return Tally.total(streams.metrics(), what);
  }

  /** The same by task, which begins anew where it moves to; for who wants a sum that only rises. */
  public Map<String, Long> countedByTask(String what) {
    return Tally.byTask(streams.metrics(), what);
  }

  /** How many records of each partition it has been given and has not read yet. */
  public List<Lag> lags() {
    return Lag.of(streams.metrics());
  }

  /** Waits until it has stopped; false where it still runs after that time. */
  public boolean awaitEnd(Duration most) throws InterruptedException {
    return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    // Else the group waits for this member until its session has timed out, and a restart with it.
    streams.close(
        CloseOptions.timeout(MOST_FOR_CLOSING)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }

  private StreamThreadExceptionResponse respond(Throwable thrown) {
    if (Unreadable.isPassing(thrown)) {
      LOG.warn("{} tries again: {}", name, thrown.getMessage());
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("{} cannot go on", name, thrown);
    failure.compareAndSet(null, thrown);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
