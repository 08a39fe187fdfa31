package io.wirewatch.dashboard.picture;

import io.wirewatch.dashboard.picture.News.Notice;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The picture, which one thread makes and many look at and wait for. */
final class SharedPicture implements AutoCloseable {
  /** A server may be a little behind the one that a page comes from. */
  private static final Duration CATCHING_UP = Duration.ofSeconds(5);

  private static final long MINUTES_OF_A_VERSION = 10;

  private final Supplier<Picture> empty;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition moved = lock.newCondition();
  private final Map<String, Notice> notices = new LinkedHashMap<>();
  private Picture picture;
  private long reading = 1;
  private long said;
  private long announced;
  private boolean isLoaded;
  private boolean isClosed;

  /** Begins with such an empty one. */
  SharedPicture(Supplier<Picture> empty, Clock clock) {
    this.empty = empty;
    this.clock = clock;
    picture = empty.get();
  }

  /** All of it, and whether all that there was has been read. */
  record Look(boolean isLoading, Picture.Snapshot snapshot, Version version) {}

  /**
   * What is shown is the same for the same one.
   *
   * @param time a number that is another every few minutes: a position grows old
   */
  record Version(long reading, long change, boolean isLoaded, long time) {}

  /** Everything is read once more; pages keep what they have until it has been. */
  void startOver() {
    change(
        before -> {
          picture = empty.get();
          reading++;
          isLoaded = false;
        });
  }

  /** Changes it; who waits is not told yet. */
  void change(Consumer<Picture> how) {
    ask(
        now -> {
          how.accept(now);
          return now;
        });
  }

  /** Looks at it. */
  <T> T ask(Function<Picture, T> question) {
    lock.lock();
    try {
      return question.apply(picture);
    } finally {
      lock.unlock();
    }
  }

  /** All of it. */
  Look look() {
    return ask(now -> new Look(!isLoaded, now.snapshot(minute()), version()));
  }

  /** Which one it is. */
  Version version() {
    return ask(
        now -> new Version(reading, now.lastChange(), isLoaded, minute() / MINUTES_OF_A_VERSION));
  }

  /** All that there was has been read. */
  void loaded() {
    change(
        now -> {
          isLoaded = true;
          wake();
        });
  }

  /** Says something to all pages; of an event only the newest is kept for those that are behind. */
  void say(String event, byte[] json) {
    change(
        now -> {
          notices.put(event, new Notice(++said, event, json));
          wake();
        });
  }

  /** Tells those who wait for it, if it has changed. */
  void announce() {
    change(
        now -> {
          moved.signalAll();
          // Each that waits is a thread, and there may be hundreds.
          if (now.lastChange() != announced) {
            wake();
          }
        });
  }

  private void wake() {
    announced = picture.lastChange();
    changed.signalAll();
    moved.signalAll();
  }

  /**
   * What is new; waits for it, at most so long.
   *
   * @throws InterruptedException where the page is to end
   */
  News after(Cursor cursor, Duration most) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      await(changed, () -> said > cursor.said() || isBehind(cursor), most);
      List<Notice> news =
          notices.values().stream().filter(one -> one.number() > cursor.said()).toList();
      if (!isLoaded) {
        return new News(false, List.of(), news, Optional.empty(), cursor.said(said));
      }
      Optional<List<Item>> items = items(cursor);
      return new News(
          items.isEmpty(),
          items.orElse(List.of()),
          news,
          Optional.of(picture.position(minute())),
          new Cursor(null, reading, picture.lastChange(), said));
    } finally {
      lock.unlock();
    }
  }

  private boolean isBehind(Cursor cursor) {
    return isLoaded
        && (cursor.start() != null
            || cursor.reading() != reading
            || cursor.change() != picture.lastChange());
  }

  private Optional<List<Item>> items(Cursor cursor) throws InterruptedException {
    Cursor.Start start = cursor.start();
    if (start == null) {
      return cursor.reading() == reading
          ? Optional.of(picture.after(cursor.change()))
          : Optional.empty();
    }
    if (start.isNew() || start.seen().isEmpty()) {
      return start.isNew() ? Optional.of(List.of()) : Optional.empty();
    }
    Position seen = start.seen().get();
    await(moved, () -> !picture.isYetToReach(seen), CATCHING_UP);
    return picture.missedSince(seen, clock.instant());
  }

  private void await(Condition news, BooleanSupplier wanted, Duration most)
      throws InterruptedException {
    long left = most.toNanos();
    while (!wanted.getAsBoolean() && !isClosed && left > 0) {
      left = news.awaitNanos(left);
    }
  }

  private long minute() {
    return Position.minuteOf(clock.instant());
  }

  boolean isLoaded() {
    return ask(now -> isLoaded);
  }

  boolean isClosed() {
    return ask(now -> isClosed);
  }

  /** Nobody waits any more. */
  @Override
  public void close() {
    change(
        now -> {
          isClosed = true;
          wake();
        });
  }
}
