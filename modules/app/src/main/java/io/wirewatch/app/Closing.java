package io.wirewatch.app;

import org.slf4j.LoggerFactory;

/** Ends parts of a run such that trouble with one does not keep the others from ending. */
final class Closing {
  private Closing() {}

  static void quietly(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) { // AutoCloseable declares no less; the log keeps it.
      LoggerFactory.getLogger(Closing.class).warn("could not close {}", part, failed);
    }
  }
}
