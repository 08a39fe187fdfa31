package io.wirewatch.ingest.websub;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All subscriptions, by source and by path. Thread-safe. */
final class Subscriptions {
  private final Map<String, Subscription> bySource = new ConcurrentHashMap<>();
  private final Map<String, Subscription> byPath = new ConcurrentHashMap<>();

  void add(Subscription subscription) {
    byPath.put(subscription.path(), subscription);
    bySource.put(subscription.source(), subscription);
  }

  Optional<Subscription> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  Optional<Subscription> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The source has none any more, but its path is there until the hub has verified that. */
  void leave(Subscription subscription) {
    subscription.leave();
    bySource.remove(subscription.source(), subscription);
  }

  boolean remove(Subscription subscription) {
    bySource.remove(subscription.source(), subscription);
    return byPath.remove(subscription.path(), subscription);
  }

  Collection<Subscription> all() {
    return List.copyOf(bySource.values());
  }

  /** Those that leave and were not verified to. */
  Collection<Subscription> leaving() {
    return byPath.values().stream().filter(Subscription::isLeaving).toList();
  }
}
