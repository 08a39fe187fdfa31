package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.ingest.json.BoundedLines;
import io.wirewatch.ingest.json.BoundedLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class LineThreadsTest {
  private static final int MOST_LINE = 4 * 1024 * 1024;

  /** Lines that have no end. */
  private static final class Endless extends InputStream {
    private final int lineBytes;
    private long given;

    Endless(int lineBytes) {
      this.lineBytes = lineBytes;
    }

    @Override
    public synchronized int read() {
      return ++given % lineBytes == 0 ? '\n' : 'a';
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      for (int at = from; at < from + length; at++) {
        bytes[at] = (byte) read();
      }
      return length;
    }

    synchronized long given() {
      return given;
    }
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("the disk is gone");
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return read();
    }
  }

  private static <T> LineThreads<T> threads(InputStream in, int count, Function<Line, T> work) {
    LineThreads<T> threads = new LineThreads<>(new BoundedLines(in, MOST_LINE), work);
    threads.start(count);
    return threads;
  }

  private static InputStream numbers(int count) {
    String lines =
        IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Line line) {
    return StandardCharsets.UTF_8.decode(line.bytes().duplicate()).toString();
  }

  private static <T> List<T> all(LineThreads<T> threads) throws IOException {
    List<T> all = new ArrayList<>();
    for (var made = threads.next(); made != null; made = threads.next()) {
      all.add(made.value());
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void next_whoeverWasFirst_isInTheOrderOfTheLines(int count) throws IOException {
    long seed = 20261129;
    int[] pauses = new Random(seed).ints(2_000, 0, 200_000).toArray();
    Function<Line, String> slow =
        line -> {
          LockSupport.parkNanos(pauses[line.number() - 1]);
          return text(line);
        };

    try (LineThreads<String> threads = threads(numbers(2_000), count, slow)) {
      assertThat(all(threads))
          .as("seed %d", seed)
          .containsExactlyElementsOf(
              IntStream.range(0, 2_000).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void work_ofSevenThreads_isDoneAtOnce() throws IOException {
    CountDownLatch together = new CountDownLatch(7);
    Function<Line, Boolean> meet =
        line -> {
          together.countDown();
          try {
            return together.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException stopped) {
            return false;
          }
        };

    try (LineThreads<Boolean> threads = threads(numbers(7), 7, meet)) {
      assertThat(all(threads)).hasSize(7).containsOnly(true);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void next_whileTheInputStaysOpen_givesWhatHasCome(int count) throws IOException {
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream reader = new PipedInputStream(writer);
        LineThreads<String> threads = threads(reader, count, LineThreadsTest::text)) {
      for (String line : List.of("one", "two", "three")) {
        writer.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        writer.flush();

        assertThat(threads.next()).isEqualTo(new LineThreads.Made<>(line.length() + 1, line));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 100_000, 3_000_000})
  void threads_whoseWorkNobodyTakes_readNoMoreThanThereIsRoomFor(int lineBytes)
      throws InterruptedException {
    Endless endless = new Endless(lineBytes);
    AtomicInteger worked = new AtomicInteger();
    int most = LineThreads.MOST_BYTES / Math.max(lineBytes, LineThreads.LEAST_BYTES);

    try (LineThreads<Integer> threads = threads(endless, 7, line -> worked.incrementAndGet())) {
      long before = -1;
      while (endless.given() != before) {
        before = endless.given();
        TimeUnit.MILLISECONDS.sleep(300);
      }

      assertThat(worked.get()).isPositive().isLessThanOrEqualTo(most);
      // One line is read before there is room for it, and one block ahead of that.
      assertThat(endless.given()).isLessThan((long) (most + 1) * lineBytes + 2 * 64 * 1024);
      assertThat(threads).isNotNull();
    }
  }

  @Test
  void next_ofEndlessLines_goesOnInTheRoomThereIs() throws IOException {
    try (LineThreads<Integer> threads = threads(new Endless(50_000), 3, Line::number)) {
      for (int number = 1; number <= 5_000; number++) {
        assertThat(threads.next()).isEqualTo(new LineThreads.Made<>(50_000, number));
      }
    }
  }

  @Test
  void next_ofALineThatCannotBeRead_throwsBehindThoseThatWere() throws IOException {
    InputStream breaking =
        new SequenceInputStream(
            new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)), new Broken());

    try (LineThreads<String> threads = threads(breaking, 2, LineThreadsTest::text)) {
      assertThat(threads.next()).isNotNull();
      assertThat(threads.next()).isNotNull();
      assertThatThrownBy(threads::next)
          .isInstanceOf(IOException.class)
          .hasMessage("the disk is gone");
    }
  }

  @Test
  void next_ofALineWhoseWorkThrew_throwsIt() throws IOException {
    Function<Line, String> work =
        line -> {
          if (line.number() == 2) {
            throw new OutOfMemoryError("too long");
          }
          return text(line);
        };

    try (LineThreads<String> threads = threads(numbers(3), 2, work)) {
      assertThat(threads.next()).isEqualTo(new LineThreads.Made<>(2, "0"));
      assertThatThrownBy(threads::next).isInstanceOf(OutOfMemoryError.class).hasMessage("too long");
    }
  }

  @Test
  void next_ofNoLine_isTheEnd() throws IOException {
    try (LineThreads<String> threads =
        threads(InputStream.nullInputStream(), 4, LineThreadsTest::text)) {
      assertThat(threads.next()).isNull();
    }
  }
}
