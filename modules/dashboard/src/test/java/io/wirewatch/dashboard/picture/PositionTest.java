package io.wirewatch.dashboard.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.dashboard.picture.Position.Stand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositionTest {
  private static final Position POSITION =
      new Position(
          35,
          Map.of(
              Watched.ALERTS, new Stand("9f", List.of(0L, 36L, 60_466_176L)),
              Watched.DESK, new Stand("a0", List.of(5L))));

  @Test
  void text_ofAPosition_isOneTextAndReadsAsThatPosition() {
    assertThat(POSITION.text()).isEqualTo("1.z~a9f.0.10.100000~da0.5");
    assertThat(Position.of(POSITION.text())).contains(POSITION);
  }

  @Test
  void text_ofNoTopics_readsAsThat() {
    Position none = new Position(0, Map.of());

    assertThat(Position.of(none.text())).contains(none);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.",
        "7",
        "2.z~a9f.1",
        "1.z~",
        "1.z~a",
        "1.z~a.1",
        "1.z~x9f.1",
        "1.z~a9f.",
        "1.z~a9f.-1",
        "1.z~a9f.+1",
        "1.z~a9f.01",
        "1.z~a9f.1 ",
        "1.z~a9f.1\nevent: alert",
        "1.z~a9f.A",
        "1.z~a9f.١",
        "1.z~a9F.1",
        "1.z~a9f9f9f9f9f.1",
        "1.z~a9f.zzzzzzzzzzzzz",
        "1.zzzzzzzzzzzzz~a9f.1",
        "1.z~a9f.1~a9f.1",
        "1.z~d9f.1~a9f.1",
        "<script>",
        "null"
      })
  void of_aTextThatIsNone_isEmpty(String text) {
    assertThat(Position.of(text)).isEmpty();
  }

  @Test
  void of_aTextThatIsTooLong_isEmpty() {
    assertThat(Position.of("1.z~a9f" + ".1".repeat(10_000))).isEmpty();
    assertThat(Position.of("~".repeat(15_999))).isEmpty();
  }

  @Test
  void isBefore_aRecord_isSoWhereItLiesAtThePositionOrBehind() {
    assertThat(POSITION.isBefore(new Origin(Watched.ALERTS, 1, 35))).isFalse();
    assertThat(POSITION.isBefore(new Origin(Watched.ALERTS, 1, 36))).isTrue();
    assertThat(POSITION.isBefore(new Origin(Watched.ALERTS, 7, 0))).isTrue();
    assertThat(POSITION.isBefore(new Origin(Watched.INCIDENTS, 0, 0))).isTrue();
  }

  @Test
  void reaches_another_isSoWhereNoPartitionOfThatIsFurther() {
    Position less = desk("a0", 4L);

    assertThat(POSITION.reaches(less)).isTrue();
    assertThat(POSITION.reaches(POSITION)).isTrue();
    assertThat(less.reaches(POSITION)).isFalse();
    assertThat(POSITION.reaches(desk("a0", 5L, 1L))).isFalse();
  }

  @Test
  void isOf_another_isSoWhereTopicsAreTheSame() {
    assertThat(desk("a0", 4L).isOf(POSITION)).isTrue();
    assertThat(POSITION.isOf(desk("a0", 4L))).isFalse();
    assertThat(desk("b1", 4L).isOf(POSITION)).isFalse();
    assertThat(desk("a0", 4L, 4L).isOf(POSITION)).isFalse();
  }

  @Test
  void isOlderThan_atTheMinute_isNotYet() {
    Position told = new Position(Position.minuteOf(Samples.TIME), Map.of());
    Duration hour = Duration.ofHours(1);

    assertThat(told.isOlderThan(hour, Samples.TIME.plus(hour))).isFalse();
    assertThat(told.isOlderThan(hour, Samples.TIME.plus(hour).plusSeconds(60))).isTrue();
  }

  private static Position desk(String life, Long... offsets) {
    return new Position(0, Map.of(Watched.DESK, new Stand(life, List.of(offsets))));
  }
}
