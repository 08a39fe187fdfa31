package io.wirewatch.app;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 on its way to a screen. What a terminal would obey, or what turns the direction of the text
 * behind it, becomes the six characters of its JSON escape ({@code \}{@code u001b}): in a line of
 * JSON the same text, elsewhere a visible one. Line feeds and tabs stay.
 */
final class TameStream extends FilterOutputStream {
  /* C0 and DEL are single bytes; C1 is C2 80 to C2 9F; what turns directions is E2 80 AA to AE and
   * E2 81 A6 to A9. Bytes that may begin one of these wait for what follows. */

  private static final int C1_LEAD = 0xC2;
  private static final int TURN_LEAD = 0xE2;

  private final ByteArrayOutputStream tame = new ByteArrayOutputStream();
  private int lead;
  private int second;

  TameStream(OutputStream screen) {
    super(screen);
  }

  @Override
  public synchronized void write(int b) throws IOException {
    take(b & 0xFF);
    hand();
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    for (int at = from; at < from + length; at++) {
      take(bytes[at] & 0xFF);
    }
    hand();
  }

  @Override
  public synchronized void close() throws IOException {
    release();
    hand();
    super.close();
  }

  private void hand() throws IOException {
    tame.writeTo(out);
    tame.reset();
  }

  private void take(int b) {
    if (second != 0) {
      takeThird(b);
    } else if (lead == TURN_LEAD && (b == 0x80 || b == 0x81)) {
      second = b;
    } else if (lead == C1_LEAD && b >= 0x80 && b <= 0x9F) {
      lead = 0;
      escape(b);
    } else {
      release();
      takeFirst(b);
    }
  }

  private void takeFirst(int b) {
    if (b == C1_LEAD || b == TURN_LEAD) {
      lead = b;
    } else if ((b < ' ' && b != '\n' && b != '\t') || b == 0x7F) {
      escape(b);
    } else {
      tame.write(b);
    }
  }

  private void takeThird(int b) {
    boolean turns = second == 0x80 ? b >= 0xAA && b <= 0xAE : b >= 0xA6 && b <= 0xA9;
    if (turns) {
      int c = 0x2000 | (second & 0x3F) << 6 | (b & 0x3F);
      lead = 0;
      second = 0;
      escape(c);
    } else {
      release();
      takeFirst(b);
    }
  }

  private void release() {
    if (lead != 0) {
      tame.write(lead);
    }
    if (second != 0) {
      tame.write(second);
    }
    lead = 0;
    second = 0;
  }

  private void escape(int c) {
    tame.writeBytes("\\u%04x".formatted(c).getBytes(StandardCharsets.US_ASCII));
  }
}
