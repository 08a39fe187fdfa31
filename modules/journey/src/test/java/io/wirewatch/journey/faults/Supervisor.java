package io.wirewatch.journey.faults;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts processes again that have gone, a second after that, as any host of services does. */
final class Supervisor implements AutoCloseable {
  private static final long PAUSE_MILLIS = 1_000;

  private final List<Child> children;
  private final AtomicInteger fallen = new AtomicInteger();
  private final Thread thread = new Thread(this::watch, "supervisor");

  Supervisor(List<Child> children) {
    this.children = List.copyOf(children);
    thread.setDaemon(true);
    thread.start();
  }

  /** How often a process ended that nobody had killed, since this was last asked. */
  int fallen() {
    return fallen.getAndSet(0);
  }

  @Override
  public void close() {
    thread.interrupt();
    Ending.of(thread);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(PAUSE_MILLIS);
        children.stream().filter(Child::isMissed).forEach(this::startAgain);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void startAgain(Child child) {
    if (child.fell()) {
      fallen.incrementAndGet();
      System.err.println("  " + child.name() + " ended by itself: " + child.lastWords());
    }
    child.start();
  }
}
