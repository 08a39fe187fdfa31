package io.wirewatch.deliver.route;

import static io.wirewatch.deliver.route.Floods.NOON;
import static io.wirewatch.deliver.route.Floods.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.Incident;
import io.wirewatch.Silence;
import io.wirewatch.deliver.Incidents;
import io.wirewatch.desk.LabelMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SilencesTest {
  private static final Incident FLOOD = anAlert("f").near("IQ").record();

  private final Silences silences = new Silences();

  @Test
  void hiding_withinItsTimeAndMatchers_isTheSilence() {
    put("s", NOON, hours(2), null, "rule=\"flood\"", "region=~\"IQ|SY\"");

    assertThat(silences.hiding(FLOOD, NOON.minusMillis(1))).isEmpty();
    assertThat(silences.hiding(FLOOD, NOON)).isPresent();
    assertThat(silences.hiding(FLOOD, hours(2).minusMillis(1))).isPresent();
    assertThat(silences.hiding(FLOOD, hours(2))).isEmpty();
    assertThat(silences.hiding(anAlert("x").near("IR").record(), NOON)).isEmpty();
    silences.put("s", null);
    assertThat(silences.hiding(FLOOD, NOON)).isEmpty();
  }

  @Test
  void hiding_bySeveral_isTheOneThatEndsLast() {
    put("short", NOON, hours(1), null, "rule=flood");
    put("long", NOON, hours(3), null, "rule=flood");
    put("cold", NOON, hours(9), Duration.ofMinutes(5), "rule=flood");

    assertThat(silences.hiding(FLOOD, NOON).orElseThrow().getId()).isEqualTo("long");
  }

  @Test
  void hiding_whileItsStoryIsWarm_goesOnAndEndsByItself() {
    put("s", NOON, hours(48), Duration.ofHours(6), "rule=flood");
    for (int hour = 1; hour <= 11; hour += 5) {
      silences.saw(anAlert("f" + hour).record(), hours(hour));
    }
    silences.saw(anAlert("other").of("fire").record(), hours(16));

    assertThat(silences.hiding(FLOOD, hours(16))).isPresent();
    assertThat(silences.ended(hours(17).minusMillis(1))).isEmpty();
    assertThat(silences.hiding(FLOOD, hours(17))).isEmpty();
    silences.saw(anAlert("late").record(), hours(18));
    EndedSilence ended = silences.ended(hours(18)).get(0);
    assertThat(ended.cold()).isTrue();
    assertThat(ended.end()).isEqualTo(hours(17));
    assertThat(ended.hidden().count()).isEqualTo(3);
  }

  @Test
  void hiding_whereNothingEverCame_endsAfterItsColdTime() {
    put("s", hours(1), hours(48), Duration.ofHours(6), "rule=flood");

    assertThat(silences.hiding(FLOOD, hours(7).minusMillis(1))).isPresent();
    assertThat(silences.hiding(FLOOD, hours(7))).isEmpty();
    assertThat(silences.ended(hours(7)).get(0).text()).endsWith("It hid nothing.");
  }

  @Test
  void ended_ofWhatItHid_saysItUntilItWasTold() {
    put("s", NOON, hours(1), null, "region=\"IQ\"");
    for (int i = 0; i < 25; i++) {
      Incidents alert = anAlert("f" + i).near("IQ").of(i % 5 == 0 ? "dam" : "flood");
      silences.saw(alert.record(), NOON.plusSeconds(i));
      silences.saw(alert.record(), NOON.plusSeconds(i));
    }
    silences.saw(anAlert("gone").near("IQ").takenBack().record(), NOON.plusSeconds(30));
    silences.saw(anAlert("late").near("IQ").record(), hours(1));

    EndedSilence ended = silences.ended(hours(1)).get(0);
    assertThat(ended.cold()).isFalse();
    assertThat(ended.hidden().count()).isEqualTo(25);
    assertThat(ended.hidden().byRule()).isEqualTo(Map.of("dam", 5, "flood", 20));
    assertThat(ended.hidden().newest()).hasSize(20);
    assertThat(ended.hidden().newest().get(0).alert()).isEqualTo("f24");
    assertThat(ended.text())
        .startsWith(
            """
            The silence of region="IQ" (Amina: known already) ended at 2026-03-10T13:00:00Z.
            It hid 25 alerts: flood 20, dam 5.
            - Water rises at f24 (flood, Morning Wire)
            """)
        .endsWith("\nand 5 older ones");
    assertThat(silences.ended(hours(2))).hasSize(1);
    assertThat(ended.told().getSilence().getTold()).isTrue();
    assertThat(ended.entry().getSilence().getTold()).isFalse();
    silences.put("s", ended.told());
    assertThat(silences.ended(hours(2))).isEmpty();
  }

  @Test
  void put_anEarlierEnd_keepsWhatItHid() {
    put("s", NOON, hours(9), null, "rule=flood");
    silences.saw(FLOOD, NOON);
    put("s", NOON, hours(1), null, "rule=flood");

    assertThat(silences.ended(hours(1)).get(0).hidden().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rule", "rule=~\"(\"", "everything=\"\""})
  void put_aMatcherThatCannotBeRead_hidesNothing(String matcher) {
    put("s", NOON, hours(1), null, "rule=flood", matcher);

    assertThat(silences.hiding(FLOOD, NOON)).isEmpty();
    assertThat(silences.ended(hours(2))).isEmpty();
  }

  @Test
  void put_withoutMatchersOrTooMany_hidesNothing() {
    put("none", NOON, hours(1), null);
    put(
        "many",
        NOON,
        hours(1),
        null,
        IntStream.range(0, 21).mapToObj(i -> "rule=flood").toArray(String[]::new));
    DeskEntry comment =
        DeskEntry.newBuilder(entry("c", NOON, hours(1), null, "rule=flood"))
            .setKind(DeskKind.COMMENT)
            .setSilence(null)
            .build();
    silences.put("c", comment);

    assertThat(silences.hiding(FLOOD, NOON)).isEmpty();
  }

  @Test
  void put_moreThanAThousand_ignoresTheRest() {
    for (int i = 0; i < 1000; i++) {
      put("s" + i, NOON, hours(1), null, "rule=fire");
    }
    put("last", NOON, hours(1), null, "rule=flood");
    assertThat(silences.hiding(FLOOD, NOON)).isEmpty();

    silences.put("s0", null);
    put("last", NOON, hours(1), null, "rule=flood");
    assertThat(silences.hiding(FLOOD, NOON)).isPresent();
  }

  @Test
  void preview_ofAlerts_countsWhatWouldHaveBeenHidden() {
    SilencePreview preview =
        new SilencePreview(List.of(LabelMatcher.of("rule=flood"), LabelMatcher.of("region=IQ")));
    for (int day = 0; day < 30; day++) {
      Incidents alert = anAlert("a" + day).near(day % 2 == 0 ? "IQ" : "SY").by("Wire " + day % 3);
      preview.add(alert.alert(), NOON.plus(Duration.ofDays(day)));
      preview.add(alert.alert(), NOON.plus(Duration.ofDays(day)));
      preview.add(alert.takenBack().alert(), NOON.plus(Duration.ofDays(day)));
    }

    assertThat(preview.all()).isEqualTo(30);
    assertThat(preview.oldest()).contains(NOON);
    assertThat(preview.hidden().count()).isEqualTo(15);
    assertThat(preview.hidden().bySource())
        .isEqualTo(Map.of("Wire 0", 5, "Wire 1", 5, "Wire 2", 5));
    assertThat(preview.hidden().byDay()).hasSize(15);
    assertThat(preview.hidden().newest().get(0).alert()).isEqualTo("a28");
  }

  private void put(String id, Instant start, Instant end, Duration cold, String... matchers) {
    silences.put(id, entry(id, start, end, cold, matchers));
  }

  private static DeskEntry entry(
      String id, Instant start, Instant end, Duration cold, String... matchers) {
    return DeskEntry.newBuilder()
        .setId(id)
        .setKind(DeskKind.SILENCE)
        .setBy("Amina")
        .setAt(start)
        .setText("known already")
        .setSilence(
            Silence.newBuilder()
                .setMatchers(List.of(matchers))
                .setStart(start)
                .setEnd(end)
                .setColdMillis(cold == null ? null : cold.toMillis())
                .build())
        .build();
  }

  private static Instant hours(int count) {
    return NOON.plus(Duration.ofHours(count));
  }
}
