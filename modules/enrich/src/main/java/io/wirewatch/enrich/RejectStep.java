package io.wirewatch.enrich;

import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.contract.RejectionHeaders;
import io.wirewatch.stage.Outcome;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
    Headers headers = new RecordHeaders(record.headers());
    RejectionHeaders.put(headers, rejection.getStep(), rejection.getReason());
    context().forward(record.withValue(rejection.build()).withHeaders(headers));
  }
}
