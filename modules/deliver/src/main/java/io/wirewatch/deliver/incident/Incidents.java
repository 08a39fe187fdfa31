package io.wirewatch.deliver.incident;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.IncidentOf;
import io.wirewatch.KnownIncident;
import io.wirewatch.LastOfAlert;
import io.wirewatch.stage.Memory;
import io.wirewatch.stage.Recollection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Says of alerts, asked in one order for all of them, which incident each belongs to. The same
 * alerts in the same order make the same incidents: nothing but what alerts say counts. Rules and
 * reasons: {@code docs/incidents.md}. Not thread-safe.
 */
public final class Incidents {
  private static final String ALERT = "alert/";
  private static final String ARTICLE = "article/";
  private static final String STORY = "story/";

  private final OpenIncidents open;
  private final Recollection<KnownIncident> known;
  private final Recollection<IncidentOf> members;

  /**
   * Where they are remembered: what is there already is known.
   *
   * @param open those that alerts may join
   * @param known what each sums up to
   * @param members to which one an alert, an article or a story belongs
   */
  public record Stores(
      IncidentStore open, Memory<KnownIncident> known, Memory<IncidentOf> members) {}

  /** Remembers there. */
  public Incidents(IncidentConfig config, Stores stores) {
    this.open = new OpenIncidents(stores.open, config);
    Duration memory = memory(config);
    this.known = new Recollection<>(stores.known, memory);
    this.members = new Recollection<>(stores.members, memory);
  }

  /** What is open is known: as long as two windows, in whole days. */
  private static Duration memory(IncidentConfig config) {
    Duration least = config.window().multipliedBy(2).plusDays(1);
    return config.memory().compareTo(least) < 0 ? least : config.memory();
  }

  /**
   * The incident as it is with this alert; empty where the same was told before.
   *
   * @param streamMillis the latest event time of all alerts that this was asked of
   */
  public Optional<Incident> take(Alert alert, long streamMillis) {
    open.sweep(streamMillis);
    Optional<IncidentOf> before = recall(ALERT + alert.getId(), streamMillis);
    LastOfAlert last = before.map(IncidentOf::getLast).orElse(null);
    if (last != null && isOld(alert, last)) {
      return Optional.empty();
    }
    List<Trait> traits = Traits.of(alert);
    Belonging belonging =
        before
            .map(member -> new Belonging(member.getIncident(), again(alert)))
            .or(() -> byIdentity(alert, streamMillis))
            .or(() -> byLikeness(alert, traits))
            .orElseGet(() -> new Belonging(alert.getId(), first(alert)));
    KnownIncident sums = known.recall(belonging.incident, streamMillis).orElse(null);
    IncidentSums now = IncidentSums.of(sums, alert, last);
    Incident incident = told(alert, belonging, now, sums == null);
    remember(incident, now, traits, streamMillis);
    return Optional.of(incident);
  }

  /**
   * To which incident an alert belongs.
   *
   * @param because why, for people
   */
  private record Belonging(String incident, String because) {}

  /** Whether a record of an alert is one that was there, or one from before that. */
  private static boolean isOld(Alert alert, LastOfAlert last) {
    boolean isSame =
        alert.getRevision() == last.getRevision() && alert.getStatus() == last.getStatus();
    return (isSame || alert.getRevision() < last.getRevision())
        && !alert.getObservedAt().isAfter(last.getObservedAt());
  }

  private Optional<Belonging> byIdentity(Alert alert, long streamMillis) {
    Optional<Belonging> sameArticle =
        recall(ARTICLE + alert.getArticle(), streamMillis)
            .map(
                member -> new Belonging(member.getIncident(), "another alert of an article in it"));
    return sameArticle.isPresent() || alert.getStoryId() == null
        ? sameArticle
        : recall(STORY + alert.getStoryId(), streamMillis)
            .map(
                member ->
                    new Belonging(
                        member.getIncident(),
                        "the text of an article in it, from " + alert.getSource()));
  }

  private Optional<Belonging> byLikeness(Alert alert, List<Trait> traits) {
    return alert.getStatus() == AlertStatus.RETRACTED
        ? Optional.empty()
        : open.like(alert, traits)
            .map(found -> new Belonging(found.id(), found.shared().because()));
  }

  private Optional<IncidentOf> recall(String key, long streamMillis) {
    return members
        .recall(key, streamMillis)
        .filter(member -> known.recall(member.getIncident(), streamMillis).isPresent());
  }

  private static String again(Alert alert) {
    return alert.getStatus() == AlertStatus.RETRACTED
        ? "an alert in it was taken back: revision %d of its article matches no more"
            .formatted(alert.getRevision())
        : "an alert in it came again, with revision %d of its article"
            .formatted(alert.getRevision());
  }

  private static String first(Alert alert) {
    return alert.getStatus() == AlertStatus.RETRACTED
        ? "an alert that is not known was taken back"
        : "the first of its event: nothing open is like it";
  }

  private static Incident told(
      Alert alert, Belonging belonging, IncidentSums sums, boolean isFirst) {
    KnownIncident known = sums.known();
    return Incident.newBuilder()
        .setId(belonging.incident)
        .setRevision(known.getRevision())
        .setChange(change(alert, isFirst))
        .setAlert(alert)
        .setBecause(belonging.because)
        .setNews(sums.news())
        .setStanding(sums.standing())
        .setSeverity(sums.severity(alert))
        .setRules(known.getRules())
        .setSources(known.getSources())
        .setLanguages(known.getLanguages())
        .setRegions(known.getRegions())
        .setActors(known.getActors())
        .setFirstEventTime(known.getFirstEventTime())
        .setLastEventTime(known.getLastEventTime())
        .build();
  }

  private static IncidentChange change(Alert alert, boolean isFirst) {
    if (alert.getStatus() == AlertStatus.RETRACTED) {
      return IncidentChange.RETRACTED;
    }
    return isFirst ? IncidentChange.OPENED : IncidentChange.JOINED;
  }

  private void remember(
      Incident incident, IncidentSums sums, List<Trait> traits, long streamMillis) {
    Alert alert = incident.getAlert();
    String id = incident.getId();
    known.remember(id, sums.known(), streamMillis);
    members.remember(ALERT + alert.getId(), new IncidentOf(id, last(alert)), streamMillis);
    members.remember(ARTICLE + alert.getArticle(), new IncidentOf(id, null), streamMillis);
    if (alert.getStoryId() != null) {
      members.remember(STORY + alert.getStoryId(), new IncidentOf(id, null), streamMillis);
    }
    if (incident.getStanding() == 0) {
      // What was taken back must not hide what comes next.
      open.close(id);
    } else if (alert.getStatus() == AlertStatus.NEW) {
      open.tell(id, alert, traits, streamMillis);
    }
  }

  private static LastOfAlert last(Alert alert) {
    return new LastOfAlert(
        alert.getStatus(), alert.getRevision(), alert.getSeverity(), alert.getObservedAt());
  }
}
