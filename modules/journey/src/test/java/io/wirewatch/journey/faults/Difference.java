package io.wirewatch.journey.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What lies between what a topic has to hold and what it holds. Pure.
 *
 * @param lost items that have to be there and are not
 * @param doubled items beyond those that have to be there
 * @param outOfOrder articles of which an earlier revision stands behind a later one
 * @param examples some of them, in words
 */
record Difference(long lost, long doubled, long outOfOrder, List<String> examples) {
  private static final int MOST_EXAMPLES = 20;
  static final Difference NONE = new Difference(0, 0, 0, List.of());

  /**
   * Compares one topic.
   *
   * @param permitted of each article, the lists of items of which one has to be there
   * @param actual all items, in the order of their offsets within a partition
   */
  static Difference between(Map<String, List<List<Item>>> permitted, Collection<Item> actual) {
    Map<String, List<Item>> came = new LinkedHashMap<>();
    actual.forEach(item -> came.computeIfAbsent(item.article(), id -> new ArrayList<>()).add(item));
    TreeSet<String> articles = new TreeSet<>(permitted.keySet());
    articles.addAll(came.keySet());
    Difference sum = NONE;
    for (String article : articles) {
      List<Item> items = came.getOrDefault(article, List.of());
      sum =
          sum.plus(
              permitted.getOrDefault(article, List.of(List.of())).stream()
                  .map(expected -> of(expected, items))
                  .min(Comparator.comparingLong(Difference::faults))
                  .orElseThrow());
    }
    return sum;
  }

  /** How much of all is wrong. */
  long faults() {
    return lost + doubled + outOfOrder;
  }

  Difference plus(Difference other) {
    List<String> all = new ArrayList<>(examples);
    other.examples.stream().limit(MOST_EXAMPLES - all.size()).forEach(all::add);
    return new Difference(
        lost + other.lost, doubled + other.doubled, outOfOrder + other.outOfOrder, all);
  }

  private static Difference of(List<Item> expected, List<Item> actual) {
    List<Item> missing = less(expected, actual);
    List<Item> surplus = less(actual, expected);
    boolean disordered = !isAscending(actual) && surplus.isEmpty();
    List<String> examples = new ArrayList<>();
    missing.forEach(item -> examples.add("lost " + item));
    surplus.forEach(item -> examples.add("too many " + item));
    if (disordered) {
      examples.add("out of order " + actual);
    }
    return new Difference(missing.size(), surplus.size(), disordered ? 1 : 0, examples);
  }

  private static List<Item> less(List<Item> items, List<Item> others) {
    List<Item> rest = new ArrayList<>(items);
    others.forEach(rest::remove);
    return rest;
  }

  private static boolean isAscending(List<Item> items) {
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i).revision() < items.get(i - 1).revision()) {
        return false;
      }
    }
    return true;
  }
}
