package io.wirewatch.deliver.route;

import static io.wirewatch.deliver.route.Incidents.NOON;
import static io.wirewatch.deliver.route.Incidents.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Incident;
import io.wirewatch.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InhibitionTest {
  private static final String FILE =
      """
      targets: {a: {file: {path: a}}}
      inhibit:
        - {name: dam, source: ['rule="dam-break"'], target: ['rule="flood"'], equal: [region], within: 6h}
        - {source: ['severity="critical"'], target: ['severity=~"low|critical"'], equal: [source]}
      """;
  private static final Incident DAM = anAlert("dam").of("dam-break").in("IQ", "IQ-NI").incident();

  @Test
  void inhibitedBy_aSourceInTheSameRegion_namesTheRule() throws Exception {
    assertThat(by(anAlert("f").in("IQ", "IQ-BA").incident(), DAM)).contains("dam");
    assertThat(by(anAlert("f").in("SY").incident(), DAM)).isEmpty();
    assertThat(by(anAlert("f").of("fire").in("IQ").incident(), DAM)).isEmpty();
    assertThat(by(anAlert("f").in("IQ").incident())).isEmpty();
  }

  @Test
  void inhibitedBy_withoutARegionOnBothSides_holds() throws Exception {
    Incident nowhere = anAlert("dam").of("dam-break").incident();

    assertThat(by(anAlert("f").incident(), nowhere)).contains("dam");
    assertThat(by(anAlert("f").in("IQ").incident(), nowhere)).isEmpty();
  }

  @Test
  void inhibitedBy_aSourceFarInTime_doesNotHold() throws Exception {
    Incidents flood = anAlert("f").in("IQ");

    assertThat(by(flood.at(NOON.plus(Duration.ofHours(6))).incident(), DAM)).contains("dam");
    assertThat(by(flood.at(NOON.plus(Duration.ofHours(6)).plusMillis(1)).incident(), DAM))
        .isEmpty();
    assertThat(by(flood.at(NOON.minus(Duration.ofHours(7))).incident(), DAM)).isEmpty();
  }

  @Test
  void inhibitedBy_itselfOrItsLike_neverHolds() throws Exception {
    Incident one = anAlert("1").severity(Severity.CRITICAL).incident();
    Incident two = anAlert("2").severity(Severity.CRITICAL).incident();
    Incident low = anAlert("3").severity(Severity.LOW).incident();

    assertThat(by(one, one, two)).isEmpty();
    assertThat(by(low, low, one)).contains("inhibit 2");
  }

  private static Optional<String> by(Incident incident, Incident... living) throws Exception {
    return PlanFile.parse("f", FILE, name -> null).inhibitedBy(incident, List.of(living));
  }
}
