package io.wirewatch.dashboard.picture;

import io.wirewatch.dashboard.web.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The events that one page is sent, as long as it is open.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, Server-sent
 *     events</a>
 */
final class Page implements Reply.Flow {
  /* Only the last event of what is told at once carries a position: a page that loses its connection in between comes back
   * with the one before, and is told all of it again. */

  static final Duration QUIET = Duration.ofSeconds(15);
  private static final int ROOM = 64 * 1024;
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final SharedPicture picture;
  private Cursor cursor;

  /** For one that comes from there. */
  Page(SharedPicture picture, Cursor cursor) {
    this.picture = picture;
    this.cursor = cursor;
  }

  @Override
  public void into(OutputStream out) throws IOException {
    try {
      // So that the browser knows at once that it has got through.
      send(": wirewatch\n\n".getBytes(StandardCharsets.UTF_8), out);
      while (!picture.isClosed()) {
        News news = picture.after(cursor, QUIET);
        tell(news, out);
        cursor = news.cursor();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the server stops").initCause(stopped);
    }
  }

  private static void tell(News news, OutputStream out) throws IOException {
    Optional<String> id = news.position().map(Position::text);
    ByteArrayOutputStream events = new ByteArrayOutputStream(1024);
    news.notices()
        .forEach(notice -> event(events, notice.event(), Optional.empty(), notice.json()));
    if (news.isReset()) {
      event(events, "reset", id, NOTHING);
    }
    List<Item> items = news.items();
    for (int i = 0; i < items.size(); i++) {
      boolean isLast = i == items.size() - 1;
      event(events, items.get(i).event(), isLast ? id : Optional.empty(), items.get(i).json());
      if (events.size() > ROOM) {
        send(events.toByteArray(), out);
        events.reset();
      }
    }
    if (items.isEmpty() && !news.isReset()) {
      // Where nothing that is shown changes, the page is to know how far that is true.
      write(events, ":\n" + id.map(text -> "id: " + text + "\n").orElse("") + "\n");
    }
    send(events.toByteArray(), out);
  }

  private static void event(
      ByteArrayOutputStream events, String name, Optional<String> id, byte[] json) {
    write(events, "event: " + name + "\n" + id.map(text -> "id: " + text + "\n").orElse(""));
    write(events, "data: ");
    events.writeBytes(json);
    write(events, "\n\n");
  }

  private static void write(ByteArrayOutputStream events, String text) {
    events.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(byte[] bytes, OutputStream out) throws IOException {
    out.write(bytes);
    out.flush();
  }
}
