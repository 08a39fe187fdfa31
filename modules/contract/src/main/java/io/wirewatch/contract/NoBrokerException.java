package io.wirewatch.contract;

import org.apache.kafka.common.KafkaException;

/** No broker answered in time. */
public final class NoBrokerException extends KafkaException {
  private static final long serialVersionUID = 1L;

  NoBrokerException(Throwable cause) {
    super("no Kafka broker answers", cause);
  }
}
