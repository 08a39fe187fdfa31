package io.wirewatch.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirewatch.app.page.MapFrame.Sheet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MapFrameTest {
  private static final Sheet SHEET = new Sheet(960, 520);

  @Test
  void ofAll_whereverTheyAre_hasThemOnTheSheet() {
    long seed = 20261129;
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      List<Spot> spots =
          Stream.generate(
                  () ->
                      Articles.spot(
                          "x", random.nextDouble(-90, 90), random.nextDouble(-180, 180), 1))
              .limit(1 + random.nextInt(9))
              .toList();

      MapFrame frame = MapFrame.ofAll(spots, SHEET);

      assertThat(spots)
          .as("seed %d", seed)
          .allMatch(frame::contains)
          .allSatisfy(
              spot -> {
                assertThat(frame.x(spot.lon())).isBetween(0.0, 960.0);
                assertThat(frame.y(spot.lat())).isBetween(0.0, 520.0);
              });
    }
  }

  @Test
  void ofMost_ofAClusterAndAPlaceFarAway_isOfTheCluster() {
    List<Spot> spots =
        List.of(
            Articles.spot("Mosul", 36.34, 43.13, 20),
            Articles.spot("Erbil", 36.19, 44.01, 10),
            Articles.spot("Lima", -12.04, -77.03, 2));

    MapFrame frame = MapFrame.ofMost(spots, SHEET);

    assertThat(spots.stream().filter(frame::contains).map(Spot::name))
        .containsExactly("Mosul", "Erbil");
    assertThat(frame.scale()).isGreaterThan(20 * MapFrame.ofAll(spots, SHEET).scale());
  }

  @ParameterizedTest
  @CsvSource({"0, 1.0", "60, 0.5", "-60, 0.5"})
  void frame_onItsMiddleParallel_isTrueToScale(double lat, double squeeze) {
    MapFrame frame = MapFrame.ofAll(List.of(Articles.spot("x", lat, 10, 1)), SHEET);

    double east = frame.x(11) - frame.x(10);
    double south = frame.y(lat - 1) - frame.y(lat);

    assertThat(east / south).isEqualTo(squeeze, within(1e-9));
    assertThat(frame.x(10)).isEqualTo(480, within(1e-6));
    assertThat(frame.y(lat)).isEqualTo(260, within(1e-6));
  }

  @Test
  void frame_ofOnePlace_showsWhatIsAround() {
    MapFrame frame = MapFrame.ofMost(List.of(Articles.spot("x", 36, 43, 1)), SHEET);

    assertThat(frame.north() - frame.south()).isEqualTo(4, within(1e-9));
  }
}
