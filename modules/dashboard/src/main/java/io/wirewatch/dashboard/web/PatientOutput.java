package io.wirewatch.dashboard.web;

import io.wirewatch.contract.http.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What flows to a browser, within bounds: what is written has to be taken in ten seconds, however
 * long it takes until more is written; and every five seconds at most it is asked whether the other
 * side may still have it.
 */
final class PatientOutput extends OutputStream {
  static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration TRUST = Duration.ofSeconds(5);

  private final OutputStream out;
  private final Deadline deadline;
  private final BooleanSupplier mayStay;
  private long askedNanos = System.nanoTime();

  PatientOutput(OutputStream out, Deadline deadline, BooleanSupplier mayStay) {
    this.out = out;
    this.deadline = deadline;
    this.mayStay = mayStay;
    deadline.none();
  }

  /** Something that goes to the socket. */
  private interface Writing {
    void run() throws IOException;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (System.nanoTime() - askedNanos > TRUST.toNanos()) {
      askedNanos = System.nanoTime();
      if (!mayStay.getAsBoolean()) {
        throw new IOException("the session has ended");
      }
    }
    // The JDK's chunks are 4 KiB, and each is flushed: without this events wait in its buffer.
    within(
        () -> {
          out.write(bytes, from, length);
          out.flush();
        });
  }

  @Override
  public void flush() throws IOException {
    within(out::flush);
  }

  private void within(Writing writing) throws IOException {
    deadline.within(PATIENCE);
    try {
      writing.run();
    } finally {
      deadline.none();
    }
  }
}
