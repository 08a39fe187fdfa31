package io.wirewatch.dashboard.picture;

import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pages that are open, each with a thread that waits for what is new. */
final class Pages {
  private static final Duration STUCK = Duration.ofSeconds(30);

  private final SharedPicture picture;
  private final int most;
  private final Set<Page> open = ConcurrentHashMap.newKeySet();

  /** So many at once. */
  Pages(SharedPicture picture, int most) {
    this.picture = picture;
    this.most = most;
  }

  /** Opens one, from {@code Last-Event-ID} or the position {@code after}; else from now on. */
  Reply open(Request request) {
    if (open.size() >= most) {
      return Reply.error(
          503, "%d pages are open already; close some, or set dashboard.streams".formatted(most));
    }
    Cursor cursor = Cursor.of(request.lastEventId().or(() -> request.asked("after")));
    return new Reply.Flowing(
        "text/event-stream",
        new Page(picture, this, cursor),
        Map.of("Cache-Control", "no-store", "X-Accel-Buffering", "no"));
  }

  void add(Page page) {
    open.add(page);
  }

  void remove(Page page) {
    open.remove(page);
  }

  /** How many are open. */
  int count() {
    return open.size();
  }

  /** Ends those that do not read what they are sent. */
  void sweep() {
    open.forEach(page -> page.endIfStuck(STUCK));
  }
}
