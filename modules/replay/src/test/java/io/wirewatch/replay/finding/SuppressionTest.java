package io.wirewatch.replay.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.EntityType;
import io.wirewatch.Field;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import io.wirewatch.rules.Suppress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SuppressionTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Region IRAQ = region("IQ");
  private static final Region SYRIA = region("SY");

  private static Region region(String code) {
    return new Region(code, RegionLevel.COUNTRY, code, code, 33.0, 44.0, 1.0);
  }

  /** At most so many within an hour. */
  private static Suppression anHour(int max) {
    return new Suppression(Optional.of(by(max, "rule")));
  }

  private static Suppress by(int max, String... what) {
    return new Suppress(List.of(what), Duration.ofHours(1), max);
  }

  private static long noonAnd(int minutes) {
    return NOON.plus(Duration.ofMinutes(minutes)).toEpochMilli();
  }

  private static Alert alert(Region... regions) {
    return Alert.newBuilder()
        .setId("alert-1")
        .setStatus(AlertStatus.NEW)
        .setRule("border")
        .setRuleVersion("1")
        .setRuleSet("1")
        .setSeverity(Severity.HIGH)
        .setArticle("article-1")
        .setRevision(1)
        .setHeadline("Gate")
        .setSource("Rafidain Wire")
        .setLanguage("en")
        .setObservedAt(NOON)
        .setEventTime(NOON)
        .setRegions(List.of(regions))
        .setMatches(List.of())
        .build();
  }

  private static EnrichedArticle naming(String... ids) {
    RawArticle article =
        RawArticle.newBuilder()
            .setId("article-1")
            .setSource("Rafidain Wire")
            .setHeadline("Gate")
            .setBody("The border is open.")
            .setObservedAt(NOON)
            .setFeed("page:test")
            .build();
    List<Entity> entities = Stream.of(ids).map(SuppressionTest::entity).toList();
    return new EnrichedArticle(article, 1, "en", entities, List.of(), null, null);
  }

  private static Entity entity(String id) {
    return new Entity(Field.BODY, 4, 10, "border", EntityType.LOCATION, id, 1.0, null);
  }

  @Test
  void wakes_withoutSuppression_always() {
    Suppression none = new Suppression(Optional.empty());

    assertThat(none.wakes("", noonAnd(0))).isTrue();
    assertThat(none.wakes("", noonAnd(0))).isTrue();
  }

  @Test
  void wakes_atMostSoOftenInAWindow() {
    Suppression two = anHour(2);

    assertThat(two.wakes("a", noonAnd(0))).isTrue();
    assertThat(two.wakes("a", noonAnd(10))).isTrue();
    assertThat(two.wakes("a", noonAnd(20))).isFalse();
  }

  @Test
  void wakes_whenTheWindowOfEventTimeHasPassed_again() {
    Suppression one = anHour(1);
    one.wakes("a", noonAnd(0));

    assertThat(one.wakes("a", noonAnd(60) - 1)).isFalse();
    assertThat(one.wakes("a", noonAnd(60))).isTrue();
  }

  @Test
  void wakes_afterOneThatWokeNobody_countsFromTheOneThatDid() {
    Suppression one = anHour(1);
    one.wakes("a", noonAnd(0));
    one.wakes("a", noonAnd(59));

    assertThat(one.wakes("a", noonAnd(61))).isTrue();
  }

  @Test
  void wakes_inAWindowThatSlides_neverMoreOftenThanItMay() {
    Suppression two = anHour(2);
    two.wakes("a", noonAnd(0));
    two.wakes("a", noonAnd(50));

    assertThat(two.wakes("a", noonAnd(61))).isTrue();
    assertThat(two.wakes("a", noonAnd(70))).isFalse();
    assertThat(two.wakes("a", noonAnd(110))).isTrue();
  }

  @Test
  void wakes_ofAnotherGroup_countsApart() {
    Suppression one = anHour(1);
    one.wakes("a", noonAnd(0));

    assertThat(one.wakes("b", noonAnd(1))).isTrue();
    assertThat(one.wakes("a", noonAnd(2))).isFalse();
  }

  @Test
  void group_byRegion_isTheHeaviest() {
    assertThat(Suppression.group(by(1, "region"), alert(IRAQ, SYRIA), null)).isEqualTo("IQ");
    assertThat(Suppression.group(by(1, "region"), alert(SYRIA, IRAQ), null)).isEqualTo("SY");
  }

  @Test
  void group_byRegionOfNone_isOneOfItsOwn() {
    assertThat(Suppression.group(by(1, "region"), alert(), null)).isEmpty();
  }

  @Test
  void group_bySeveral_differsWhereOneOfThemDoes() {
    Suppress suppress = by(1, "rule", "source", "language", "region");

    assertThat(Suppression.group(suppress, alert(IRAQ), null))
        .isEqualTo("border\nRafidain Wire\nen\nIQ")
        .isNotEqualTo(Suppression.group(suppress, alert(SYRIA), null));
  }

  @Test
  void group_byEntity_isTheSameInWhateverOrderTheyAreNamed() {
    Suppress suppress = by(1, "entity");

    assertThat(Suppression.group(suppress, alert(), naming("Q2", "Q1", "Q2")))
        .isEqualTo(Suppression.group(suppress, alert(), naming("Q1", "Q2")))
        .isEqualTo("Q1 Q2");
  }

  @Test
  void group_byEntityWithoutTheArticle_isEmpty() {
    assertThat(Suppression.group(by(1, "entity"), alert(), null)).isEmpty();
  }
}
