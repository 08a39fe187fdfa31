package io.wirewatch.ingest.rhythm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.time.Duration;
import java.time.Instant;

/**
 * When a source talks, learned from when its items came, and how long it may be silent. Learns only
 * when an item comes: a silence that does not end teaches nothing. Not thread-safe.
 */
final class SourceRhythm {
  /* Time is measured in items that the hours of the week let expect. What a silence may last, in that measure, is
   * learned from the silences before (GapTail): so long that chance alone exceeds it rarely, but never more than some normal
   * gaps. It is widened while the last silences were longer than usual: on a holiday with a few items a day the first
   * silence alarms, and not each that follows. And it is widened while alarms of weeks turned out to be false, so that a
   * source whose habits none of this describes does not cry wolf either. */

  /** Items so close together are one utterance, with no silence between. */
  static final Duration UTTERANCE = Duration.ofMinutes(5);

  /** Nothing is said of a source before it was watched so long. */
  static final Duration LEAST_WATCHED = Duration.ofDays(21);

  /** And before it had so many silences. */
  static final int LEAST_GAPS = 10;

  /** How often a silence of mere chance may be taken for the end. */
  private static final double CHANCE_A_MONTH = 0.2;

  private static final double MOST_NORMAL_GAPS = 2;
  private static final double LEAST_BOUND = 3;

  /** What a silence that alarmed may teach. */
  private static final double MOST_BOUNDS = 2;

  /** So long is an alarm that the source ended by itself held against it. */
  private static final double ALARM_WEEKS = 4;

  /** So many of them are no more than chance. */
  private static final double USUAL_ALARMS = 1.5;

  private static final double WIDER_AN_ALARM = 0.5;

  private static final double NEWEST_SHARE = 1 / 16.0;
  private static final double MOST_OF_PACE = 20;
  private static final double USUAL_OF_PACE = 0.5;

  /** A silence that alarmed and was longer is no part of the rhythm: a holiday, or an outage. */
  private static final Duration LONGEST_OF_RHYTHM = Duration.ofDays(1);

  private static final int MOST_SILENT_HOURS = 5 * WeekRates.HOURS;
  private static final double WEEK_MILLIS = Duration.ofDays(7).toMillis();
  private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();
  private static final long NEVER = Long.MIN_VALUE;
  private static final long MOST_MILLIS = Duration.ofDays(400_000).toMillis();

  private final WeekRates rates;
  private final GapTail tail;
  private long first = NEVER;
  private long last = NEVER;
  private int inThisHour;
  private int gaps;
  private double pace = 1;
  private double unwatched;
  private double bound;
  private double alarms;

  SourceRhythm() {
    this(new WeekRates(), new GapTail());
  }

  private SourceRhythm(WeekRates rates, GapTail tail) {
    this.rates = rates;
    this.tail = tail;
  }

  boolean hasBegun() {
    return last != NEVER;
  }

  /** When the last item came. */
  Instant last() {
    return Instant.ofEpochMilli(last);
  }

  /** Whether enough was learned to say that a silence is too long. */
  boolean isLearned() {
    return gaps >= LEAST_GAPS && last - first >= LEAST_WATCHED.toMillis();
  }

  /** An item came. Times before the last one's count as the same time. */
  void came(Instant at) {
    if (!hasBegun()) {
      first = at.toEpochMilli();
      last = first;
      inThisHour = 1;
      return;
    }
    long now = Math.max(last, at.toEpochMilli());
    boolean alarmed = isTooLong(at);
    boolean away = alarmed && now - last > LONGEST_OF_RHYTHM.toMillis();
    // In the beginning a rate is known by the silence itself alone.
    double before = isLearned() ? silence(at) : Double.NaN;
    learnHours(now, away || unwatched > 0);
    if (now - last >= UTTERANCE.toMillis()) {
      learnGap(Double.isNaN(before) ? silence(at) : before, (now - last) / WEEK_MILLIS);
    }
    alarms = alarms * Math.exp(-(now - last) / WEEK_MILLIS / ALARM_WEEKS) + (alarmed ? 1 : 0);
    last = now;
    unwatched = 0;
    double most = Math.min(tail.exceeded(CHANCE_A_MONTH), MOST_NORMAL_GAPS * tail.normal());
    bound = Math.max(LEAST_BOUND, most);
  }

  private void learnGap(double silence, double weeks) {
    gaps = Math.min(gaps + 1, LEAST_GAPS);
    double usual = isLearned() ? Math.min(silence, MOST_BOUNDS * bound()) : silence;
    tail.learn(usual / slowness(), weeks);
    pace += NEWEST_SHARE * (Math.min(silence / tail.mean(), MOST_OF_PACE) - pace);
  }

  /** Hours that were not watched, or in which the source was away, are not its rhythm. */
  private void learnHours(long now, boolean away) {
    long hour = Math.floorDiv(last, HOUR_MILLIS);
    long end = Math.floorDiv(now, HOUR_MILLIS);
    if (end > hour) {
      rates.learn(hour, inThisHour);
      inThisHour = 0;
      long from = Math.max(hour + 1, end - MOST_SILENT_HOURS);
      for (long silent = from; !away && silent < end; silent++) {
        rates.learn(silent, 0);
      }
    }
    inThisHour = Math.min(inThisHour + 1, Integer.MAX_VALUE - 1);
  }

  /** How much longer its last silences were than it usually has them; 1 where they were not. */
  private double slowness() {
    return Math.max(1, pace - USUAL_OF_PACE);
  }

  /** Nobody asked the source between these times, so its silence then means nothing. */
  void wasNotWatched(Instant from, Instant to) {
    if (hasBegun()) {
      unwatched += rates.expected(Math.max(last, from.toEpochMilli()), to.toEpochMilli());
    }
  }

  /** How many items would have come since the last one. */
  double silence(Instant now) {
    return Math.max(0, rates.expected(last, now.toEpochMilli()) - unwatched);
  }

  /** How many items may be missing. */
  double bound() {
    return bound * slowness() * (1 + WIDER_AN_ALARM * Math.max(0, alarms - USUAL_ALARMS));
  }

  boolean isTooLong(Instant now) {
    return isLearned() && silence(now) > bound();
  }

  void write(DataOutput out) throws IOException {
    rates.write(out);
    tail.write(out);
    out.writeLong(first);
    out.writeLong(last);
    out.writeInt(inThisHour);
    out.writeInt(gaps);
    for (double value : new double[] {pace, unwatched, bound, alarms}) {
      out.writeFloat((float) value);
    }
  }

  static SourceRhythm read(DataInput in) throws IOException {
    SourceRhythm rhythm = new SourceRhythm(WeekRates.read(in), GapTail.read(in));
    rhythm.first = in.readLong();
    rhythm.last = in.readLong();
    rhythm.inThisHour = in.readInt();
    rhythm.gaps = in.readInt();
    rhythm.pace = Floats.read(in);
    rhythm.unwatched = Floats.read(in);
    rhythm.bound = Floats.read(in);
    rhythm.alarms = Floats.read(in);
    boolean fresh = rhythm.first == NEVER && rhythm.last == NEVER;
    boolean times = isTime(rhythm.first) && isTime(rhythm.last) && rhythm.first <= rhythm.last;
    if (!(fresh || times) || rhythm.inThisHour < 0 || rhythm.gaps < 0) {
      throw new StreamCorruptedException("times or counts that no snapshot has");
    }
    return rhythm;
  }

  private static boolean isTime(long millis) {
    return Math.abs(millis) <= MOST_MILLIS;
  }
}
