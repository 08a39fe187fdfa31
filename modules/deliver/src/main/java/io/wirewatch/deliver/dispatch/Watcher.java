package io.wirewatch.deliver.dispatch;

import io.wirewatch.DeliveryOutcome;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/** Is told what people should know, by the thread that decides. */
public interface Watcher {

  /** A target was asked, and what came of it: delivered, retry or failed. */
  void attempted(String target, DeliveryOutcome outcome);

  /** A target has taken an alert; the headers are those of its record in news.incidents. */
  void told(String target, Headers record);

  /** A target took nothing several times in a row; it is left alone until then. */
  void rests(String target, String answer, Instant until);

  /** It has taken something again. */
  void recovered(String target);

  /** A message is not tried again; it is in {@code news.deliveries.failed}. */
  void failed(String target, String message, String reason);
}
