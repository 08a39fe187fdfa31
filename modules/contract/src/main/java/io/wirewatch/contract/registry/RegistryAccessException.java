package io.wirewatch.contract.registry;

import org.apache.kafka.common.errors.AuthenticationException;

/**
 * The schema registry does not let us in (status 401 or 403). The records at hand are not to blame,
 * and trying again does not help: somebody has to look at the credentials.
 */
public final class RegistryAccessException extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  RegistryAccessException(int status, String address) {
    super(
        "the schema registry at %s does not let us in (status %d): check basic.auth.user.info, bearer.auth.token and the rights behind them"
            .formatted(address, status));
  }
}
