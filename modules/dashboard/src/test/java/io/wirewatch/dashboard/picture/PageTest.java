package io.wirewatch.dashboard.picture;

import static io.wirewatch.dashboard.picture.Samples.TIME;
import static io.wirewatch.dashboard.picture.Samples.aComment;
import static io.wirewatch.dashboard.picture.Samples.anAlert;
import static io.wirewatch.dashboard.picture.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PageTest {
  private final SharedPicture picture =
      new SharedPicture(() -> Samples.picture(100, 100), Clock.fixed(TIME, ZoneOffset.UTC));
  private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
  private long offset;

  @AfterEach
  void close() {
    picture.close();
  }

  @Test
  void page_thatIsNew_isToldWhatComes() throws Exception {
    take("before");
    picture.loaded();
    open(Optional.empty());
    assertThat(next()).isEqualTo(":\nid: " + position() + "\n\n");

    take("new");

    assertThat(next())
        .startsWith("event: alert\nid: " + position() + "\ndata: {\"id\":\"new\"")
        .endsWith("}\n\n");
  }

  @Test
  void page_thatComesBack_isToldWhatItMissedAndOnlyThat() throws Exception {
    take("before");
    String seen = position();
    take("missed");
    comment("missed too");
    picture.loaded();
    open(Optional.of(seen));

    String told = next();

    assertThat(told).contains("\"missed\"", "missed too").doesNotContain("\"before\"");
    assertThat(told.lines().filter(line -> line.startsWith("id: ")).toList())
        .as("only behind all of it")
        .containsExactly("id: " + position());
    assertThat(told.indexOf("id: ")).isGreaterThan(told.indexOf("\"missed\""));
  }

  @Test
  void page_ofAPositionThatMakesNoSense_isToLoadThePicture() throws Exception {
    picture.loaded();
    open(Optional.of("7"));

    assertThat(next()).isEqualTo("event: reset\nid: " + position() + "\ndata: {}\n\n");
  }

  @Test
  void page_whileTheTopicsAreRead_isToldNoPositionButNotices() throws Exception {
    String seen = position();
    take("missed");
    open(Optional.of(seen));
    picture.say("health", "{\"at\":1}".getBytes(StandardCharsets.UTF_8));
    assertThat(next()).startsWith("event: health\ndata: {\"at\":1}\n\n").doesNotContain("id:");

    picture.loaded();

    assertThat(next()).contains("\"missed\"", "id: ");
  }

  @Test
  void page_whenTopicsAreReadOnceMore_isToLoadThePictureOnceTheyHaveBeen() throws Exception {
    picture.loaded();
    open(Optional.empty());
    next();

    picture.startOver();
    picture.say("health", "{}".getBytes(StandardCharsets.UTF_8));
    assertThat(next()).startsWith("event: health\n").doesNotContain("reset");
    picture.loaded();

    assertThat(next()).contains("event: reset\n");
  }

  @Test
  void page_ofAServerThatIsAhead_waitsForThisOne() throws Exception {
    picture.loaded();
    Position ahead =
        new Position(
            Position.minuteOf(TIME), Map.of(Watched.ALERTS, new Position.Stand("0a", List.of(1L))));
    open(Optional.of(ahead.text()));
    assertThat(written.poll(200, TimeUnit.MILLISECONDS)).isNull();

    take("known there");

    assertThat(next()).startsWith(":\nid: ");
  }

  @Test
  void page_thatIsBehind_isToldTheLastStateOfEachAlone() throws Exception {
    picture.loaded();
    Cursor cursor = picture.after(Cursor.of(Optional.empty()), Page.QUIET).cursor();
    take("a");
    take("b");
    take("a");

    assertThat(picture.after(cursor, Page.QUIET).items())
        .extracting(Item::id)
        .containsExactly("b", "a");
  }

  @Test
  void page_whoseConnectionIsGone_ends() throws Exception {
    picture.loaded();
    Thread page =
        start(
            Optional.empty(),
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("gone");
              }
            });

    page.join(5_000);

    assertThat(page.isAlive()).isFalse();
  }

  @Test
  void page_whenThePictureIsClosed_ends() throws Exception {
    picture.loaded();
    Thread page = open(Optional.empty());
    next();

    picture.close();
    page.join(5_000);

    assertThat(page.isAlive()).isFalse();
  }

  private Thread open(Optional<String> seen) throws InterruptedException {
    Thread page =
        start(
            seen,
            new OutputStream() {
              @Override
              public void write(int b) {
                throw new UnsupportedOperationException("a byte at a time");
              }

              @Override
              public void write(byte[] bytes) {
                written.add(new String(bytes, StandardCharsets.UTF_8));
              }
            });
    assertThat(next()).isEqualTo(": wirewatch\n\n");
    return page;
  }

  private Thread start(Optional<String> seen, OutputStream out) {
    Page page = new Page(picture, Cursor.of(seen));
    Thread thread =
        new Thread(
            () -> {
              try {
                page.into(out);
              } catch (IOException gone) {
                written.add("gone");
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private String next() throws InterruptedException {
    String next = written.poll(5, TimeUnit.SECONDS);
    assertThat(next).as("told within 5 seconds").isNotNull();
    return next;
  }

  private String position() {
    return picture.look().snapshot().position().text();
  }

  private void take(String id) {
    Alert alert = anAlert(id).build();
    long at = offset++;
    picture.change(
        now -> {
          now.take(alert, stored(Watched.ALERTS, at, alert));
          now.passed(Watched.ALERTS, 0, at + 1);
        });
    picture.announce();
  }

  private void comment(String text) {
    picture.change(
        now -> {
          now.take(aComment("comment/" + text, "i"), stored(Watched.DESK, 0));
          now.passed(Watched.DESK, 0, 1);
        });
    picture.announce();
  }
}
