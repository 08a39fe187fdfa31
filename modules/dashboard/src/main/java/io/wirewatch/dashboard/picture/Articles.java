package io.wirewatch.dashboard.picture;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The articles that came last. For one thread. */
final class Articles {
  /* By when they came, not by when they were published: an alert follows its article within seconds, however old that
   * is, and needs its words. */
  private static final Comparator<HeldArticle> ARRIVAL =
      Comparator.comparing((HeldArticle article) -> article.stored().takenAt())
          .thenComparing(article -> article.stored().at().partition())
          .thenComparing(article -> article.stored().at().offset());
  private static final long MOST_BYTES_EACH = 16_384;

  private final int most;
  private final Map<String, HeldArticle> byId = new HashMap<>();
  private final NavigableSet<HeldArticle> byArrival = new TreeSet<>(ARRIVAL);
  private long bytes;

  /** Holds so many, and fewer where they are long: what anybody writes must not fill the memory. */
  Articles(int most) {
    this.most = most;
  }

  /** Holds one, in place of what was there under its id; the oldest make room. */
  void put(HeldArticle article) {
    HeldArticle before = byId.put(article.id(), article);
    if (before != null) {
      byArrival.remove(before);
      bytes -= before.size();
    }
    byArrival.add(article);
    bytes += article.size();
    while (byArrival.size() > most || bytes > most * MOST_BYTES_EACH) {
      HeldArticle oldest = byArrival.pollFirst();
      if (oldest == null) {
        return;
      }
      byId.remove(oldest.id());
      bytes -= oldest.size();
    }
  }

  Optional<HeldArticle> get(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All of them, in no order; a copy. */
  Collection<HeldArticle> all() {
    return List.copyOf(byId.values());
  }
}
