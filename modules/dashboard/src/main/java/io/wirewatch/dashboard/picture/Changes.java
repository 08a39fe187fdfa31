package io.wirewatch.dashboard.picture;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is held, in the order in which it changed last. For one thread. */
final class Changes {
  /* Pages replace by id, so of what changed twice they need the last state alone. That is why a page that is behind costs
   * no queue: it only has to say up to which change it was told. */
  private final NavigableMap<Long, Item> byNumber = new TreeMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private long last;

  /** It is, from now on, the newest. */
  void add(Item item) {
    Long before = numbers.put(key(item), ++last);
    if (before != null) {
      byNumber.remove(before);
    }
    byNumber.put(last, item);
  }

  /** It is held no more. */
  void remove(Item item) {
    Long number = numbers.remove(key(item));
    if (number != null) {
      byNumber.remove(number);
    }
  }

  /** The number of the newest change. */
  long last() {
    return last;
  }

  /** What changed after that number; the newest last; a copy. */
  List<Item> after(long number) {
    return List.copyOf(byNumber.tailMap(number, false).values());
  }

  /** All that is held; the newest last. */
  Collection<Item> all() {
    return byNumber.values();
  }

  private static String key(Item item) {
    return item.event() + "/" + item.id();
  }
}
