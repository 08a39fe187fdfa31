package io.wirewatch.alert;

import io.wirewatch.Alert;
import io.wirewatch.contract.Topics;
import java.util.Objects;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** The topic of an alert's route; a record, so that it describes itself the same in every run. */
record RouteTopic() implements TopicNameExtractor<String, Alert> {
  @Override
  public String extract(String article, Alert alert, RecordContext from) {
    return Topics.alerts(Objects.requireNonNull(alert.getRoute(), "only routed alerts come here"))
        .name();
  }
}
