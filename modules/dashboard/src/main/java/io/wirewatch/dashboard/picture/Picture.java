package io.wirewatch.dashboard.picture;

import io.wirewatch.Alert;
import io.wirewatch.DeskEntry;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page shows, made from records as they come. For one thread. */
final class Picture {
  /* What a page has missed is found in what is held, not in a log of what was told: each item knows where every record
   * lies that made it what it is, so it is news for a page if one of them lies behind the page's position. That is exact
   * however the records of different topics came between one another, so any server can answer for any other. What it
   * takes is that everything behind the position has been read here, which is what the floor is for. */

  /** What a page that comes back is sent at most; it loads the picture where it would be more. */
  static final int MOST_MISSED = 5_000;

  /** A broker keeps for a day that a desk's entry is gone; nobody may come back after that. */
  static final Duration OLDEST = Duration.ofHours(12);

  private static final int MOST_GONE = 10_000;
  private static final int MOST_SILENCES = 5_000;

  private final Decoder decoder;
  private final HeldAlerts alerts;
  private final Articles articles;
  private final Bounded<HeldIncident> incidents;
  private final Bounded<HeldAlert.Join> joins;
  private final Bounded<HeldEntry> entries;
  private final Bounded<HeldEntry> silences;
  private final Bounded<HeldEntry> gone = new Bounded<>(MOST_GONE, this::forget);
  private final RegionLines regions = new RegionLines();
  private final Changes changes = new Changes();
  private final Progress progress = new Progress();
  private final Progress floor = new Progress();

  /**
   * How much is held.
   *
   * @param alerts at least one
   * @param articles at least one
   */
  record Bounds(int alerts, int articles) {}

  /** What all of it is now. */
  record Snapshot(
      Position position,
      List<HeldAlert> alerts,
      List<HeldIncident> incidents,
      List<HeldEntry> desk) {}

  Picture(Bounds bounds, Decoder decoder) {
    this.decoder = decoder;
    alerts = new HeldAlerts(bounds.alerts());
    articles = new Articles(bounds.articles());
    // One for each alert, and for those whose alerts have not come yet.
    incidents = new Bounded<>(2 * bounds.alerts(), changes::remove);
    joins = new Bounded<>(bounds.alerts(), join -> {});
    // A desk's entries are never deleted, so after years most are about what is not shown any more.
    entries = new Bounded<>(2 * bounds.alerts(), changes::remove);
    silences = new Bounded<>(MOST_SILENCES, changes::remove);
  }

  /** A topic is read from these offsets on. */
  void begins(Watched topic, String life, long[] from) {
    progress.begins(topic, life, from);
    floor.begins(topic, life, from);
  }

  /** What comes next in a partition lies there, or further on. */
  void passed(Watched topic, int partition, long offset) {
    progress.passed(topic, partition, offset);
  }

  /** An alert has come, or was taken back. */
  void take(Alert alert, Stored stored) {
    HeldAlert.Join waiting = joins.remove(alert.getId());
    HeldAlert.Join join =
        waiting != null ? waiting : alerts.get(alert.getId()).map(HeldAlert::join).orElse(null);
    HeldAlert.Quote quote =
        articles
            .get(alert.getArticle())
            .flatMap(article -> quote(alert, decoder.article(article.stored()), article.stored()))
            .orElse(null);
    show(HeldAlert.of(alert, stored, regions).joined(join).quoted(quote));
  }

  /** An alert belongs to an incident. */
  void take(Incident incident, Stored stored) {
    HeldIncident now = HeldIncident.of(incident, stored);
    incidents.put(now.id(), now);
    changes.add(now);
    String alert = incident.getAlert().getId();
    HeldAlert.Join join = new HeldAlert.Join(now.id(), incident.getBecause(), stored.at());
    alerts
        .get(alert)
        .ifPresentOrElse(held -> show(held.joined(join)), () -> joins.put(alert, join));
  }

  /** A desk has decided something. */
  void take(DeskEntry entry, Stored stored) {
    gone.remove(entry.getId());
    HeldEntry now = HeldEntry.of(entry, stored);
    (entry.getSilence() == null ? entries : silences).put(now.id(), now);
    changes.add(now);
  }

