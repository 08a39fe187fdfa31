package io.wirewatch.dashboard.picture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a page has been told by this server.
 *
 * @param start where it comes from; null once it has been told what it missed
 * @param reading the how manieth reading of the topics that was
 * @param change the number of the newest change
 * @param said the number of the newest notice
 */
record Cursor(@Nullable Start start, long reading, long change, long said) {

  /**
   * Where a page comes from.
   *
   * @param isNew it wants what comes from now on
   * @param seen up to where it was told; empty where it says something that makes no sense
   */
  record Start(boolean isNew, Optional<Position> seen) {}

  /** Of a page that says so of itself. */
  static Cursor of(Optional<String> position) {
    return new Cursor(new Start(position.isEmpty(), position.flatMap(Position::of)), 0, 0, 0);
  }

  Cursor said(long last) {
    return new Cursor(start, reading, change, last);
  }
}
