package io.wirewatch.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of a feed as a person counts them. */
final class DistinctItems {
  private DistinctItems() {}

  /**
   * The items in their order: of those with one id the latest, or the first where none is later. A
   * link that items of different ids share is that of a page about them, not of an article, and
   * would make one article of them.
   */
  static List<FeedItem> of(List<FeedItem> items) {
    Map<String, Integer> places = new HashMap<>();
    List<FeedItem> distinct = new ArrayList<>(items.size());
    for (FeedItem item : items) {
      String key = key(item);
      Integer before = key == null ? null : places.get(key);
      if (before == null) {
        if (key != null) {
          places.put(key, distinct.size());
        }
        distinct.add(item);
      } else if (time(item).isAfter(time(distinct.get(before)))) {
        distinct.set(before, item);
      }
    }
    Set<String> shared = shared(distinct);
    return distinct.stream()
        .map(item -> shared.contains(item.link()) ? item.withoutLink() : item)
        .toList();
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
      if (before != null && !text(before).equals(text(item))) {
        shared.add(before.link());
      }
    }
    return shared;
  }

  private static String text(FeedItem item) {
    return item.headline().isEmpty() ? item.body() : item.headline();
  }

  private static Instant time(FeedItem item) {
    return Optional.ofNullable(item.published().at()).orElse(Instant.MIN);
  }
}
