package io.wirewatch.ingest.poll;

import io.wirewatch.FeedDay;
import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
import io.wirewatch.ingest.source.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a source does.
 *
 * @param source its name
 * @param url its address, or where it has moved to for good
 * @param health in one word
 * @param status what the last poll came to
 * @param lastSuccess when it last answered as it should; null for never
 * @param lastItem when an item of it was last published; null for never
 * @param nextPoll not asked before; null where it is asked no more
 * @param interval how far apart polls are now
 * @param itemsADay over the last 7 days, or since its first
 * @param itemsByDay by day (UTC), the last 14
 * @param counts polls and items since the beginning
 * @param errors failed polls by kind
 * @param robots what robots.txt said, by decision
 * @param alarms what is wrong with it now, in words, the oldest first
 * @param labels what the file of sources says of it; its language is not kept
 * @param hub how it is brought
 */
public record SourceCard(
    String source,
    String url,
    Health health,
    String status,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastItem,
    @Nullable Instant nextPoll,
    Duration interval,
    double itemsADay,
    SortedMap<LocalDate, Long> itemsByDay,
    Counts counts,
    SortedMap<String, Long> errors,
    SortedMap<String, Long> robots,
    List<String> alarms,
    Labels labels,
    Hub hub) {

  private static final int WEEK = 7;

  /**
   * How a source's hub does.
   *
   * @param address the hub that its content names; null for none
   * @param until when the lease ends; null where it brings nothing
   * @param lastPush when it last brought something
   * @param pushes contents that it brought
   */
  public record Hub(
      @Nullable String address, @Nullable Instant until, @Nullable Instant lastPush, long pushes) {}

  /** How it is, in one word. */
  public enum Health {
    WELL,
    FAILING,
    UNREADABLE,
    FORBIDDEN,
    GONE,
    NEW
  }

  /**
   * Since the beginning.
   *
   * @param polls all
   * @param notModified answered with 304
   * @param unconditional without anything to compare with
   * @param items published
   * @param rejected items that could not be used
   * @param extractionFailures contents of which nothing could be used
   */
  public record Counts(
      long polls,
      long notModified,
      long unconditional,
      long items,
      long rejected,
      long extractionFailures) {

    /** The share of polls that were answered with 304, 0 to 1. */
    public double notModifiedShare() {
      return polls == 0 ? 0 : (double) notModified / polls;
    }
  }

  /** The card of a state, at a moment. */
  public static SourceCard of(FeedState state, Instant now) {
    SortedMap<LocalDate, Long> days = new TreeMap<>();
    state.getDays().forEach(day -> days.put(day.getDay(), day.getItems()));
    return new SourceCard(
        state.getSource(),
        state.getMovedTo() == null ? state.getUrl() : state.getMovedTo(),
        health(state),
        state.getStatus(),
        state.getLastSuccess(),
        state.getLastItem(),
        state.getGone() ? null : state.getNextPoll(),
        Duration.ofMillis(state.getIntervalMillis()),
        itemsADay(state, now),
        days,
        new Counts(
            state.getPolls(),
            state.getNotModified(),
            state.getUnconditional(),
            state.getItems(),
            state.getRejected(),
            state.getExtractionFailures()),
        new TreeMap<>(state.getErrors()),
        new TreeMap<>(state.getRobots()),
        state.getAlarms().stream().map(SourceCard::words).toList(),
        new Labels(null, state.getRegion(), state.getCategory()),
        new Hub(
            state.getHub(),
            state.getPushedUntil() != null && state.getPushedUntil().isAfter(now)
                ? state.getPushedUntil()
                : null,
            state.getLastPush(),
            state.getPushes()));
  }

  private static String words(SourceAlarm alarm) {
    return "%s since %s: %s"
        .formatted(
            alarm.getKind().name().toLowerCase(Locale.ROOT),
            alarm.getSince().truncatedTo(ChronoUnit.SECONDS),
            alarm.getExplanation());
  }

  private static Health health(FeedState state) {
    if (state.getGone()) {
      return Health.GONE;
    }
    if (state.getUnreadable()) {
      return Health.UNREADABLE;
    }
    if (state.getFailures() > 0) {
      return Health.FAILING;
    }
    Instant success = state.getLastSuccess();
    boolean answered = success != null && success.equals(state.getLastPoll());
    if (answered) {
      return Health.WELL;
    }
    return state.getPolls() == 0 ? Health.NEW : Health.FORBIDDEN;
  }

  private static double itemsADay(FeedState state, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate since = today.minusDays(WEEK - 1);
    long items = 0;
    LocalDate first = today;
    for (FeedDay day : state.getDays()) {
      if (!day.getDay().isBefore(since)) {
        items += day.getItems();
        first = day.getDay().isBefore(first) ? day.getDay() : first;
      }
    }
    return (double) items / (ChronoUnit.DAYS.between(first, today) + 1);
  }

  /** The errors in one line, the most frequent first; empty where there are none. */
  public String errorLine() {
    return errors.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(error -> error.getKey() + " " + error.getValue())
        .collect(Collectors.joining(", "));
  }
}
