package io.wirewatch.deliver.route;

import io.wirewatch.Alert;
import io.wirewatch.DeskEntry;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The silences that hold, and what they have hidden. For one thread. */
public final class Silences {
  /* All times come from the caller. What a silence has hidden and when its story went cold follows from the entries and the
   * alerts that came, each with the time when the broker took it: who reads both again comes to the same. */

  private static final Logger LOG = LoggerFactory.getLogger(Silences.class);
  private static final int MOST = 1000;

  private final SortedMap<String, Silence> silences = new TreeMap<>();

  /**
   * Takes an entry of {@code news.desk}; null: it holds no more. What is no silence is ignored, and
   * so is one with a matcher that cannot be read: what nobody understands hides nothing. At most
   * 1,000 are held.
   */
  public void put(String id, @Nullable DeskEntry entry) {
    Silence before = silences.remove(id);
    if (entry == null || entry.getSilence() == null || entry.getSilence().getTold()) {
      return;
    }
    if (silences.size() >= MOST) {
      LOG.error("{} is ignored: {} silences are held already", id, MOST);
      return;
    }
    try {
      silences.put(id, Silence.of(entry, before));
    } catch (IllegalArgumentException unusable) {
      LOG.error("{} hides nothing: {}", id, unusable.getMessage());
    }
  }

  /** The silence that hides an alert at that time; of several the one that ends last. */
  public Optional<DeskEntry> hiding(Incident incident, Instant now) {
    return hiding(incident.getAlert(), now);
  }

  private Optional<DeskEntry> hiding(Alert alert, Instant now) {
    return silences.values().stream()
        .filter(silence -> silence.holds(now) && silence.fits(alert))
        .max(Comparator.comparing(Silence::end))
        .map(Silence::entry);
  }

  /**
   * Is told of each record of {@code news.incidents} that somebody would be told of, once, in their
   * order: silences that fit it have hidden it, and their story is not cold.
   *
   * @param taken when the broker took the record
   */
  public void saw(Incident incident, Instant taken) {
    if (incident.getChange() != IncidentChange.RETRACTED) {
      silences.values().forEach(silence -> silence.saw(incident.getAlert(), taken));
    }
  }

  /**
   * Silences that are over and of which nobody was told yet, the one that ended first first. Each
   * is here until {@link #put} takes its {@link EndedSilence#told()} entry, or its absence.
   */
  public List<EndedSilence> ended(Instant now) {
    return silences.values().stream()
        .filter(silence -> silence.isOver(now))
        .sorted(Comparator.comparing(Silence::end))
        .map(Silence::ended)
        .toList();
  }
}
