package io.wirewatch.journey.hostile;

import io.wirewatch.contract.Topic;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** A stage's topology with its own error handlers, fed with bytes, without a broker. */
final class DrivenStage implements AutoCloseable {
  private static final Instant TAKEN = Instant.parse("2026-11-24T08:00:30Z");

  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> in;
  private final Map<String, List<KafkaMetric>> counters = new HashMap<>();
  private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();
  private final Map<String, Long> counted = new HashMap<>();

  DrivenStage(Topology topology, Properties properties, Topic<?> from) {
    driver = new TopologyTestDriver(topology, properties, TAKEN);
    in = driver.createInputTopic(from.name(), new StringSerializer(), new ByteArraySerializer());
  }

  void pipe(String key, byte[] value) {
    in.pipeInput(key, value, TAKEN);
  }

  /** How many records came out there since the last look. */
  int taken(Topic<?> topic) {
    return taken(topic.name());
  }

  /**
   * How many records the stage's handlers set aside since the last look. The driver does not write
   * dead letters; that they arrive on their topic is shown on a broker ({@code ArticleJourney}).
   */
  int setAside() {
    return newly("dropped-records");
  }

  /** How much a counter of the stage has grown since the last look. */
  int newly(String what) {
    double total = 0;
    for (KafkaMetric metric : counters.computeIfAbsent(what, this::counters)) {
      total += (Double) metric.metricValue();
    }
    Long before = counted.put(what, Math.round(total));
    return (int) (Math.round(total) - (before == null ? 0 : before));
  }

  private List<KafkaMetric> counters(String what) {
    return driver.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals(what + "-total"))
        .map(KafkaMetric.class::cast)
        .toList();
  }

  private int taken(String topic) {
    TestOutputTopic<byte[], byte[]> out =
        outputs.computeIfAbsent(
            topic,
            name ->
                driver.createOutputTopic(
                    name, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    int records = 0;
    while (!out.isEmpty()) {
      out.readRecord();
      records++;
    }
    return records;
  }

  @Override
  public void close() {
    driver.close();
  }
}
