package io.wirewatch.dashboard.picture;

import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.embedded.EmbeddedCluster;
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

  private final EmbeddedCluster cluster;
  private final RecordSerdes serdes;
  private final KafkaProducer<String, byte[]> producer;
  private final Settings settings;

  /** Starts both in that directory. */
  public Cluster(Path directory) {
    cluster = EmbeddedCluster.start(directory);
    settings = cluster.settings();
    serdes = new RecordSerdes(settings);
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", cluster.bootstrapServers());
    config.put("transactional.id", "test");
    producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
  }

  /** How both are reached. */
  public Settings settings() {
    return settings;
  }

  /** Creates topics. */
  public void create(Topic<?>... topics) {
    cluster.createTopics(List.of(topics), PARTITIONS);
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
    cluster.stopBroker();
  }

  void comeBack() {
    cluster.startBroker();
  }

  @Override
  public void close() {
    producer.close();
    cluster.close();
  }
}
