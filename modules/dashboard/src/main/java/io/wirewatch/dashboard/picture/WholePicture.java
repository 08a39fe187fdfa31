package io.wirewatch.dashboard.picture;

import java.io.ByteArrayOutputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** The whole picture as JSON. Thread-safe. */
final class WholePicture {
  /* It may be tens of megabytes, and after a reset all pages ask for it at once; so those that wait while it is written
   * share the next one. None gets one that was begun before it asked: a page may have been told of something already that
   * is not in that. */

  private static final int GUESS = 1 << 20;

  private final SharedPicture picture;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong begun = new AtomicLong();
  private WeakReference<Written> last = new WeakReference<>(null);
  private int size = GUESS;

  /** The how manieth it is. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
  private record Written(long number, byte[] json) {}

  WholePicture(SharedPicture picture) {
    this.picture = picture;
  }

  /** As it is now. */
  byte[] json() {
    long before = begun.get();
    writing.lock();
    try {
      Written shared = last.get();
      if (shared == null || shared.number() <= before) {
        shared = new Written(begun.incrementAndGet(), written(picture.look(), size));
        last = new WeakReference<>(shared);
        size = shared.json().length + GUESS;
      }
      return shared.json();
    } finally {
      writing.unlock();
    }
  }

  private static byte[] written(SharedPicture.Look look, int size) {
    Picture.Snapshot all = look.snapshot();
    ByteArrayOutputStream out = new ByteArrayOutputStream(size);
    // A position is of letters, figures and marks that stand for themselves in JSON.
    write(out, "{\"position\":\"" + all.position().text() + "\",\"loading\":" + look.isLoading());
    write(out, "alerts", all.alerts());
    write(out, "incidents", all.incidents());
    write(out, "desk", all.desk());
    write(out, "}");
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String name, List<? extends Item> items) {
    write(out, ",\"" + name + "\":[");
    String before = "";
    for (Item item : items) {
      write(out, before);
      out.writeBytes(item.json());
      before = ",";
    }
    write(out, "]");
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
