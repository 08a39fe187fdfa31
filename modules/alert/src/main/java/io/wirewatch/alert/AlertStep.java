package io.wirewatch.alert;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.stage.Memory;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Asks the rules of an article, and sends what is new. */
final class AlertStep extends ContextualFixedKeyProcessor<String, EnrichedArticle, Alert> {
  static final String NAME = "match";
  static final String STORE = "standing-alerts";

  private final RunningRules rules;
  private final Duration memory;
  private StandingAlerts standing;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  AlertStep(RunningRules rules, Duration memory) {
    this.rules = rules;
    this.memory = memory;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Alert> context) {
    super.init(context);
    standing = new StandingAlerts(Memory.in(context.getStateStore(STORE)), memory);
  }

  @Override
  public void process(FixedKeyRecord<String, EnrichedArticle> record) {
    EnrichedArticle article = record.value();
    ActiveRules active = rules.now();
    standing
        .change(article, active, active.match(article), context().currentStreamTimeMs())
        .forEach(alert -> context().forward(record.withValue(alert)));
  }
}
