package io.wirewatch.ingest;

import org.apache.kafka.common.KafkaException;

/** The cluster did not take what was published; the message says what to do. */
public final class PublishingFailedException extends KafkaException {
  private static final long serialVersionUID = 1L;

  PublishingFailedException(Throwable cause) {
    super(
        "the cluster did not take an article ("
            + cause.getMessage()
            + "); is the broker up? Publish the same input again: what is there already does no harm",
        cause);
  }
}
