package io.wirewatch.deliver.incident;

import io.wirewatch.Alert;
import io.wirewatch.Incident;
import io.wirewatch.stage.Memory;
import io.wirewatch.stage.Tally;
import java.util.Objects;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Says of each alert which incident it belongs to; one task for all alerts. */
final class IncidentStep extends ContextualProcessor<String, Alert, String, Incident> {
  static final String NAME = "tell-incident";
  static final String OPEN = "open-incidents";
  static final String KNOWN = "known-incidents";
  static final String MEMBERS = "incident-members";

  private final IncidentConfig config;
  private Incidents incidents;
  private Sensor opened;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  IncidentStep(IncidentConfig config) {
    this.config = config;
  }

  @Override
  public void init(ProcessorContext<String, Incident> context) {
    super.init(context);
    incidents =
        new Incidents(
            config,
            new Incidents.Stores(
                IncidentStore.in(context.getStateStore(OPEN)),
                Memory.in(context.getStateStore(KNOWN)),
                Memory.in(context.getStateStore(MEMBERS))));
    opened = Tally.of(context, "incident");
  }

  @Override
  public void process(Record<String, Alert> record) {
    Alert alert = Objects.requireNonNull(record.value(), "a record without a value");
    incidents
        .take(alert, context().currentStreamTimeMs())
        .ifPresent(incident -> forward(record, incident));
  }

  private void forward(Record<String, Alert> record, Incident incident) {
    if (incident.getChange() == io.wirewatch.IncidentChange.OPENED) {
      opened.record();
    }
    context().forward(record.withKey(incident.getId()).withValue(incident));
  }
}
