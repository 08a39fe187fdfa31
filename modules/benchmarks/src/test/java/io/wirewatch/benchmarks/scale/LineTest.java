package io.wirewatch.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
  private static final long SEED = 7;

  @Test
  void departure_ofTwoAtOnce_secondWaitsForTheFirst() {
    Line line = new Line(2);

    assertThat(line.departure(10)).isEqualTo(12);
    assertThat(line.departure(10)).isEqualTo(14);
  }

  @Test
  void departure_whileOneIsServed_waitsForTheRest() {
    Line line = new Line(2);
    line.departure(0);

    assertThat(line.departure(1)).isEqualTo(4);
  }

  @Test
  void departure_afterAPause_waitsForNobody() {
    Line line = new Line(2);
    line.departure(0);

    assertThat(line.departure(5)).isEqualTo(7);
  }

  @ParameterizedTest(name = "load {0}, seed " + SEED)
  @ValueSource(doubles = {0.3, 0.5, 0.8})
  void departure_ofArrivalsAtRandom_waitsAsPollaczekAndKhinchineSay(double load) {
    double service = 0.001;
    Articles articles = new Articles(load / service, 0, false);
    Random random = new Random(SEED);
    Line line = new Line(service);
    int count = 1_000_000;
    double waited = 0;
    double now = 0;
    for (int i = 0; i < count; i++) {
      now += articles.secondsToNext(random);
      waited += line.departure(now) - now - service;
    }

    double expected = service * load / (2 * (1 - load));
    assertThat(waited / count).isCloseTo(expected, within(0.03 * expected));
  }
}
