package io.wirewatch.dashboard.web;

import com.sun.net.httpserver.HttpExchange;
import io.wirewatch.contract.http.BoundedServer;
import java.io.IOException;
import java.util.concurrent.ScheduledFuture;

/**
 * The body of a request on its way here.
 *
 * @param arrival ended once it is here
 */
record Body(HttpExchange exchange, ScheduledFuture<?> arrival) {
  private static final int MOST_DRAINED_BYTES = 2 * Request.MOST_BODY_BYTES;

  /** Its size as far as it is told; where it is not, so much. */
  long size(int untold) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    try {
      return length == null ? untold : Long.parseLong(length.strip());
    } catch (NumberFormatException rubbish) {
      return Long.MAX_VALUE;
    }
  }

  /**
   * All of it.
   *
   * @throws RefusedException where it is longer than {@code most} bytes
   */
  byte[] read(int most) throws IOException {
    byte[] content =
        size(0) > most ? new byte[most + 1] : exchange.getRequestBody().readNBytes(most + 1);
    if (content.length > most) {
      throw RefusedException.with(413, "the body is over " + most + " bytes: send less at once");
    }
    arrival.cancel(false);
    return content;
  }

  /** Lets what is left of it go by: who is still sending would not read the answer. */
  void drain() throws IOException {
    BoundedServer.drain(exchange.getRequestBody(), MOST_DRAINED_BYTES);
    arrival.cancel(false);
  }
}
