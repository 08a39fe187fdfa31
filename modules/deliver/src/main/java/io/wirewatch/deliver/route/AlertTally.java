package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sums of alerts and the newest of them, in little memory. For one thread. */
public final class AlertTally {
  /** What values beyond the bound are counted under. */
  public static final String OTHERS = "(others)";

  private static final int MOST_NEWEST = 20;
  private static final int MOST_VALUES = 1000;
  private static final int MOST_KNOWN = 100_000;

  private static final Comparator<Item> OLDEST_FIRST =
      Comparator.comparing(Item::at).thenComparing(Item::alert);

  private final SortedMap<String, Integer> byRule = new TreeMap<>();
  private final SortedMap<String, Integer> bySource = new TreeMap<>();
  private final SortedMap<LocalDate, Integer> byDay = new TreeMap<>();
  private final NavigableSet<Item> newest = new TreeSet<>(OLDEST_FIRST);
  private final Set<String> known = new HashSet<>();
  private int count;

  /** An alert, in short. */
  public record Item(String alert, String rule, String source, String headline, Instant at) {}

  /** Counts an alert that came then; once, unless more than 100,000 came before. */
  void add(Alert alert, Instant at) {
    if (known.size() < MOST_KNOWN ? !known.add(alert.getId()) : known.contains(alert.getId())) {
      return;
    }
    count++;
    count(byRule, alert.getRule());
    count(bySource, alert.getSource());
    byDay.merge(LocalDate.ofInstant(at, ZoneOffset.UTC), 1, Integer::sum);
    newest.add(
        new Item(alert.getId(), alert.getRule(), alert.getSource(), alert.getHeadline(), at));
    if (newest.size() > MOST_NEWEST) {
      newest.pollFirst();
    }
  }

  private static void count(SortedMap<String, Integer> counts, String value) {
    boolean full = counts.size() >= MOST_VALUES && !counts.containsKey(value);
    counts.merge(full ? OTHERS : value, 1, Integer::sum);
  }

  /** How many alerts. */
  public int count() {
    return count;
  }

  /** How many of each rule. */
  public SortedMap<String, Integer> byRule() {
    return Collections.unmodifiableSortedMap(byRule);
  }

  /** How many of each source. */
  public SortedMap<String, Integer> bySource() {
    return Collections.unmodifiableSortedMap(bySource);
  }

  /** How many on each day, by UTC. */
  public SortedMap<LocalDate, Integer> byDay() {
    return Collections.unmodifiableSortedMap(byDay);
  }

  /** The newest, at most 20, the one that came last first. */
  public List<Item> newest() {
    return List.copyOf(newest.descendingSet());
  }
}
