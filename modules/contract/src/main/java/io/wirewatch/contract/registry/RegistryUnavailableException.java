package io.wirewatch.contract.registry;

import org.apache.kafka.common.KafkaException;

/** No schema registry answered. The records at hand are not to blame: try them again. */
public final class RegistryUnavailableException extends KafkaException {
  private static final long serialVersionUID = 1L;

  RegistryUnavailableException(String message) {
    super(message);
  }

  RegistryUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
