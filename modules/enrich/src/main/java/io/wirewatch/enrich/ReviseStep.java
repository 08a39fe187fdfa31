package io.wirewatch.enrich;

import io.wirewatch.RawArticle;
import io.wirewatch.SeenArticle;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.stage.Recollection;
import io.wirewatch.stage.Tally;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Drops an article whose text it has seen; numbers the texts of one article. */
final class ReviseStep extends ContextualFixedKeyProcessor<String, RawArticle, Revised> {
  static final String NAME = "revise";
  static final String STORE = "seen-articles";

  private final Duration memory;
  private Recollection<SeenArticle> seen;
  private Sensor duplicates;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  ReviseStep(Duration memory) {
    this.memory = memory;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Revised> context) {
    super.init(context);
    seen = new Recollection<>(context.getStateStore(STORE), memory);
    duplicates = Tally.of(context, "duplicate");
  }

  @Override
  public void process(FixedKeyRecord<String, RawArticle> record) {
    long now = context().currentStreamTimeMs();
    String text = text(record.value());
    Optional<SeenArticle> before = seen.recall(record.key(), now);
    if (before.filter(known -> known.getText().equals(text)).isPresent()) {
      duplicates.record();
      return;
    }
    int revision = before.map(SeenArticle::getRevision).orElse(0) + 1;
    seen.remember(record.key(), new SeenArticle(text, revision), now);
    context().forward(record.withValue(new Revised(record.value(), revision)));
  }

  private static String text(RawArticle article) {
    return Fingerprint.of(
        Fingerprint.folded(article.getHeadline()), Fingerprint.folded(article.getBody()));
  }
}
