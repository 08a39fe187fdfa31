package io.wirewatch.ingest.web;

import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** The end of a fetch's time: whatever request runs then is cancelled, and none begins after it. */
final class Deadline {
  private @Nullable HttpGet running;
  private boolean passed;

  synchronized void pass() {
    passed = true;
    if (running != null) {
      running.cancel();
    }
  }

  synchronized void guard(HttpGet request) throws TimeoutException {
    if (passed) {
      throw new TimeoutException();
    }
    running = request;
  }

  /** Why a request failed, in one line. */
  synchronized String explain(Exception failure) {
    if (passed) {
      return "did not answer in time";
    }
    String message = failure.getMessage();
    return failure instanceof java.net.UnknownHostException
        ? "no such host; is the address right?"
        : "cannot be read: " + (message == null ? failure.getClass().getSimpleName() : message);
  }
}
