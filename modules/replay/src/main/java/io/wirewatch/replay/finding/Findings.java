package io.wirewatch.replay.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest found.
 *
 * @param rules by id; only those that alert on either side, or have labels
 * @param regions that articles of alerts are about, most alerts first
 * @param busiest the hour with most alerts of the rules that are tried; null where there is none
 * @param unexamined alerts that were live, on articles that this replay did not read: not compared
 */
public record Findings(
    List<RuleFinding> rules, List<RegionFinding> regions, @Nullable Hour busiest, long unexamined) {
  /** Copies the lists. */
  public Findings {
    rules = List.copyOf(rules);
    regions = List.copyOf(regions);
  }

  /** All rules together. */
  public Compared alerts() {
    return rules.stream().map(RuleFinding::alerts).reduce(Compared.NONE, Compared::plus);
  }

  /** All rules together. */
  public RuleFinding.Pages pages() {
    return rules.stream()
        .map(RuleFinding::pages)
        .reduce(new RuleFinding.Pages(0, 0), RuleFinding.Pages::plus);
  }

  /** All rules together. */
  public Quality quality() {
    return rules.stream().map(RuleFinding::quality).reduce(Quality.NONE, Quality::plus);
  }

  /** By UTC day of event time, all rules together. */
  public SortedMap<LocalDate, Compared> days() {
    return total(rules.stream().map(RuleFinding::days).toList());
  }

  /** By country of the alert's heaviest region, all rules together. */
  public SortedMap<String, Compared> countries() {
    return total(rules.stream().map(RuleFinding::regions).toList());
  }

  /** By source, all rules together. */
  public SortedMap<String, Compared> sources() {
    return total(rules.stream().map(RuleFinding::sources).toList());
  }

  private static <K extends Comparable<? super K>> SortedMap<K, Compared> total(
      List<SortedMap<K, Compared>> parts) {
    SortedMap<K, Compared> all = new TreeMap<>();
    parts.forEach(part -> part.forEach((key, more) -> all.merge(key, more, Compared::plus)));
    return all;
  }
}
