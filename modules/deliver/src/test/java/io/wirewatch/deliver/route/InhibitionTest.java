package io.wirewatch.deliver.route;

import static io.wirewatch.deliver.route.Floods.NOON;
import static io.wirewatch.deliver.route.Floods.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Incident;
import io.wirewatch.Severity;
import io.wirewatch.deliver.Incidents;
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
  private static final Incident DAM = anAlert("dam").of("dam-break").near("IQ", "IQ-NI").record();

  @Test
  void inhibitedBy_aSourceInTheSameRegion_namesTheRule() throws Exception {
    assertThat(by(anAlert("f").near("IQ", "IQ-BA").record(), DAM)).contains("dam");
    assertThat(by(anAlert("f").near("SY").record(), DAM)).isEmpty();
    assertThat(by(anAlert("f").of("fire").near("IQ").record(), DAM)).isEmpty();
    assertThat(by(anAlert("f").near("IQ").record())).isEmpty();
  }

  @Test
  void inhibitedBy_withoutARegionOnBothSides_holds() throws Exception {
    Incident nowhere = anAlert("dam").of("dam-break").record();

    assertThat(by(anAlert("f").record(), nowhere)).contains("dam");
    assertThat(by(anAlert("f").near("IQ").record(), nowhere)).isEmpty();
  }

  @Test
  void inhibitedBy_aSourceFarInTime_doesNotHold() throws Exception {
    Incidents flood = anAlert("f").near("IQ");

    assertThat(by(flood.at(NOON.plus(Duration.ofHours(6))).record(), DAM)).contains("dam");
    assertThat(by(flood.at(NOON.plus(Duration.ofHours(6)).plusMillis(1)).record(), DAM)).isEmpty();
    assertThat(by(flood.at(NOON.minus(Duration.ofHours(7))).record(), DAM)).isEmpty();
  }

  @Test
  void inhibitedBy_itselfOrItsLike_neverHolds() throws Exception {
    Incident one = anAlert("1").severe(Severity.CRITICAL).record();
    Incident two = anAlert("2").severe(Severity.CRITICAL).record();
    Incident low = anAlert("3").severe(Severity.LOW).record();

    assertThat(by(one, one, two)).isEmpty();
    assertThat(by(low, low, one)).contains("inhibit 2");
  }

  private static Optional<String> by(Incident incident, Incident... living) throws Exception {
    return PlanFile.parse("f", FILE, name -> null).inhibitedBy(incident, List.of(living));
  }
}
