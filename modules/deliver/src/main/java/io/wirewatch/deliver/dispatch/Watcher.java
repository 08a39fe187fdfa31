package io.wirewatch.deliver.dispatch;

import java.time.Instant;

/** Is told what people should know, by the thread that decides. */
public interface Watcher {

  /** A target took nothing several times in a row; it is left alone until then. */
  void rests(String target, String answer, Instant until);

  /** It has taken something again. */
  void recovered(String target);

  /** A message is not tried again; it is in {@code news.deliveries.failed}. */
  void failed(String target, String message, String reason);
}
