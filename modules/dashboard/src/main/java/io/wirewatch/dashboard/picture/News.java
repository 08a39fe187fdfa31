package io.wirewatch.dashboard.picture;

import java.util.List;
import java.util.Optional;

/**
 * What a page is told next.
 *
 * @param isReset it is to load the picture again
 * @param items what has changed, the newest last
 * @param notices what is said to all pages and not held
 * @param position that of the page once it has been told; empty while nothing can be said of it
 * @param cursor from where what is to be told after this goes on
 */
record News(
    boolean isReset,
    List<Item> items,
    List<Notice> notices,
    Optional<Position> position,
    Cursor cursor) {

  /** Something that is said to all pages; JSON. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
  record Notice(long number, String event, byte[] json) {}
}
