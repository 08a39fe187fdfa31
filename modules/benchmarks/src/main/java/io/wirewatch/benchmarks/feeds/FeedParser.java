package io.wirewatch.benchmarks.feeds;

import java.util.List;

/** A reader of feeds that is measured. */
interface FeedParser {

  /** What the table calls it. */
  String name();

  /**
   * The items of a feed, in its order.
   *
   * @throws UnreadableFeedException where the reader says that it cannot read it
   */
  List<FeedItemText> items(byte[] feed) throws UnreadableFeedException;

  /** A feed that a reader refuses, as the reader is meant to. */
  final class UnreadableFeedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableFeedException(Throwable cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }
}
