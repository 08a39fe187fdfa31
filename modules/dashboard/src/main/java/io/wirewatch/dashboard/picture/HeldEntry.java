package io.wirewatch.dashboard.picture;

import io.wirewatch.DeskEntry;

/**
 * What a desk decided, or that it was taken back.
 *
 * @param at where that is said
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record HeldEntry(String id, Origin at, boolean isGone, byte[] json) implements Item {
  static final String EVENT = "desk";

  static HeldEntry of(DeskEntry entry, Stored stored) {
    return new HeldEntry(entry.getId(), stored.at(), false, DeskLine.of(entry));
  }

  static HeldEntry gone(String id, Origin at) {
    return new HeldEntry(id, at, true, DeskLine.gone(id));
  }

  @Override
  public String event() {
    return EVENT;
  }

  @Override
  public boolean isNewsAt(Position position) {
    return position.isBefore(at);
  }
}
