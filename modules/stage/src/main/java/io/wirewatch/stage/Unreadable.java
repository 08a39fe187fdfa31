package io.wirewatch.stage;

import io.wirewatch.contract.registry.RegistryUnavailableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * Bytes that cannot be read go to the dead letters, and the stage goes on. A registry that does not
 * answer, or does not let us in, is no fault of the record: the stage's thread stops before it. In
 * the first case it tries again, in the second the stage ends and says why.
 */
public final class Unreadable extends LogAndContinueExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    return isPassing(exception) || exception instanceof AuthenticationException
        ? Response.fail()
        : super.handleError(context, record, exception);
  }

  /** Whether the cause lies in the environment and may be gone at the next try. */
  static boolean isPassing(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryUnavailableException || cause instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }
}
