package io.wirewatch.deliver.incident;

import io.wirewatch.Alert;
import io.wirewatch.OpenIncident;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The incidents that alerts may join, as the articles that opened them are known by: found in
 * memory, kept in a store from which that memory is made anew. Not thread-safe.
 */
final class OpenIncidents {
  /* An alert is compared with the article that opened an incident, never with later ones: else each would bring the next
   * along, and a day's news become one incident.
   *
   * They lie in the order in which they were last told of. One is closed when the stream is two windows further: an alert
   * that is late by one window still finds what is within a window of it. Closing goes little by little, since where time
   * jumps all would be closed between two polls. */
  private static final int MOST_A_SWEEP = 64;
  private static final int LONGEST_HEADLINE = 200;
  private static final Comparator<Shared> BEST =
      Comparator.comparingInt(Shared::count)
          .thenComparing(shared -> !shared.rule().isEmpty())
          .thenComparing(shared -> shared.incident().getOrder());

  private final IncidentStore store;
  private final long windowMillis;
  private final int most;
  private final TraitIndex index = new TraitIndex();
  private final Map<String, OpenIncident> byAge = new LinkedHashMap<>();
  private long next;

  OpenIncidents(IncidentStore store, IncidentConfig config) {
    this.store = store;
    this.windowMillis = config.window().toMillis();
    this.most = config.most();
    List<Map.Entry<String, OpenIncident>> kept = new ArrayList<>();
    store.each((id, incident) -> kept.add(Map.entry(id, incident)));
    kept.sort(Comparator.comparing(entry -> entry.getValue().getOrder()));
    kept.forEach(entry -> put(entry.getKey(), entry.getValue()));
  }

  /** How many there are. */
  int size() {
    return byAge.size();
  }

  /** Closes those that no alert can join any more, some at a time. */
  void sweep(long streamMillis) {
    long since = streamMillis - 2 * windowMillis;
    for (int swept = 0; swept < MOST_A_SWEEP && isEldestBefore(since); swept++) {
      closeEldest();
    }
  }

  /** An incident with what it shares with an alert. */
  record Found(String id, Shared shared) {}

  /** The one that an alert tells of; empty where there is none. */
  Optional<Found> like(Alert alert, List<Trait> traits) {
    Found best = null;
    for (Map.Entry<String, List<Trait>> having : index.having(traits, size()).entrySet()) {
      OpenIncident incident = Objects.requireNonNull(byAge.get(having.getKey()), "a stray trait");
      Shared shared = shared(alert, incident, having.getValue());
      if (shared != null
          && shared.isEnough(alert.getLanguage())
          && (best == null || BEST.compare(shared, best.shared()) > 0)) {
        best = new Found(having.getKey(), shared);
      }
    }
    return Optional.ofNullable(best);
  }

  private @Nullable Shared shared(Alert alert, OpenIncident incident, List<Trait> traits) {
    Optional<String> country =
        countries(alert).stream().filter(incident.getCountries()::contains).findFirst();
    long millis = alert.getEventTime().toEpochMilli();
    boolean isWithin =
        millis >= incident.getFirstEventTime().toEpochMilli() - windowMillis
            && millis <= incident.getLastEventTime().toEpochMilli() + windowMillis;
    return country.isEmpty() || !isWithin
        ? null
        : new Shared(
            incident,
            incident.getRules().contains(alert.getRule()) ? alert.getRule() : "",
            country.get(),
            isElsewhere(regions(alert), incident.getRegions()),
            Shared.distinct(names(traits, Trait.Kind.ACTOR)),
            names(traits, Trait.Kind.PLACE),
            names(traits, Trait.Kind.WORD));
  }

  private static boolean isElsewhere(List<String> some, List<String> others) {
    return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
  }

  private static List<String> names(List<Trait> traits, Trait.Kind kind) {
    return traits.stream().filter(trait -> trait.kind() == kind).map(Trait::name).toList();
  }

  /** Opens an incident, or keeps it open: an alert of it has come. */
  void tell(String id, Alert alert, List<Trait> traits, long streamMillis) {
    OpenIncident before = byAge.get(id);
    OpenIncident now =
        before == null ? opened(alert, traits, streamMillis) : goneOn(before, alert, streamMillis);
    if (before != null) {
      take(id, before);
    } else if (size() >= most) {
      closeEldest();
    }
    put(id, now);
    store.put(id, now);
  }

  /** No alert that is like it joins it any more. */
  void close(String id) {
    OpenIncident incident = byAge.get(id);
    if (incident != null) {
      take(id, incident);
      store.delete(id);
    }
  }

  private OpenIncident opened(Alert alert, List<Trait> traits, long streamMillis) {
    Collection<String> keys = new TreeSet<>();
    traits.forEach(trait -> keys.addAll(trait.keys()));
    return new OpenIncident(
        next,
        alert.getArticle(),
        shortened(alert.getHeadline()),
        alert.getLanguage(),
        List.of(alert.getRule()),
        countries(alert),
        regions(alert),
        List.copyOf(keys),
        alert.getEventTime(),
        alert.getEventTime(),
        Instant.ofEpochMilli(streamMillis));
  }

  private OpenIncident goneOn(OpenIncident before, Alert alert, long streamMillis) {
    OpenIncident.Builder now =
        OpenIncident.newBuilder(before)
            .setOrder(next)
            .setToldAt(Instant.ofEpochMilli(streamMillis));
    if (alert.getEventTime().isBefore(before.getFirstEventTime())) {
      now.setFirstEventTime(alert.getEventTime());
    }
    if (alert.getEventTime().isAfter(before.getLastEventTime())) {
      now.setLastEventTime(alert.getEventTime());
    }
    if (alert.getArticle().equals(before.getArticle())) {
      TreeSet<String> rules = new TreeSet<>(before.getRules());
      rules.add(alert.getRule());
      now.setRules(List.copyOf(rules));
    }
    return now.build();
  }

  private static String shortened(String headline) {
    return headline.codePointCount(0, headline.length()) <= LONGEST_HEADLINE
        ? headline
        : headline.substring(0, headline.offsetByCodePoints(0, LONGEST_HEADLINE)) + "…";
  }

  private static List<String> countries(Alert alert) {
    return alert.getRegions().stream().map(Region::getCountry).distinct().sorted().toList();
  }

  /** Below countries. */
  private static List<String> regions(Alert alert) {
    return alert.getRegions().stream()
        .filter(region -> region.getLevel() != RegionLevel.COUNTRY)
        .map(Region::getCode)
        .sorted()
        .toList();
  }

  private boolean isEldestBefore(long millis) {
    Iterator<OpenIncident> eldest = byAge.values().iterator();
    return eldest.hasNext() && eldest.next().getToldAt().toEpochMilli() < millis;
  }

  private void closeEldest() {
    close(byAge.keySet().iterator().next());
  }

  private void put(String id, OpenIncident incident) {
    byAge.put(id, incident);
    index.add(id, incident.getTraits());
    next = incident.getOrder() + 1;
  }

  private void take(String id, OpenIncident incident) {
    byAge.remove(id);
    index.remove(id, incident.getTraits());
  }
}
