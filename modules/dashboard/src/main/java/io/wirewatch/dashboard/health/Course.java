package io.wirewatch.dashboard.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * The surveys of the last half minute, and what they say together: rates and states. Rates are
 * records a second where {@link MarkerCount} counts; else offsets a second, and the marker that
 * ends a transaction in a partition has an offset too. For one thread.
 */
final class Course {
  /* A lag is what one moment says: records come in batches and commits at intervals, so that it jumps. What stands is the
   * least lag of the last ten seconds; work that is done meanwhile is no lag. It has grown where it is above even the
   * greatest lag of the ten seconds that began half a minute ago, and by more than what is read between two surveys. */
  private static final Duration RATE = Duration.ofSeconds(10);
  private static final Duration GROWTH = Duration.ofSeconds(30);
  private static final Duration KEPT = GROWTH.plusSeconds(5);
  private static final double SURVEY_SECONDS = 2;
  private static final double MOST_SECONDS_LEFT = 60;

  private final Deque<Survey> surveys = new ArrayDeque<>();

  /** Adds the newest; those of a time that the clock has taken back are forgotten. */
  void add(Survey survey) {
    surveys.removeIf(
        old -> !old.at().isBefore(survey.at()) || old.at().isBefore(survey.at().minus(KEPT)));
    surveys.addLast(survey);
  }

  /** Adds to the newest how many markers there are; where that fails, as many as before. */
  void count(Function<Survey, Map<String, Double>> markers) {
    Survey newest = surveys.removeLast();
    Map<String, Double> before = surveys.isEmpty() ? Map.of() : surveys.getLast().markers();
    surveys.addLast(newest.with(before));
    Map<String, Double> counted = markers.apply(newest);
    surveys.removeLast();
    surveys.addLast(newest.with(counted));
  }

  /** The newest. */
  Survey now() {
    return surveys.getLast();
  }

  /** Whether there is any. */
  boolean isBegun() {
    return !surveys.isEmpty();
  }

  /** Whether there are two, so that something can be said of rates. */
  boolean hasRates() {
    return surveys.size() > 1;
  }

  /** Records a second that a stage has dealt with. */
  double in(WorkStage stage) {
    return offsetsIn(stage) * share(stage.reads());
  }

  /** Which share of a topic's newest offsets are records. */
  private double share(String topic) {
    // Where nothing comes, what came before is read: it was like the last that came.
    for (Survey from : List.of(before(RATE), surveys.getFirst())) {
      long offsets = now().since(from, topic, Survey::ends);
      if (offsets > 0) {
        return now().recordsSince(from, topic) / offsets;
      }
    }
    return 1;
  }

  /** Records a second by which what comes of a stage's work grows. */
  double out(WorkStage stage) {
    return growth(stage.writes().get(0));
  }

  /** Records a second by which a topic grows. */
  double growth(String topic) {
    Survey from = before(RATE);
    return perSecond(from, now().recordsSince(from, topic));
  }

  private double offsetsIn(WorkStage stage) {
    Survey from = before(RATE);
    double read =
        now().since(from, stage.reads(), survey -> survey.group(stage.group()).committed());
    return perSecond(from, read);
  }

  private double perSecond(Survey from, double count) {
    double seconds = Duration.between(from.at(), now().at()).toMillis() / 1000.0;
    return seconds > 0 ? count / seconds : 0;
  }

  /** The newest that is at least so old, else the oldest. */
  private Survey before(Duration age) {
    Instant time = now().at().minus(age);
    Survey found = surveys.getFirst();
    for (Survey survey : surveys) {
      if (!survey.at().isAfter(time)) {
        found = survey;
      }
    }
    return found;
  }

  /** How a stage is; it is not said to be behind before that has been seen for ten seconds. */
  StageState state(WorkStage stage) {
    Survey.Group group = now().group(stage.group());
    if (!group.alive()) {
      return group.known() || !group.committed().isEmpty() ? StageState.STOPPED : StageState.ABSENT;
    }
    return isBehind(stage) ? StageState.BEHIND : StageState.WORKING;
  }

  private boolean isBehind(WorkStage stage) {
    if (before(RATE).at().isAfter(now().at().minus(RATE))) {
      return false;
    }
    double rate = offsetsIn(stage);
    long standing = lags(stage, Duration.ZERO, RATE).min().orElse(0);
    boolean isLong = standing > MOST_SECONDS_LEFT * rate;
    boolean hasGrown =
        lags(stage, GROWTH.minus(RATE), GROWTH).max().stream().anyMatch(most -> standing > most);
    return isLong || (hasGrown && standing > SURVEY_SECONDS * rate);
  }

  /** Of surveys that are at least and at most so old. */
  private LongStream lags(WorkStage stage, Duration least, Duration most) {
    Instant from = now().at().minus(most);
    Instant to = now().at().minus(least);
    return surveys.stream()
        .filter(survey -> !survey.at().isBefore(from) && !survey.at().isAfter(to))
        .mapToLong(survey -> survey.lag(stage));
  }
}
