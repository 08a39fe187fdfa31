package io.wirewatch.dashboard.picture;

import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.embedded.EmbeddedBroker;
import io.wirewatch.embedded.EmbeddedRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A broker and a registry, with a producer that writes a transaction a record, as stages do. */
public final class Cluster implements AutoCloseable {
  private static final int PARTITIONS = 3;

  private final Path directory;
  private final EmbeddedRegistry registry;
  private final RecordSerdes serdes;
  private final KafkaProducer<String, byte[]> producer;
  private final Settings settings;
  private EmbeddedBroker broker;

  /** Starts both in that directory. */
  public Cluster(Path directory) {
    this.directory = directory.resolve("kafka");
    broker = EmbeddedBroker.start(this.directory, 0);
    registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    settings =
        Settings.of(
            Map.of(),
            Map.of(),
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", registry.url()));
    serdes = new RecordSerdes(settings);
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", broker.bootstrapServers());
    config.put("transactional.id", "test");
    producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  /** How both are reached. */
  public Settings settings() {
    return settings;
  }

  /** Creates topics. */
  public void create(Topic<?>... topics) throws Exception {
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      new ClusterTopics(admin, PARTITIONS).ensure(List.of(topics));
    }
  }

  void delete(Topic<?> topic) throws Exception {
    try (Admin admin = Admin.create(settings.asClientConfig())) {
      admin.deleteTopics(List.of(topic.name())).all().get();
    }
  }

  /** Writes a record, of whatever type. */
  public void write(Topic<?> topic, String key, SpecificRecord value) throws Exception {
    write(topic, key, bytes(topic, value));
  }

  byte[] bytes(Topic<?> topic, SpecificRecord value) {
    return serdes.of(SpecificRecord.class).serializer().serialize(topic.name(), value);
  }

  /** Writes bytes; null takes away. */
  public void write(Topic<?> topic, String key, byte @Nullable [] value) throws Exception {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    producer.commitTransaction();
  }

  /** Writes many under one key, in one transaction. */
  void write(Topic<?> topic, String key, List<? extends SpecificRecord> values) {
    producer.beginTransaction();
    for (SpecificRecord value : values) {
      var unused = producer.send(new ProducerRecord<>(topic.name(), key, bytes(topic, value)));
    }
    producer.commitTransaction();
  }

  /** Ends the broker; {@link #comeBack} starts it again where it was. */
  void goAway() {
    broker.close();
  }

  void comeBack() {
    int port = Integer.parseInt(broker.bootstrapServers().split(":", 2)[1]);
    broker = EmbeddedBroker.start(directory, port);
  }

  @Override
  public void close() {
    producer.close();
    registry.close();
    broker.close();
  }
}
