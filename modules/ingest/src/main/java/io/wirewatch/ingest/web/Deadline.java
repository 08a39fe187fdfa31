package io.wirewatch.ingest.web;

import io.wirewatch.ingest.web.FetchFailedException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** The end of a fetch's time: whatever request runs then is cancelled, and none begins after it. */
final class Deadline {
  private @Nullable HttpGet running;
  private boolean passed;

  /** Says that an answer is larger than anybody reads. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }
  }

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

  /** Why a request failed. */
  synchronized FetchFailedException explain(Exception failure) {
    if (passed || failure instanceof SocketTimeoutException) {
      return new FetchFailedException(Kind.TIMEOUT, "did not answer in time", failure);
    }
    if (failure instanceof PublicAddresses.NotPublicException hidden) {
      return new FetchFailedException(
          Kind.PRIVATE, hidden.getMessage() + "; private addresses have to be allowed", failure);
    }
    if (failure instanceof UnknownHostException) {
      return new FetchFailedException(Kind.NO_HOST, "no such host; is the address right?", failure);
    }
    String message = failure.getMessage();
    String why = message == null ? failure.getClass().getSimpleName() : message;
    return new FetchFailedException(kind(failure), "cannot be read: " + why, failure);
  }

  private static Kind kind(Exception failure) {
    if (failure instanceof TooLargeException) {
      return Kind.TOO_LARGE;
    }
    return failure instanceof SSLException ? Kind.TLS : Kind.CONNECTION;
  }
}
