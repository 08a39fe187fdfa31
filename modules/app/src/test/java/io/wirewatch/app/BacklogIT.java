package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.Topics;
import io.wirewatch.deliver.dispatch.Dispatching;
import io.wirewatch.embedded.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is still to do, also in the moments in which a transaction ends. */
final class BacklogIT {
  private static final TopicPartition INCIDENTS = new TopicPartition(Topics.INCIDENTS.name(), 0);

  @TempDir private Path directory;

  @Test
  void isFiled_ofATransactionThatIsOpen_onlyOnceItIsDoneAndRead() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        var producer = producer(broker)) {
      new ClusterTopics(admin, 1).ensure(List.of(Topics.INCIDENTS));
      Backlog backlog = new Backlog(admin);
      assertThat(backlog.isFiled()).isTrue();

      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(INCIDENTS.topic(), 0, new byte[1], new byte[1])).get();
      assertThat(backlog.isFiled()).as("written and not committed").isFalse();

      producer.commitTransaction();
      assertThat(backlog.isFiled()).as("committed and not read").isFalse();

      // The record, and the mark of the transaction's end.
      admin
          .alterConsumerGroupOffsets(Dispatching.GROUP, Map.of(INCIDENTS, new OffsetAndMetadata(2)))
          .all()
          .get();
      assertThat(backlog.isFiled()).isTrue();
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "incidents"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
