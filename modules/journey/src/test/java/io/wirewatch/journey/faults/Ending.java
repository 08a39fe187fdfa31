package io.wirewatch.journey.faults;

/** Waiting for the end of a thread in a {@code close}, which must not be interrupted for good. */
final class Ending {
  private Ending() {}

  static void of(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
