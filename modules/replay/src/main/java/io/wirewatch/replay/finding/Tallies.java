package io.wirewatch.replay.finding;

import io.wirewatch.Region;
import io.wirewatch.replay.Workbench;
import io.wirewatch.rules.Rule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts rule by rule, alerts of each in the order of event time. */
final class Tallies {
  private final Workbench bench;
  private final Labels labels;
  private final Ledger.Against against;
  private final Consumer<Change> changes;
  private final KeptTexts texts;
  private final List<RuleFinding> rules = new ArrayList<>();
  private final Map<String, OfRegion> regions = new TreeMap<>();
  private final Map<Instant, Long> hours = new TreeMap<>();
  private @Nullable RuleTally tally;
  private @Nullable Explaining explaining;

  /** Alerts that are about a region; the first of them says what the region is. */
  private record OfRegion(String entry, Compared alerts) {}

  Tallies(
      Workbench bench,
      KeptTexts texts,
      Labels labels,
      Ledger.Against against,
      Consumer<Change> changes) {
    this.bench = bench;
    this.texts = texts;
    this.labels = labels;
    this.against = against;
    this.changes = changes;
  }

  void begin(String rule, @Nullable Rule tried, @Nullable Rule other) {
    tally = new RuleTally(rule, tried, other, labels);
    explaining = new Explaining(texts, labels, tried, other);
  }

  void add(Judged judged) {
    RuleTally current = current();
    current.add(judged);
    Facts facts = judged.facts();
    Compared one = judged.verdict().one();
    facts.regions().forEach(region -> add(region, judged.entry(), one));
    if (one.now() > 0) {
      Instant time = Instant.ofEpochMilli(facts.eventMillis());
      hours.merge(time.truncatedTo(ChronoUnit.HOURS), 1L, Long::sum);
    }
    if (against != Ledger.Against.NOTHING && judged.verdict() != Verdict.SAME) {
      changes.accept(Objects.requireNonNull(explaining, "no rule was begun").change(judged));
    }
  }

  void end() {
    rules.add(current().finding(id -> bench.get(Ledger.EXAMINED + id) != null));
    tally = null;
  }

  /** By id of the rule; without examples. */
  List<RuleFinding> rules() {
    return rules;
  }

  /** Most alerts first. */
  List<RegionFinding> regions() {
    return regions.entrySet().stream()
        .map(
            of -> new RegionFinding(region(of.getKey(), of.getValue().entry), of.getValue().alerts))
        .sorted(
            Comparator.comparing((RegionFinding found) -> -found.alerts().all())
                .thenComparing(found -> found.region().getCode()))
        .toList();
  }

  @Nullable Hour busiest() {
    Hour most = null;
    for (Map.Entry<Instant, Long> hour : hours.entrySet()) {
      if (most == null || hour.getValue() > most.alerts()) {
        most = new Hour(hour.getKey(), hour.getValue());
      }
    }
    return most;
  }

  private void add(String region, String entry, Compared one) {
    regions.merge(
        region,
        new OfRegion(entry, one),
        (known, more) -> new OfRegion(known.entry, known.alerts.plus(more.alerts)));
  }

  private Region region(String code, String entry) {
    return texts.alert(entry).getRegions().stream()
        .filter(region -> region.getCode().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private RuleTally current() {
    return Objects.requireNonNull(tally, "no rule was begun");
  }
}
