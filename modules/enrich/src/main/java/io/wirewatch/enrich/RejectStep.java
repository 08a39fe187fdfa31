package io.wirewatch.enrich;

import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.stage.Outcome;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Says of an article that cannot be used why, and where it was read. */
final class RejectStep
    extends ContextualFixedKeyProcessor<String, Outcome.Failed<RawArticle>, Rejection> {
  static final String NAME = "reject";

  @Override
  public void process(FixedKeyRecord<String, Outcome.Failed<RawArticle>> record) {
    Outcome.Failed<RawArticle> failed = record.value();
    Rejection.Builder rejection =
        Rejection.newBuilder()
            .setStep("enrich-" + failed.step())
            .setReason(failed.reason())
            .setObservedAt(failed.value().getObservedAt())
            .setArticle(failed.value());
    context()
        .recordMetadata()
        .ifPresent(
            from ->
                rejection
                    .setTopic(from.topic())
                    .setPartition(from.partition())
                    .setOffset(from.offset()));
    context().forward(record.withValue(rejection.build()));
  }
}
