package io.wirewatch.stage;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record on which a step breaks goes to the dead letters, and the stage goes on. Trouble with the
 * environment stops the stage's thread instead, before the record.
 */
public final class Unprocessable extends LogAndContinueProcessingExceptionHandler {

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    return Unreadable.isPassing(exception)
        ? Response.fail()
        : Response.resume(
            DeadLetters.fitting(
                super.handleError(context, record, exception).deadLetterQueueRecords()));
  }
}
