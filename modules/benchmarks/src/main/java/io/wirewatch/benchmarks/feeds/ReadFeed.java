package io.wirewatch.benchmarks.feeds;

import io.wirewatch.benchmarks.feeds.FeedParser.UnreadableFeedException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What became of a file.
 *
 * @param refused why it was not read; empty where it was
 * @param crash whether it was refused by an exception that nobody announced, or by none in time
 */
record ReadFeed(List<FeedItemText> items, Optional<String> refused, boolean crash, double millis) {
  private static final int MOST_SECONDS = 30;

  static ReadFeed of(FeedParser parser, byte[] feed, ExecutorService worker)
      throws InterruptedException {
    long start = System.nanoTime();
    Future<List<FeedItemText>> reading = worker.submit(() -> parser.items(feed));
    try {
      List<FeedItemText> items = reading.get(MOST_SECONDS, TimeUnit.SECONDS);
      return new ReadFeed(items, Optional.empty(), false, since(start));
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      boolean announced = cause instanceof UnreadableFeedException;
      String why =
          announced ? String.valueOf(cause.getMessage()) : cause.getClass().getSimpleName();
      return new ReadFeed(List.of(), Optional.of(why), !announced, since(start));
    } catch (TimeoutException hangs) {
      reading.cancel(true);
      return new ReadFeed(List.of(), Optional.of("hangs"), true, since(start));
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
