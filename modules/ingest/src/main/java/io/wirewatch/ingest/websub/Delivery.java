package io.wirewatch.ingest.websub;

/** Takes what a hub brought. */
public interface Delivery {

  /**
   * Takes a body; called by several threads.
   *
   * @param source whose it is
   * @param contentType as the hub said it; empty where it did not
   * @return whether it was taken; else the hub is told to try again later
   */
  boolean deliver(String source, byte[] body, String contentType);
}
