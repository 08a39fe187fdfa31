package io.wirewatch.benchmarks.feeds;

import io.wirewatch.benchmarks.quality.TextTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads a folder of feeds with wirewatch and with ROME. */
public final class FeedsTable {
  private static final List<FeedParser> PARSERS = List.of(new WirewatchFeeds(), new RomeFeeds());

  private final Path folder;
  private final FeedExpectations expected;
  private final PrintStream out;

  /** A table of the feeds in a folder; what is expected of them may be the empty path. */
  public FeedsTable(Path folder, Path expected, PrintStream out) throws IOException {
    this.folder = folder;
    this.expected =
        expected.toString().isEmpty() ? FeedExpectations.none() : FeedExpectations.read(expected);
    this.out = out;
  }

  /** Reads and prints. */
  public void run() throws IOException, InterruptedException {
    List<Path> files = FeedFiles.in(folder);
    Map<FeedParser, FeedTally> tallies = new LinkedHashMap<>();
    ExecutorService worker = Executors.newCachedThreadPool(FeedsTable::daemon);
    for (FeedParser parser : PARSERS) {
      // The first reading loads and compiles classes.
      read(files.subList(0, Math.min(200, files.size())), parser, worker);
      tallies.put(parser, read(files, parser, worker));
    }
    worker.shutdownNow();
    print(tallies);
  }

  private FeedTally read(List<Path> files, FeedParser parser, ExecutorService worker)
      throws IOException, InterruptedException {
    FeedTally tally = new FeedTally();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      ReadFeed read = ReadFeed.of(parser, bytes, worker);
      tally.add(file, FeedFiles.isFeed(bytes), read);
      tally.met += expected.met(String.valueOf(file.getFileName()), read);
    }
    return tally;
  }

  private void print(Map<FeedParser, FeedTally> tallies) {
    TextTable table =
        new TextTable(
            "reader",
            "feeds read",
            "other files refused",
            "items",
            "crashes and hangs",
            "expectations met",
            "slowest file");
    TextTable reasons = new TextTable("reader", "refused because", "files");
    tallies.forEach(
        (parser, tally) -> {
          table.row(
              parser.name(),
              "%,d of %,d".formatted(tally.feedsRead, tally.feeds),
              "%,d of %,d".formatted(tally.othersRefused, tally.others),
              "%,d".formatted(tally.items),
              "%,d".formatted(tally.crashes),
              expected.all() == 0 ? "" : "%d of %d".formatted(tally.met, expected.all()),
              "%.0f ms (%s)".formatted(tally.slowestMillis, tally.slowest));
          tally.reasons.forEach((why, files) -> reasons.row(parser.name(), why, "" + files));
        });
    table.print(out);
    reasons.print(out);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "feed");
    thread.setDaemon(true);
    return thread;
  }
}
