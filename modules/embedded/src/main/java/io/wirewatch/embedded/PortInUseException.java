package io.wirewatch.embedded;

import java.io.IOException;

/** Another process listens on the port that was asked for. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int port;

  /** The port that was asked for, and what the attempt to listen there said. */
  public PortInUseException(int port, IOException cause) {
    super("port " + port + " is in use", cause);
    this.port = port;
  }

  /** The port. */
  public int port() {
    return port;
  }
}
