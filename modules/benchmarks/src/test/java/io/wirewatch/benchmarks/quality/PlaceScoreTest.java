package io.wirewatch.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirewatch.annotate.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceScoreTest {
  private static final Point BAGHDAD = new Point(33.34, 44.40);
  private static final Point BAQUBA = new Point(33.75, 44.64);
  private static final Point MOSUL = new Point(36.34, 43.13);

  private final PlaceScore score = new PlaceScore();

  private static Span place(int start, int end, @Nullable Point point) {
    return new Span(start, end, EntityType.LOCATION, point);
  }

  @Test
  void kilometres_fromBaghdadToMosul_areAsOnAMap() {
    assertThat(BAGHDAD.kilometresTo(MOSUL)).isCloseTo(353, within(3.0));
  }

  @Test
  void places_foundNearFarAndUnplaced_areRecognisedButNotAllNear() {
    score.add(
        List.of(place(0, 7, BAGHDAD), place(10, 17, BAGHDAD), place(20, 27, BAGHDAD)),
        List.of(place(0, 7, BAQUBA), place(10, 17, MOSUL), place(22, 30, null)));

    assertThat(score.recognition()).isEqualTo(new Counts(3, 3, 3));
    assertThat(score.nearOfPlaced()).isEqualTo(0.5);
    assertThat(score.nearOfAll()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void spans_thatOnlyTouchAPlace_doNotFindIt() {
    score.add(List.of(place(5, 10, BAGHDAD)), List.of(place(0, 5, null), place(10, 15, null)));

    assertThat(score.recognition()).isEqualTo(new Counts(0, 2, 1));
  }

  @Test
  void span_overTwoPlaces_findsOne() {
    score.add(List.of(place(0, 5, BAGHDAD), place(6, 10, BAGHDAD)), List.of(place(0, 10, BAGHDAD)));

    assertThat(score.recognition()).isEqualTo(new Counts(1, 1, 2));
  }

  @Test
  void secondSpan_onAFoundPlace_isNotWrong() {
    score.add(List.of(place(0, 10, BAGHDAD)), List.of(place(0, 4, BAGHDAD), place(5, 10, MOSUL)));

    assertThat(score.recognition()).isEqualTo(new Counts(1, 1, 1));
    assertThat(score.nearOfAll()).isEqualTo(1);
  }

  @Test
  void place_markedWithoutCoordinates_isNeitherMissedNorWrong() {
    score.add(List.of(place(0, 5, null), place(6, 10, null)), List.of(place(0, 5, BAGHDAD)));

    assertThat(score.recognition()).isEqualTo(Counts.NONE);
  }

  @Test
  void organizations_onlyWithAPlace_sayOfPlaces() {
    score.add(
        List.of(),
        List.of(
            Span.of(0, 5, EntityType.ORGANIZATION),
            new Span(6, 10, EntityType.ORGANIZATION, MOSUL)));

    assertThat(score.recognition()).isEqualTo(new Counts(0, 1, 0));
  }
}
