package io.wirewatch.journey.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a load to {@code wirewatch ingest jsonl -} at a steady rate; from the beginning again when
 * that process was killed.
 */
final class Feed implements AutoCloseable {
  private static final Pattern SUMS =
      Pattern.compile("read (\\d+) · published (\\d+) · rejected (\\d+)");

  private final Child ingest;
  private final List<String> lines;
  private final double perSecond;
  private final Thread thread = new Thread(this::feed, "feed");
  private volatile int written;
  private volatile boolean killed;

  /** What the last ingest process said of itself. */
  record Sums(long read, long published, long rejected) {}

  Feed(Child ingest, List<String> lines, double perSecond) {
    this.ingest = ingest;
    this.lines = lines;
    this.perSecond = perSecond;
  }

  Feed start() {
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  boolean isFlowing() {
    return thread.isAlive();
  }

  /** How many lines of the load have been given at least once. */
  int written() {
    return written;
  }

  /** {@code kill -9} of the producer; it is started again and given all from the first line on. */
  void kill() throws InterruptedException {
    killed = true;
    ingest.kill();
  }

  void awaitEnd() throws InterruptedException {
    thread.join();
  }

  /** What the producer said at its end; empty where it did not come to that. */
  Optional<Sums> sums() {
    try {
      Matcher matcher = SUMS.matcher(Files.readString(ingest.log(), StandardCharsets.UTF_8));
      Optional<Sums> last = Optional.empty();
      while (matcher.find()) {
        last = Optional.of(new Sums(number(matcher, 1), number(matcher, 2), number(matcher, 3)));
      }
      return last;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long number(Matcher matcher, int group) {
    return Long.parseLong(matcher.group(group));
  }

  private void feed() {
    try {
      do {
        killed = false;
        ingest.start().leave();
        giveAll();
        ingest.process().waitFor();
      } while (killed);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void giveAll() throws InterruptedException {
    long begin = System.nanoTime();
    // What was given before goes through faster.
    int known = written;
    try (BufferedWriter out = ingest.process().outputWriter(StandardCharsets.UTF_8)) {
      for (int i = 0; i < lines.size(); i++) {
        out.write(lines.get(i));
        out.newLine();
        written = Math.max(written, i + 1);
        double due =
            i < known ? i / (4 * perSecond) : known / (4 * perSecond) + (i - known) / perSecond;
        long ahead = begin + (long) (due * 1e9) - System.nanoTime();
        if (ahead > 2_000_000) {
          out.flush();
          Thread.sleep(ahead / 1_000_000);
        }
      }
    } catch (IOException gone) {
      // Killed: the caller begins anew. Given up: its log and its sums say so.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    Ending.of(thread);
    ingest.close();
  }
}