  /** A desk has taken back what it had decided. */
  void gone(String entry, Origin at) {
    entries.remove(entry);
    silences.remove(entry);
    HeldEntry now = HeldEntry.gone(entry, at);
    gone.put(entry, now);
    changes.add(now);
  }

  /** An article has come, or has another text. */
  void take(EnrichedArticle article, Stored stored) {
    HeldArticle now = HeldArticle.of(article, stored);
    articles.put(now);
    for (HeldAlert alert : alerts.ofArticle(now.id())) {
      if (alert.quote() == null) {
        quote(decoder.alert(alert.kept().stored()), article, stored)
            .ifPresent(quote -> show(alert.quoted(quote)));
      }
    }
  }

  private static Optional<HeldAlert.Quote> quote(
      Alert alert, EnrichedArticle article, Stored stored) {
    return Excerpt.of(alert.getMatches(), article.getArticle().getBody())
        .map(excerpt -> new HeldAlert.Quote(excerpt, stored.at()));
  }

  private void show(HeldAlert alert) {
    HeldAlert.Join join = alert.join();
    HeldIncident incident = join == null ? null : incidents.get(join.incident());
    boolean wasShown = incident != null && alerts.isAnyOf(incident.id());
    changes.add(alert);
    alerts.put(alert, changes::remove);
    if (incident != null && !wasShown) {
      changes.add(incident);
    }
  }

  /** Who comes from before that cannot be told any more that it is gone. */
  private void forget(HeldEntry entry) {
    changes.remove(entry);
    floor.passed(Watched.DESK, entry.at().partition(), entry.at().offset() + 1);
  }

  /** The number of the newest change. */
  long lastChange() {
    return changes.last();
  }

  /** What has changed after that one, the newest last. */
  List<Item> after(long change) {
    return changes.after(change).stream().filter(this::isShown).toList();
  }

  /** Whether a position is of these topics, and lies where they have not been read yet. */
  boolean isYetToReach(Position other) {
    Position now = position(0);
    return other.isOf(now) && !now.reaches(other);
  }

  /**
   * What a page has missed since it was told everything up to there, the newest last; empty where
   * that cannot be said, or is too much.
   */
  Optional<List<Item>> missedSince(Position seen, Instant now) {
    Position read = position(0);
    if (seen.isOlderThan(OLDEST, now)
        || !seen.isOf(read)
        || !read.reaches(seen)
        || !seen.reaches(floor.position(0))) {
      return Optional.empty();
    }
    List<Item> missed =
        changes.all().stream()
            .filter(this::isShown)
            .filter(item -> item.isNewsAt(seen))
            .flatMap(this::withIncident)
            .distinct()
            .limit(MOST_MISSED + 1)
            .toList();
    return missed.size() > MOST_MISSED ? Optional.empty() : Optional.of(missed);
  }

  /** An incident is shown from its first alert on, which may come long after it. */
  private Stream<Item> withIncident(Item item) {
    HeldAlert.Join join = item instanceof HeldAlert alert ? alert.join() : null;
    HeldIncident incident = join == null ? null : incidents.get(join.incident());
    return incident == null ? Stream.of(item) : Stream.of(incident, item);
  }

  private boolean isShown(Item item) {
    return !(item instanceof HeldIncident incident) || alerts.isAnyOf(incident.id());
  }

  Position position(long minute) {
    return progress.position(minute);
  }

  Snapshot snapshot(long minute) {
    return new Snapshot(
        position(minute),
        alerts.all(),
        incidents.all().stream().filter(this::isShown).toList(),
        Stream.concat(silences.all().stream(), entries.all().stream()).toList());
  }

  List<HeldAlert> alertsOf(String article) {
    return alerts.ofArticle(article);
  }

  @Nullable HeldArticle article(String id) {
    return articles.get(id).orElse(null);
  }

  List<HeldArticle> articles() {
    return List.copyOf(articles.all());
  }
}
