package io.wirewatch.stage;

import io.wirewatch.contract.registry.RegistryUnavailableException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
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
    return isRecordsFault(exception)
        ? Response.resume(
            DeadLetters.fitting(
                super.handleError(context, record, exception).deadLetterQueueRecords()))
        : Response.fail();
  }

  /** Whether another try, or another setting, would not help. */
  static boolean isRecordsFault(Throwable thrown) {
    return !isPassing(thrown)
        && !causes(thrown).anyMatch(AuthenticationException.class::isInstance);
  }

  /** Whether the cause lies in the environment and may be gone at the next try. */
  public static boolean isPassing(Throwable thrown) {
    return causes(thrown)
        .anyMatch(
            cause ->
                cause instanceof RegistryUnavailableException
                    || cause instanceof RetriableException
                    // The brokers have ended the transaction of who slept for too long.
                    || cause instanceof InvalidTxnStateException
                    // So other people's serdes say that their registry is gone.
                    || cause instanceof SocketException
                    || cause instanceof UnknownHostException);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause);
  }
}
