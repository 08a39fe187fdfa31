package io.wirewatch.alert;

import io.wirewatch.Alert;
import io.wirewatch.AlertedArticle;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.StandingAlert;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.stage.Recollection;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Asks the rules of an article, and remembers which alerts stand, so that a revision says only what
 * changed.
 */
final class AlertStep extends ContextualFixedKeyProcessor<String, EnrichedArticle, Alert> {
  static final String NAME = "match";
  static final String STORE = "standing-alerts";

  private final RunningRules rules;
  private final Duration memory;
  private Recollection<AlertedArticle> alerted;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  AlertStep(RunningRules rules, Duration memory) {
    this.rules = rules;
    this.memory = memory;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Alert> context) {
    super.init(context);
    alerted = new Recollection<>(context.getStateStore(STORE), memory);
  }

  @Override
  public void process(FixedKeyRecord<String, EnrichedArticle> record) {
    long now = context().currentStreamTimeMs();
    EnrichedArticle article = record.value();
    List<StandingAlert> standing =
        alerted.recall(record.key(), now).map(AlertedArticle::getStanding).orElse(List.of());
    ActiveRules active = rules.now();
    List<RuleMatch> matches = active.matcher().match(Matchable.of(article));
    Alerts.Change change = new Alerts(active).change(article, matches, standing);
    if (!change.standing().isEmpty() || !standing.isEmpty()) {
      alerted.remember(record.key(), new AlertedArticle(change.standing()), now);
    }
    change.alerts().forEach(alert -> context().forward(record.withValue(alert)));
  }
}
