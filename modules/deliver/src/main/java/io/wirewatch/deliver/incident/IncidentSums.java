package io.wirewatch.deliver.incident;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.KnownIncident;
import io.wirewatch.LastOfAlert;
import io.wirewatch.Region;
import io.wirewatch.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the alerts of an incident sum up to after one more of them.
 *
 * @param news what the alert brought that was not known; sorted
 */
record IncidentSums(KnownIncident known, List<String> news) {
  private static final int MOST = 100;

  /**
   * The sums with an alert.
   *
   * @param before null where the alert opens the incident
   * @param last the alert's last record; null where it is new
   */
  static IncidentSums of(@Nullable KnownIncident before, Alert alert, @Nullable LastOfAlert last) {
    List<Integer> standing = standing(before, alert, last);
    Set<String> news = new TreeSet<>();
    KnownIncident.Builder now = before == null ? empty() : KnownIncident.newBuilder(before);
    now.setRevision(before == null ? 1 : before.getRevision() + 1).setStanding(standing);
    now.setRules(with(now.getRules(), "rule", List.of(alert.getRule()), news));
    now.setSources(with(now.getSources(), "source", List.of(alert.getSource()), news));
    now.setLanguages(with(now.getLanguages(), "language", List.of(alert.getLanguage()), news));
    now.setRegions(
        with(
            now.getRegions(),
            "region",
            alert.getRegions().stream().map(Region::getCode).toList(),
            news));
    now.setActors(with(now.getActors(), "", alert.getActors(), new TreeSet<>()));
    now.setFirstEventTime(
        before == null ? alert.getEventTime() : earlier(before, alert.getEventTime()));
    now.setLastEventTime(
        before == null ? alert.getEventTime() : later(before, alert.getEventTime()));
    Severity highest = highest(standing, alert.getSeverity());
    boolean isHigher =
        before == null || highest.compareTo(highest(before.getStanding(), Severity.LOW)) > 0;
    if (isHigher) {
      news.add("severity:" + highest.name().toLowerCase(Locale.ROOT));
    }
    boolean isRetraction = alert.getStatus() == AlertStatus.RETRACTED;
    return new IncidentSums(now.build(), isRetraction ? List.of() : List.copyOf(news));
  }

  /** How many alerts stand. */
  int standing() {
    return known.getStanding().stream().mapToInt(Integer::intValue).sum();
  }

  /** The highest severity of those that stand; of the alert where none does. */
  Severity severity(Alert alert) {
    return highest(known.getStanding(), alert.getSeverity());
  }

  private static KnownIncident.Builder empty() {
    return KnownIncident.newBuilder()
        .setRules(List.of())
        .setSources(List.of())
        .setLanguages(List.of())
        .setRegions(List.of())
        .setActors(List.of());
  }

  private static List<Integer> standing(
      @Nullable KnownIncident before, Alert alert, @Nullable LastOfAlert last) {
    int[] standing = new int[Severity.values().length];
    if (before != null) {
      for (int i = 0; i < standing.length; i++) {
        standing[i] = before.getStanding().get(i);
      }
    }
    if (last != null && last.getStatus() == AlertStatus.NEW) {
      standing[last.getSeverity().ordinal()]--;
    }
    if (alert.getStatus() == AlertStatus.NEW) {
      standing[alert.getSeverity().ordinal()]++;
    }
    return java.util.Arrays.stream(standing).boxed().toList();
  }

  private static Severity highest(List<Integer> standing, Severity otherwise) {
    for (int i = standing.size() - 1; i >= 0; i--) {
      if (standing.get(i) > 0) {
        return Severity.values()[i];
      }
    }
    return otherwise;
  }

  /** The names with more of them; what is new among them goes to the news. */
  private static List<String> with(
      List<String> names, String kind, Collection<String> more, Set<String> news) {
    Set<String> all = new TreeSet<>(names);
    for (String name : more) {
      if (all.size() < MOST && all.add(name)) {
        news.add(kind + ":" + name);
      }
    }
    return all.size() == names.size() ? names : new ArrayList<>(all);
  }

  private static Instant earlier(KnownIncident before, Instant time) {
    return time.isBefore(before.getFirstEventTime()) ? time : before.getFirstEventTime();
  }

  private static Instant later(KnownIncident before, Instant time) {
    return time.isAfter(before.getLastEventTime()) ? time : before.getLastEventTime();
  }
}
