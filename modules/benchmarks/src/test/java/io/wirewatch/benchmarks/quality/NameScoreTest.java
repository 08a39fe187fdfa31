package io.wirewatch.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirewatch.annotate.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameScoreTest {
  private final NameScore score = new NameScore();

  private static Span person(int start, int end) {
    return Span.of(start, end, EntityType.PERSON);
  }

  private static Span organization(int start, int end) {
    return Span.of(start, end, EntityType.ORGANIZATION);
  }

  @Test
  void names_withAnotherEndOrType_areWrongAndMissed() {
    score.add(
        List.of(person(0, 5), person(10, 15), organization(20, 30)),
        List.of(person(0, 5), person(10, 16), person(20, 30)));

    assertThat(score.of(EntityType.PERSON)).isEqualTo(new Counts(1, 3, 2));
    assertThat(score.of(EntityType.ORGANIZATION)).isEqualTo(new Counts(0, 0, 1));
    assertThat(score.all()).isEqualTo(new Counts(1, 3, 3));
  }

  @Test
  void groups_foundAsOrganizations_areRight() {
    score.add(List.of(Span.of(0, 4, EntityType.GROUP)), List.of(organization(0, 4)));

    assertThat(score.all()).isEqualTo(new Counts(1, 1, 1));
  }

  @Test
  void nationalities_markedOrFound_areLeftOut() {
    score.add(
        List.of(Span.of(0, 5, EntityType.NATIONALITY)),
        List.of(Span.of(10, 15, EntityType.NATIONALITY)));

    assertThat(score.all()).isEqualTo(Counts.NONE);
  }

  @Test
  void places_withCoordinatesOrWithout_areTheSameName() {
    score.add(
        List.of(Span.of(0, 5, EntityType.LOCATION)),
        List.of(new Span(0, 5, EntityType.LOCATION, new Point(33, 44))));

    assertThat(score.all()).isEqualTo(new Counts(1, 1, 1));
  }

  @Test
  void articles_ofDifferentLength_countByTheirNames() {
    score.add(List.of(person(0, 1)), List.of());
    score.add(
        List.of(person(0, 1), person(2, 3), person(4, 5)),
        List.of(person(0, 1), person(2, 3), person(6, 7)));

    assertThat(score.all().precision()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(score.all().recall()).isCloseTo(0.5, within(1e-12));
    assertThat(score.all().f1()).isCloseTo(4 / 7.0, within(1e-12));
  }

  @Test
  void f1_ofNothing_isZero() {
    assertThat(score.all().f1()).isZero();
  }
}
