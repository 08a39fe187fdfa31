package io.wirewatch.enrich;

import io.wirewatch.RawArticle;
import io.wirewatch.stage.Memory;
import io.wirewatch.stage.Tally;
import java.time.Duration;
import java.util.OptionalInt;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Drops an article whose text it has seen; numbers the texts of one article. */
final class ReviseStep extends ContextualFixedKeyProcessor<String, RawArticle, Revised> {
  static final String NAME = "revise";
  static final String STORE = "seen-articles";

  private final Duration memory;
  private Revisions revisions;
  private Sensor duplicates;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  ReviseStep(Duration memory) {
    this.memory = memory;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Revised> context) {
    super.init(context);
    revisions = new Revisions(Memory.in(context.getStateStore(STORE)), memory);
    duplicates = Tally.of(context, "duplicate");
  }

  @Override
  public void process(FixedKeyRecord<String, RawArticle> record) {
    OptionalInt revision =
        revisions.number(
            record.key(), Revisions.text(record.value()), context().currentStreamTimeMs());
    if (revision.isEmpty()) {
      duplicates.record();
      return;
    }
    context().forward(record.withValue(new Revised(record.value(), revision.getAsInt())));
  }
}
