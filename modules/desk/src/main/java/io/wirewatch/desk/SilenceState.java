package io.wirewatch.desk;

import io.wirewatch.DeskEntry;
import io.wirewatch.Silence;
import java.time.Instant;
import java.util.Locale;

/**
 * How a silence stands by its times alone; whether its story is cold only the one that tells knows.
 */
public enum SilenceState {
  /** It begins later. */
  PLANNED,
  HOLDS,
  OVER,
  /** It is over, and what it hid has been said. */
  TOLD;

  public static SilenceState of(DeskEntry entry, Instant now) {
    Silence silence = entry.getSilence();
    if (silence == null || silence.getTold()) {
      return TOLD;
    }
    if (!now.isBefore(silence.getEnd())) {
      return OVER;
    }
    return now.isBefore(silence.getStart()) ? PLANNED : HOLDS;
  }

  public boolean isOver() {
    return this == OVER || this == TOLD;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
