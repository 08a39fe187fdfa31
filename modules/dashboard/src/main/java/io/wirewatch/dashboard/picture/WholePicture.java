package io.wirewatch.dashboard.picture;

import io.wirewatch.dashboard.web.Reply;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The whole picture, written out piece by piece: as one text it would take tens of megabytes. */
record WholePicture(SharedPicture.Look look) implements Reply.Flow {
  private static final int BUFFER = 64 * 1024;

  @Override
  public void into(OutputStream out) throws IOException {
    Picture.Snapshot all = look.snapshot();
    OutputStream buffered = new BufferedOutputStream(out, BUFFER);
    // A position is of letters, figures and marks that stand for themselves in JSON.
    write(
        buffered,
        "{\"position\":\"" + all.position().text() + "\",\"loading\":" + look.isLoading());
    write(buffered, "alerts", all.alerts());
    write(buffered, "incidents", all.incidents());
    write(buffered, "desk", all.desk());
    write(buffered, "}");
    buffered.flush();
  }

  private static void write(OutputStream out, String name, List<? extends Item> items)
      throws IOException {
    String before = ",\"" + name + "\":[";
    for (Item item : items) {
      write(out, before);
      out.write(item.json());
      before = ",";
    }
    write(out, items.isEmpty() ? before + "]" : "]");
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
