package io.wirewatch.replay;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What became of the records of a backtest: read = unreadable + rejected + duplicate + failed +
 * outside + warming up + examined. Any thread may look.
 */
public final class ReplaySums {
  private static final String PREFIX = "n/";

  private final Map<Sum, AtomicLong> sums = new EnumMap<>(Sum.class);
  private final AtomicLong firstMillis = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong lastMillis = new AtomicLong(Long.MIN_VALUE);

  /** From the earliest event time of an examined article to the latest. */
  public record Span(Instant first, Instant last) {}

  /** What is counted. */
  public enum Sum {
    /** Records that were read. */
    READ,
    /** Whose bytes cannot be read. */
    UNREADABLE,
    /** Whose article cannot be used. */
    REJECTED,
    /** Whose text was there before. */
    DUPLICATE,
    /** On which a step broke. */
    FAILED,
    /** Not of the time, the regions or the sources that were asked for. */
    OUTSIDE,
    /** Before the time that was asked for; read to know revisions. */
    WARM_UP,
    /** Asked for, and put to the rules. */
    EXAMINED,
    /** Alerts of the rules that are tried. */
    ALERTS,
    /** Of them, those taken back later. */
    RETRACTED;

    /** As it is called in reports. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** All zero. */
  public ReplaySums() {
    for (Sum sum : Sum.values()) {
      sums.put(sum, new AtomicLong());
    }
  }

  /** How many there are by now. */
  public long of(Sum sum) {
    return counter(sum).get();
  }

  /** The time that the examined articles are of; empty where there is none. */
  public Optional<Span> span() {
    return firstMillis.get() > lastMillis.get()
        ? Optional.empty()
        : Optional.of(
            new Span(
                Instant.ofEpochMilli(firstMillis.get()), Instant.ofEpochMilli(lastMillis.get())));
  }

  void examined(long eventMillis) {
    add(Sum.EXAMINED);
    firstMillis.set(Math.min(firstMillis.get(), eventMillis));
    lastMillis.set(Math.max(lastMillis.get(), eventMillis));
  }

  void add(Sum sum) {
    add(sum, 1);
  }

  void add(Sum sum, long count) {
    counter(sum).addAndGet(count);
  }

  void keep(Workbench bench) {
    sums.forEach((sum, count) -> Numbers.put(bench, PREFIX + sum.label(), count.get()));
    Numbers.put(bench, PREFIX + "first", firstMillis.get());
    Numbers.put(bench, PREFIX + "last", lastMillis.get());
  }

  void recall(Workbench bench) {
    sums.forEach((sum, count) -> count.set(Numbers.get(bench, PREFIX + sum.label(), 0)));
    firstMillis.set(Numbers.get(bench, PREFIX + "first", Long.MAX_VALUE));
    lastMillis.set(Numbers.get(bench, PREFIX + "last", Long.MIN_VALUE));
  }

  private AtomicLong counter(Sum sum) {
    return Objects.requireNonNull(sums.get(sum));
  }
}
