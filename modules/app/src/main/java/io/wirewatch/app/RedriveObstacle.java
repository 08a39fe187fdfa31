package io.wirewatch.app;

import io.wirewatch.RawArticle;
import io.wirewatch.contract.ArticleLimits;
import io.wirewatch.contract.CutHeader;
import io.wirewatch.contract.RecordSize;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Why a record that was set aside cannot go back, and what can be done about it. */
final class RedriveObstacle {
  private RedriveObstacle() {}

  /**
   * The first that there is; empty where it can go.
   *
   * @param again whether a record may go that came back from an earlier redrive
   */
  static Optional<String> of(SetAside aside, boolean again) {
    SetAside.Back back = aside.back();
    if (back == null) {
      return Optional.of(
          aside.why().step().startsWith("ingest")
              ? "refused at the edge, never published: correct the input and ingest it again"
              : "nothing says from which article topic it came: it cannot be sent back");
    }
    if (CutHeader.isIn(aside.headers())) {
      return Optional.of(
          "too large to be set aside whole, only its beginning is here: publish the original again");
    }
    if (!back.topic().takes(bytes(aside, back))) {
      return Optional.of("too large to be sent back: publish the original again, in less");
    }
    return aside.redrives() > 0 && !again
        ? Optional.of(
            "sent back before and set aside again: correct what fails, then send it with --again")
        : Optional.empty();
  }

  private static long bytes(SetAside aside, SetAside.Back back) {
    RawArticle rewritten = back.bytes() == null ? back.article() : null;
    return RecordSize.of(
            array(aside.key()),
            array(back.bytes()),
            RedriveHeaders.back(aside, back.topic().name()))
        + (rewritten == null ? 0 : ArticleLimits.bytes(rewritten));
  }

  private static byte @Nullable [] array(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.get();
  }
}
