package io.wirewatch.ingest.poll;

import io.wirewatch.ingest.SimulatedClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Feeds in words of our own. */
final class Feeds {
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  /** An item of a feed. */
  record Item(String link, String headline, String text, Instant at) {}

  private Feeds() {}

  static String rss(List<Item> items) {
    return items.stream()
        .map(
            item ->
                "<item><title>%s</title><link>%s</link><description>%s</description><pubDate>%s</pubDate></item>"
                    .formatted(
                        item.headline(), item.link(), item.text(), RFC_822.format(item.at())))
        .collect(
            Collectors.joining(
                "\n",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Lantern Wire</title>",
                "</channel></rss>"));
  }

  static String rss(int from, int to) {
    return rss(
        java.util.stream.IntStream.range(from, to)
            .mapToObj(n -> item(n, "The bridge at post " + n + " is open again."))
            .toList());
  }

  static Item item(int number, String text) {
    return new Item(
        "http://wire.test/" + number,
        "Bridge number " + number + " opens",
        text,
        SimulatedClock.MONDAY.minusSeconds(3600L * (50 - number)));
  }
}
