package io.wirewatch.deliver.incident;

import static io.wirewatch.contract.Topics.INCIDENTS;

import io.wirewatch.Alert;
import io.wirewatch.Incident;
import io.wirewatch.IncidentOf;
import io.wirewatch.KnownIncident;
import io.wirewatch.OpenIncident;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Topics;
import io.wirewatch.stage.EventTime;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * Alerts in; incidents out, a record an alert, one order for all. Records that cannot be read, or
 * on which the step breaks, become dead letters.
 */
public final class IncidentTopology implements Supplier<Topology> {
  static final String ALERTS = "alerts";
  private static final Serde<String> KEY = Serdes.String();

  private final IncidentConfig config;
  private final RecordSerdes serdes;

  /** A topology that groups so. */
  public IncidentTopology(IncidentConfig config, RecordSerdes serdes) {
    this.config = config;
    this.serdes = serdes;
  }

  @Override
  public Topology get() {
    StreamsBuilder builder = new StreamsBuilder();
    addStore(builder, IncidentStep.OPEN, OpenIncident.class);
    addStore(builder, IncidentStep.KNOWN, KnownIncident.class);
    addStore(builder, IncidentStep.MEMBERS, IncidentOf.class);

    builder.stream(Topics.ALERTS.name(), read())
        .repartition(inOneOrder())
        .process(
            () -> new IncidentStep(config),
            Named.as(IncidentStep.NAME),
            IncidentStep.OPEN,
            IncidentStep.KNOWN,
            IncidentStep.MEMBERS)
        .to(INCIDENTS.name(), Produced.with(KEY, serdes.of(Incident.class)).withName("incidents"));

    return builder.build();
  }

  private <V> void addStore(StreamsBuilder builder, String name, Class<V> type) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), KEY, serdes.of(type)));
  }

  /** Alerts of one event are of articles in any partition: which came first must be one answer. */
  private Repartitioned<String, Alert> inOneOrder() {
    return Repartitioned.with(KEY, serdes.of(Alert.class))
        .withName(ALERTS)
        .withNumberOfPartitions(1);
  }

  private Consumed<String, Alert> read() {
    return Consumed.with(KEY, serdes.of(Alert.class))
        .withTimestampExtractor(new EventTime())
        .withName("alerted");
  }
}
