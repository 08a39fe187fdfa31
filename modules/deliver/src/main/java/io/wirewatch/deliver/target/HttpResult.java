package io.wirewatch.deliver.target;

import java.time.Duration;
import java.util.Optional;

/** What became of a request. */
sealed interface HttpResult {

  /**
   * An answer.
   *
   * @param body its beginning, or nothing
   */
  record Answered(int status, String body, Optional<Duration> retryAfter) implements HttpResult {
    boolean taken() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * None.
   *
   * @param words why
   */
  record Unanswered(String words) implements HttpResult {}
}
