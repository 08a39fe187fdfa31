package io.wirewatch.dashboard.health;

import static io.wirewatch.dashboard.health.Surveys.ENRICH;
import static io.wirewatch.dashboard.health.Surveys.RAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

final class CourseTest {
  private final Course course = new Course();

  @Test
  void rates_areThoseOfTheLastTenSeconds() {
    course.add(Surveys.at(0, 0, 0));
    course.add(Surveys.at(10, 1_000, 1_000));
    course.add(Surveys.at(20, 1_050, 1_080));

    assertThat(course.in(ENRICH)).isEqualTo(5);
    assertThat(course.out(ENRICH)).isEqualTo(5);
    assertThat(course.growth(RAW.topic())).isEqualTo(8);
  }

  @Test
  void rates_ofLessThanTenSeconds_areThoseOfAllThereIs() {
    course.add(Surveys.at(0, 0, 0));
    assertThat(course.hasRates()).isFalse();

    course.add(Surveys.at(4, 12, 20));

    assertThat(course.hasRates()).isTrue();
    assertThat(course.in(ENRICH)).isEqualTo(3);
  }

  @Test
  void rate_ofAStageThatWasSetBack_isNotNegative() {
    course.add(Surveys.at(0, 500, 500));
    course.add(Surveys.at(2, 0, 500));

    assertThat(course.in(ENRICH)).isZero();
  }

  @Test
  void rate_ofAPartitionThatIsReadForTheFirstTime_isUnknownAndCountsForNothing() {
    course.add(Surveys.of(0, Map.of(RAW, 90L), Surveys.working(Map.of())));
    course.add(Surveys.of(2, Map.of(RAW, 90L), Surveys.working(Map.of(RAW, 80L))));

    assertThat(course.in(ENRICH)).isZero();
  }

  @Test
  void rates_whereMarkersAreCounted_areThoseOfRecords() {
    // Of 40 offsets that came, each second one is a marker; the stage has read 20 of them.
    course.add(Surveys.at(0, 0, 0).with(Map.of(RAW.topic(), 7.0)));
    course.add(Surveys.at(10, 20, 40).with(Map.of(RAW.topic(), 27.0)));

    assertThat(course.growth(RAW.topic())).isEqualTo(2);
    assertThat(course.in(ENRICH)).isEqualTo(1);
  }

  @Test
  void rateIn_whereNothingComesAnyMore_isOfRecordsLikeTheLastThatCame() {
    course.add(Surveys.at(0, 0, 0).with(Map.of(RAW.topic(), 0.0)));
    course.add(Surveys.at(5, 0, 400).with(Map.of(RAW.topic(), 300.0)));
    course.add(Surveys.at(15, 40, 400).with(Map.of(RAW.topic(), 300.0)));

    assertThat(course.in(ENRICH)).isEqualTo(1);
  }

  @Test
  void count_thatFails_goesOnFromWhatWasCountedBefore() {
    course.add(Surveys.at(0, 0, 0));
    course.count(survey -> Map.of(RAW.topic(), 5.0));
    course.add(Surveys.at(2, 0, 10));

    assertThatThrownBy(
            () ->
                course.count(
                    survey -> {
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");
    assertThat(course.now().markers()).containsEntry(RAW.topic(), 5.0);
    assertThat(course.growth(RAW.topic())).isEqualTo(5);
  }

  @Test
  void add_afterTheClockWasSetBack_forgetsWhatCannotHaveBeen() {
    course.add(Surveys.at(1_000, 9_000, 9_000));
    course.add(Surveys.at(10, 9_010, 9_010));

    assertThat(course.hasRates()).isFalse();
  }

  @Test
  void state_ofAGroupThatNobodyKnows_isAbsent() {
    course.add(Surveys.of(0, Map.of(RAW, 5L), Survey.Group.NONE));

    assertThat(course.state(ENRICH)).isEqualTo(StageState.ABSENT);
  }

  @Test
  void state_ofAGroupWithoutMembers_isStoppedHoweverLittleWaits() {
    Survey.Group left = new Survey.Group(true, false, Map.of(RAW, 5L), Map.of());
    course.add(Surveys.of(0, Map.of(RAW, 5L), left));

    assertThat(course.state(ENRICH)).isEqualTo(StageState.STOPPED);
  }

  @Test
  void state_whereWhatWaitsIsReadWithinTheMinute_isWorking() {
    // 100 a second, with half a minute of work before it that does not grow.
    watch(60, second -> 100 * second, second -> 100 * second + 3_000);

    assertThat(course.state(ENRICH)).isEqualTo(StageState.WORKING);
  }

  @Test
  void state_whereWhatWaitsTakesOverAMinute_isBehind() {
    watch(60, second -> 10 * second, second -> 10 * second + 700);

    assertThat(course.state(ENRICH)).isEqualTo(StageState.BEHIND);
  }

  @Test
  void state_ofWhoHoldsPartitionsAndReadsNothing_isBehind() {
    watch(14, second -> 5, second -> 6);

    assertThat(course.state(ENRICH)).isEqualTo(StageState.BEHIND);
  }

  @Test
  void state_beforeTenSecondsWereSeen_isNotSaidToBeBehind() {
    watch(8, second -> 5, second -> 1_000_000);

    assertThat(course.state(ENRICH)).isEqualTo(StageState.WORKING);
  }

  @Test
  void state_whereWhatWaitsGrows_isBehindLongBeforeTheMinuteIsFull() {
    // Reads 100 a second of 120 that come: after 30 seconds 600 wait, six seconds of work.
    watch(30, second -> 100 * second, second -> 120 * second);

    assertThat(course.state(ENRICH)).isEqualTo(StageState.BEHIND);
  }

  @Test
  void state_whereWhatWaitsOnlyJumpsWithEachBatch_isWorking() {
    // Commits every six seconds: up to 600 wait, and again none.
    watch(60, second -> 100 * (second - second % 6), second -> 100 * second);

    assertThat(course.state(ENRICH)).isEqualTo(StageState.WORKING);
  }

  @Test
  void state_whereALittleMoreIsUnderWayThanBefore_isWorking() {
    // From 10 a second to 100: now 100 are under way at any moment, and were 1.
    watch(
        30,
        second -> second < 10 ? 10 * second : 100 * second - 900,
        second -> second < 10 ? 10 * second + 1 : 100 * second - 800);

    assertThat(course.state(ENRICH)).isEqualTo(StageState.WORKING);
  }

  private void watch(long seconds, LongUnaryOperator read, LongUnaryOperator end) {
    for (long second = 0; second <= seconds; second += 2) {
      course.add(Surveys.at(second, read.applyAsLong(second), end.applyAsLong(second)));
    }
  }
}
