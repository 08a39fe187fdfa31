package io.wirewatch.enrich;

import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.contract.ArticleId;
import io.wirewatch.contract.ArticleLimits;
import io.wirewatch.contract.CutHeader;
import io.wirewatch.contract.RecordSize;
import io.wirewatch.contract.RejectionHeaders;
import io.wirewatch.contract.Topics;
import io.wirewatch.stage.Outcome;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Says of an article that cannot be used why, and where it was read. The article is told whole
 * where the topic takes it, else cut.
 */
final class RejectStep
    extends ContextualProcessor<String, Outcome.Failed<RawArticle>, String, Rejection> {
  static final String NAME = "reject";

  @Override
  public void process(Record<String, Outcome.Failed<RawArticle>> record) {
    Outcome.Failed<RawArticle> failed = record.value();
    long bytes = bytes(record.key(), failed.value(), record.headers());
    if (Topics.REJECTED_ARTICLES.takes(bytes)) {
      forward(record, failed, new RecordHeaders(record.headers()));
      return;
    }
    // A send that fails would end the transaction, and the stage with it.
    Headers headers = new RecordHeaders();
    CutHeader.put(headers, bytes);
    forward(record.withKey(cut(record.key())), cut(failed), headers);
  }

  private void forward(
      Record<String, ?> record, Outcome.Failed<RawArticle> failed, Headers headers) {
    Rejection rejection = rejection(failed);
    RejectionHeaders.put(headers, rejection.getStep(), rejection.getReason());
    context().forward(record.withValue(rejection).withHeaders(headers));
  }

  private Rejection rejection(Outcome.Failed<RawArticle> failed) {
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
    return rejection.build();
  }

  private static long bytes(@Nullable String key, RawArticle article, Headers headers) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    return RecordSize.of(keyBytes, null, headers) + ArticleLimits.bytes(article);
  }

  private static @Nullable String cut(@Nullable String key) {
    return key == null ? null : key.substring(0, Math.min(key.length(), ArticleId.MOST_CHARS));
  }

  private static Outcome.Failed<RawArticle> cut(Outcome.Failed<RawArticle> failed) {
    return new Outcome.Failed<>(
        ArticleLimits.cut(failed.value()),
        failed.step(),
        failed.reason()
            + "; too large to be kept whole, only the beginnings of its texts are here");
  }
}
