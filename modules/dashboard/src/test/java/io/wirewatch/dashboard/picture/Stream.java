package io.wirewatch.dashboard.picture;

import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.dashboard.web.User;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A page that is open, without HTTP: what it is sent. */
final class Stream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean isClosed;
  private volatile String lastId = "";

  /** One event; the name is empty of what only tells a position, the id of what tells none. */
  record Event(String name, String data, String id) {}

  private Stream(Reply.Flow flow) {
    thread = new Thread(() -> flow(flow));
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens one; from now on where no position is given. */
  static Stream open(LivePicture picture, Optional<String> position) {
    Reply reply =
        reply(picture, "/api/stream", position.map(p -> Map.of("after", p)).orElse(Map.of()));
    return new Stream(((Reply.Flowing) reply).flow());
  }

  /** What a route of it replies. */
  static Reply reply(LivePicture picture, String path, Map<String, String> query) {
    Route route =
        picture.routes().stream()
            .filter(
                one ->
                    one.path()
                        .equals(path.substring(0, Math.min(path.length(), one.path().length()))))
            .reduce((shorter, longer) -> longer)
            .orElseThrow();
    return route
        .handler()
        .reply(new Request(User.LOCAL, "GET", path, query, Optional.empty(), new byte[0]));
  }

  private void flow(Reply.Flow flow) {
    try {
      flow.into(
          new OutputStream() {
            @Override
            public void write(int b) {
              throw new UnsupportedOperationException("a byte at a time");
            }

            @Override
            public void write(byte[] bytes) throws IOException {
              take(new String(bytes, StandardCharsets.UTF_8));
            }
          });
    } catch (IOException gone) {
      isClosed = true;
    }
  }

  private void take(String text) throws IOException {
    if (isClosed) {
      throw new IOException("closed");
    }
    for (String block : text.strip().split("\n\n", -1)) {
      String name = "";
      String data = "";
      String id = "";
      for (String line : block.lines().toList()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
          lastId = id;
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        }
      }
      events.add(new Event(name, data, id));
    }
  }

  /** The position that a browser would come back with. */
  String lastId() {
    return lastId;
  }

  /** The first event from now on that is so; others are passed over. */
  Event next(Predicate<Event> wanted) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<Event> others = new ArrayList<>();
    while (System.nanoTime() < end) {
      Event event = events.poll(100, TimeUnit.MILLISECONDS);
      if (event != null && wanted.test(event)) {
        return event;
      }
      if (event != null) {
        others.add(event);
      }
    }
    throw new AssertionError("nothing of that kind came, but " + others);
  }

  /** What it is told when it opens, up to where it stands. */
  List<Event> toPosition() throws InterruptedException {
    List<Event> told = new ArrayList<>();
    next(
        event -> {
          if (!event.name().isEmpty()) {
            told.add(event);
          }
          return !event.id().isEmpty();
        });
    return told;
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
