package io.wirewatch.benchmarks.feeds;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a reader made of all files. */
final class FeedTally {
  private static final int MOST_REASON_CHARS = 60;

  int feeds;
  int feedsRead;
  int others;
  int othersRefused;
  int items;
  int crashes;
  int met;
  double slowestMillis;
  String slowest = "";
  final Map<String, Integer> reasons = new TreeMap<>();

  void add(Path file, boolean isFeed, ReadFeed read) {
    boolean refused = read.refused().isPresent();
    feeds += isFeed ? 1 : 0;
    feedsRead += isFeed && !refused ? 1 : 0;
    others += isFeed ? 0 : 1;
    othersRefused += !isFeed && refused ? 1 : 0;
    items += read.items().size();
    crashes += read.crash() ? 1 : 0;
    if (read.millis() > slowestMillis) {
      slowestMillis = read.millis();
      slowest = String.valueOf(file.getFileName());
    }
    read.refused().ifPresent(why -> reasons.merge(general(why), 1, Integer::sum));
  }

  /** Without what differs from file to file: numbers, names in quotes. */
  private static String general(String reason) {
    String same =
        reason.replaceAll("\"[^\"]*\"|'[^']*'", "…").replaceAll("[0-9]+", "N").replace('|', ' ');
    String line = same.lines().findFirst().orElse("");
    return line.length() > MOST_REASON_CHARS ? line.substring(0, MOST_REASON_CHARS) + "…" : line;
  }
}
