package io.wirewatch.replay.finding;

import io.wirewatch.rules.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest found of one rule.
 *
 * @param id of the rule
 * @param tried the rule that is tried; null where the set has none of that id
 * @param other the rule that it is compared with; null where there is none at hand
 * @param alerts of both sides
 * @param takenBack of the alerts of the rules that are tried, how many a later text takes back
 * @param pages how many would have woken somebody after suppression
 * @param days by UTC day of event time, without days that have none
 * @param busiest the hour with most alerts of the rules that are tried; null where there is none
 * @param regions by country of the alert's heaviest region; "" for none
 * @param sources by name
 * @param quality by labels
 * @param examples of gained and lost alerts, or of any where nothing is compared; by event time
 */
public record RuleFinding(
    String id,
    @Nullable Rule tried,
    @Nullable Rule other,
    Compared alerts,
    long takenBack,
    Pages pages,
    SortedMap<LocalDate, Compared> days,
    @Nullable Hour busiest,
    SortedMap<String, Compared> regions,
    SortedMap<String, Compared> sources,
    Quality quality,
    List<Change> examples) {

  /** Pages of the rules that are tried, and of the other side. */
  public record Pages(long now, long before) {
    Pages plus(Pages other) {
      return new Pages(now + other.now, before + other.before);
    }
  }

  RuleFinding with(List<Change> shown) {
    return new RuleFinding(
        id, tried, other, alerts, takenBack, pages, days, busiest, regions, sources, quality,
        shown);
  }

  /** Severity, title and so on: of the rule that is tried where there is one. */
  public @Nullable Rule rule() {
    return tried == null ? other : tried;
  }
}
