package io.wirewatch.dashboard.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The whole picture as JSON. Thread-safe. */
final class WholePicture {
  /* It may be tens of megabytes, and after a reset all pages ask for it at once; so they share one, which may be a second
   * old: its position says so, and the stream goes on from there. */

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int GUESS = 1 << 20;

  private final SharedPicture picture;
  private byte[] json = new byte[0];
  private long made;

  WholePicture(SharedPicture picture) {
    this.picture = picture;
  }

  /** As it is now, or was a second ago. */
  synchronized byte[] json() {
    if (json.length == 0 || System.nanoTime() - made > FRESH.toNanos()) {
      json = written(picture.look());
      made = System.nanoTime();
    }
    return json;
  }

  private byte[] written(SharedPicture.Look look) {
    Picture.Snapshot all = look.snapshot();
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(GUESS, json.length));
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
