package io.wirewatch.deliver.target;

import io.wirewatch.deliver.target.Target.Answer;
import java.util.Optional;

/** A room of a chat in which messages can be changed. */
interface ChatRoom extends AutoCloseable {

  /**
   * Says something new; the handle of what was taken is in the answer.
   *
   * @param below the handle of what it belongs to
   */
  Answer post(MessageText text, Optional<String> below) throws InterruptedException;

  /** Changes what was said; empty where that is not there any more, or may not be changed. */
  Optional<Answer> edit(String handle, MessageText text) throws InterruptedException;

  @Override
  void close();
}
