package io.wirewatch.deliver.target;

import io.wirewatch.deliver.target.HttpResult.Answered;
import io.wirewatch.deliver.target.HttpResult.Unanswered;
import io.wirewatch.deliver.target.Target.Answer;
import java.util.Optional;
import java.util.Set;

/**
 * What an HTTP status means to a message, as Standard Webhooks says: 2xx took it, 410 wants no more
 * of them, everything else may be tried again. What says that this message can never be read (such
 * as 400 or 413) is not tried again; what an operator mends (such as 401 or 404) is.
 */
final class StatusMeaning {
  private static final int GONE = 410;

  /** Of 4xx: credentials, addresses, conflicts, pace. */
  private static final Set<Integer> MENDED =
      Set.of(401, 403, 404, 405, 407, 408, 409, 421, 423, 425, 429);

  private final Words words;

  StatusMeaning(Words words) {
    this.words = words;
  }

  /**
   * The answer.
   *
   * @param handle where the message was taken
   */
  Answer of(HttpResult result, Optional<String> handle) {
    if (result instanceof Unanswered none) {
      return new Answer.Later(words.of(none.words()), Optional.empty());
    }
    Answered answered = (Answered) result;
    String said = words.of(said(answered));
    if (answered.taken()) {
      return new Answer.Taken(said, handle);
    }
    return never(answered.status())
        ? new Answer.Never(said)
        : new Answer.Later(said, answered.retryAfter());
  }

  private static boolean never(int status) {
    return status >= 400 && status < 500 && !MENDED.contains(status);
  }

  private static String said(Answered answered) {
    int status = answered.status();
    String advice = "";
    if (status == GONE) {
      advice = " Gone: it wants no more messages; take the target out of the file";
    } else if (status >= 300 && status < 400) {
      advice = ": redirects are not followed; write the address that it leads to";
    }
    String body = answered.body().isBlank() ? "" : ": " + answered.body();
    return status + advice + body;
  }
}
