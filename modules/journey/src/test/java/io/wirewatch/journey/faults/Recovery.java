package io.wirewatch.journey.faults;

import io.wirewatch.contract.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long faults were felt. Pure.
 *
 * @param firstMillis from a fault until every partition of enriched articles and of alerts had a
 *     committed record whose article was published after it; the longest of all faults
 * @param lagMillis from the last fault until no article that was waiting had waited for more than
 *     two seconds
 */
record Recovery(long firstMillis, long lagMillis) {
  private static final long SLOW_MILLIS = 2_000;

  /** When one article's text was published and when it was through. */
  private record Way(int partition, long fromMillis, long toMillis) {}

  /** What a run's records say about the faults at these times; none of both without faults. */
  static Recovery of(List<Seen> seen, List<Long> faults) {
    if (faults.isEmpty()) {
      return new Recovery(0, 0);
    }
    List<Way> ways = ways(seen);
    long first = 0;
    for (long fault : faults) {
      first = Math.max(first, first(ways, fault));
    }
    long last = faults.get(faults.size() - 1);
    long through = last;
    for (Way way : ways) {
      if (way.toMillis() > last && way.toMillis() - way.fromMillis() > SLOW_MILLIS) {
        through = Math.max(through, way.toMillis());
      }
    }
    return new Recovery(first, through - last);
  }

  /** Until each partition has given out something that was published after the fault. */
  private static long first(List<Way> ways, long fault) {
    Map<Integer, Long> first = new HashMap<>();
    for (Way way : ways) {
      if (way.fromMillis() > fault) {
        first.merge(way.partition(), way.toMillis() - fault, Math::min);
      }
    }
    return first.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static List<Way> ways(List<Seen> seen) {
    Map<String, Long> published = new HashMap<>();
    for (Seen one : seen) {
      if (one.topic().equals(Topics.RAW_ARTICLES.name())) {
        published.putIfAbsent(text(one.item()), one.atMillis());
      }
    }
    List<Way> ways = new ArrayList<>();
    for (Seen one : seen) {
      boolean enriched = one.topic().equals(Topics.ENRICHED_ARTICLES.name());
      boolean alert = one.topic().equals(Topics.ALERTS.name());
      Long from =
          enriched || alert
              ? published.get(one.item().article() + KnownArticle.edition(one.item().revision()))
              : null;
      if (from != null) {
        ways.add(new Way((alert ? 1000 : 0) + one.partition(), from, one.atMillis()));
      }
    }
    return ways;
  }

  private static String text(Item raw) {
    return raw.article() + raw.what();
  }
}
