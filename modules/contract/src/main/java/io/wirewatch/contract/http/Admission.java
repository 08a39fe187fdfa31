package io.wirewatch.contract.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds what is under way at once. */
public final class Admission {
  private final Semaphore requests;
  private final long mostBytes;
  private final AtomicLong bytes = new AtomicLong();

  /** Room for so many requests, and bodies of so many bytes altogether. */
  public Admission(int mostRequests, long mostBytes) {
    this.requests = new Semaphore(mostRequests);
    this.mostBytes = mostBytes;
  }

  /** Whether a request with a body of that size may come in; if so, it has to leave. */
  public boolean enter(long size) {
    if (!requests.tryAcquire()) {
      return false;
    }
    if (bytes.addAndGet(size) > mostBytes) {
      leave(size);
      return false;
    }
    return true;
  }

  /** A request with a body of that size is done. */
  public void leave(long size) {
    bytes.addAndGet(-size);
    requests.release();
  }
}
