package io.wirewatch.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The items of a feed as a person counts them. */
final class DistinctItems {
  private DistinctItems() {}

  /**
   * The items in their order: of those with one id, and of those with one link, the latest, or the
   * first where none is later, since feeds begin with the newest. A link that items of different
   * ids share is that of a page about them, not of an article, and would make one article of them.
   */
  static List<FeedItem> of(List<FeedItem> items) {
    List<FeedItem> distinct = latest(items, DistinctItems::key);
    Set<String> shared = shared(distinct);
    List<FeedItem> articles =
        distinct.stream()
            .map(item -> shared.contains(item.link()) ? item.withoutLink() : item)
            .toList();
    return latest(articles, FeedItem::link);
  }

  /** One for each key; those without a key all stay. */
  private static List<FeedItem> latest(
      List<FeedItem> items, Function<FeedItem, @Nullable String> keys) {
    Map<String, Integer> places = new HashMap<>();
    List<FeedItem> latest = new ArrayList<>(items.size());
    for (FeedItem item : items) {
      String key = keys.apply(item);
      Integer before = key == null ? null : places.putIfAbsent(key, latest.size());
      if (before == null) {
        latest.add(item);
      } else if (time(item).isAfter(time(latest.get(before)))) {
        latest.set(before, item);
      }
    }
    return latest;
  }

  /** Some write the same id into all items: only with the same link or headline is it one. */
  private static @Nullable String key(FeedItem item) {
    return item.id() == null || item.id().isBlank()
        ? null
        : item.id() + '\n' + (item.link() == null ? item.headline() : item.link());
  }

  private static Set<String> shared(List<FeedItem> items) {
    Map<String, FeedItem> first = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (FeedItem item : items) {
      FeedItem before = item.link() == null ? null : first.putIfAbsent(item.link(), item);
      if (before != null && isOther(before, item)) {
        shared.add(before.link());
      }
    }
    return shared;
  }

  /**
   * A text may be that of the same article at another time, unless the feed tells the two apart.
   */
  private static boolean isOther(FeedItem one, FeedItem other) {
    boolean named = !one.headline().isEmpty() || !other.headline().isEmpty();
    boolean toldApart = one.id() != null && other.id() != null && !one.id().equals(other.id());
    return !one.headline().equals(other.headline())
        || ((!named || toldApart) && !one.body().equals(other.body()));
  }

  private static Instant time(FeedItem item) {
    return Optional.ofNullable(item.published().at()).orElse(Instant.MIN);
  }
}
