package io.wirewatch.replay;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which articles a backtest is about.
 *
 * @param from the earliest event time
 * @param to before this event time
 * @param warmUp so long before {@code from} articles are alerted on, but not counted, so that their
 *     revisions are known as such
 * @param regions codes; an article has to be about one, or about a part of one; empty for any
 * @param sources names, in any case; empty for any
 */
public record Scope(
    Instant from, Instant to, Duration warmUp, Set<String> regions, Set<String> sources) {

  /** Everything. */
  public static final Scope ALL =
      new Scope(Instant.MIN, Instant.MAX, Duration.ZERO, Set.of(), Set.of());

  /** Copies the sets. */
  public Scope {
    regions = Set.copyOf(regions);
    sources = Set.copyOf(sources);
  }

  /** What is done with an article. */
  enum Use {
    /** Nothing. */
    NONE,
    /** Its alerts are remembered, not counted. */
    WARM_UP,
    /** Its alerts count. */
    FULL
  }

  /** What is done with an article of that time, whatever it is about. */
  Use use(Instant eventTime) {
    if (!eventTime.isBefore(to)) {
      return Use.NONE;
    }
    if (!eventTime.isBefore(from)) {
      return Use.FULL;
    }
    return eventTime.isBefore(earliest()) ? Use.NONE : Use.WARM_UP;
  }

  /** The event time from which on articles are read. */
  public Instant earliest() {
    return from.equals(Instant.MIN) ? from : from.minus(warmUp);
  }

  /** Whether it has to be known what articles are about. */
  boolean isOfRegions() {
    return !regions.isEmpty();
  }

  /** Whether its regions and source are among those that are asked for. */
  boolean wants(EnrichedArticle article) {
    return wants(article.getArticle().getSource(), article.getRegions());
  }

  /** Whether an alert that was live is of an article that counts. */
  public boolean counts(Alert alert) {
    return use(alert.getEventTime()) == Use.FULL && wants(alert.getSource(), alert.getRegions());
  }

  private boolean wants(String source, List<Region> about) {
    return (sources.isEmpty() || sources.stream().anyMatch(source::equalsIgnoreCase))
        && (regions.isEmpty() || about.stream().map(Region::getCode).anyMatch(this::isAsked));
  }

  private boolean isAsked(String code) {
    return regions.stream()
        .anyMatch(
            asked ->
                code.startsWith(asked)
                    && (code.length() == asked.length() || code.charAt(asked.length()) == '-'));
  }
}
