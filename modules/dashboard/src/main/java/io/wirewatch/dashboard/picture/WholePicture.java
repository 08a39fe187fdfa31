package io.wirewatch.dashboard.picture;

import io.wirewatch.dashboard.web.Gzip;
import io.wirewatch.dashboard.web.Reply;
import java.io.ByteArrayOutputStream;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The whole picture as JSON. Thread-safe. */
final class WholePicture {
  /* It may be tens of megabytes, and after a reset all pages ask for it at once; so those that wait while it is written
   * share the next one, and while nothing changes all share the last. None gets one that lacks what had changed before it
   * asked: a page may have been told of that already. */

  private static final int GUESS = 1 << 20;

  private final SharedPicture picture;
  private final Form form;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong begun = new AtomicLong();
  private @Nullable Written last;
  private volatile int size = GUESS;

  /**
   * One that was written.
   *
   * @param number the how manieth it is
   * @param plain may be gone: it is ten times as large
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
  private record Written(
      long number, SharedPicture.Version version, byte[] gzip, SoftReference<byte[]> plain) {}

  WholePicture(SharedPicture picture, Form form) {
    this.picture = picture;
    this.form = form;
  }

  /** As it is now, for a browser. */
  Reply reply() {
    return new Reply.Packed("application/json", written().gzip(), this::json, Map.of());
  }

  /** As it is now. */
  byte[] json() {
    byte[] plain = written().plain().get();
    if (plain != null) {
      return plain;
    }
    return text(picture.look());
  }

  private Written written() {
    long before = begun.get();
    SharedPicture.Version now = picture.version();
    writing.lock();
    try {
      Written shared = last;
      if (shared == null || (shared.number() <= before && !shared.version().equals(now))) {
        long number = begun.incrementAndGet();
        SharedPicture.Look look = picture.look();
        byte[] text = text(look);
        size = text.length + GUESS;
        shared = new Written(number, look.version(), Gzip.packed(text), new SoftReference<>(text));
        last = shared;
      }
      return shared;
    } finally {
      writing.unlock();
    }
  }

  private byte[] text(SharedPicture.Look look) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(size);
    form.write(out, look);
    return out.toByteArray();
  }
}
