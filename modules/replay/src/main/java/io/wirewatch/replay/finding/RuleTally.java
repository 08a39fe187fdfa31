package io.wirewatch.replay.finding;

import io.wirewatch.rules.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the alerts of one rule, in the order of event time. */
final class RuleTally {
  private final String id;
  private final @Nullable Rule tried;
  private final @Nullable Rule other;
  private final Labels labels;
  private final Suppression suppression;
  private final Suppression otherSuppression;
  private final Set<String> relevant;
  private final SortedMap<LocalDate, Compared> days = new TreeMap<>();
  private final SortedMap<String, Compared> regions = new TreeMap<>();
  private final SortedMap<String, Compared> sources = new TreeMap<>();
  private Compared alerts = Compared.NONE;
  private RuleFinding.Pages pages = new RuleFinding.Pages(0, 0);
  private Quality quality = Quality.NONE;
  private long takenBack;
  private @Nullable Hour busiest;
  private @Nullable Hour hour;

  RuleTally(String id, @Nullable Rule tried, @Nullable Rule other, Labels labels) {
    this.id = id;
    this.tried = tried;
    this.other = other;
    this.labels = labels;
    this.relevant = new HashSet<>(labels.relevantTo(id));
    this.suppression = new Suppression(Optional.ofNullable(tried).map(Rule::suppress));
    // Of what was live only the rules that are tried are at hand.
    Rule known = other == null ? tried : other;
    this.otherSuppression = new Suppression(Optional.ofNullable(known).map(Rule::suppress));
  }

  void add(Judged judged) {
    Facts facts = judged.facts();
    Compared one = judged.verdict().one();
    alerts = alerts.plus(one);
    Instant time = Instant.ofEpochMilli(facts.eventMillis());
    days.merge(LocalDate.ofInstant(time, ZoneOffset.UTC), one, Compared::plus);
    regions.merge(facts.country(), one, Compared::plus);
    sources.merge(facts.source(), one, Compared::plus);
    boolean wakes = one.now() > 0 && suppression.wakes(judged.group(), facts.eventMillis());
    boolean woke =
        one.before() > 0 && otherSuppression.wakes(judged.otherGroup(), facts.eventMillis());
    pages = pages.plus(new RuleFinding.Pages(wakes ? 1 : 0, woke ? 1 : 0));
    takenBack += judged.takenBack() ? 1 : 0;
    if (one.now() > 0) {
      count(time.truncatedTo(ChronoUnit.HOURS));
      label(facts.article());
    }
  }

  private void count(Instant begin) {
    Hour last = hour;
    Hour now =
        last != null && last.begin().equals(begin)
            ? new Hour(begin, last.alerts() + 1)
            : new Hour(begin, 1);
    hour = now;
    Hour most = busiest;
    if (most == null || now.alerts() > most.alerts()) {
      busiest = now;
    }
  }

  private void label(String article) {
    labels
        .of(id, article)
        .ifPresent(
            isRelevant ->
                quality = quality.plus(new Quality(isRelevant ? 1 : 0, isRelevant ? 0 : 1, 0)));
    relevant.remove(article);
  }

  /**
   * What was counted, without examples.
   *
   * @param isExamined whether an article that somebody labelled was examined
   */
  RuleFinding finding(Predicate<String> isExamined) {
    long missed = relevant.stream().filter(isExamined).count();
    return new RuleFinding(
        id,
        tried,
        other,
        alerts,
        takenBack,
        pages,
        days,
        busiest,
        regions,
        sources,
        quality.plus(new Quality(0, 0, missed)),
        List.of());
  }
}
