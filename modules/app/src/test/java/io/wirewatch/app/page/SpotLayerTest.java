package io.wirewatch.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wirewatch.annotate.Level;
import io.wirewatch.app.page.MapFrame.Sheet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

final class SpotLayerTest {
  private static final Sheet SHEET = new Sheet(960, 520);

  private static Element drawn(List<Spot> spots) {
    StringBuilder out = new StringBuilder();
    Html html = new Html(out).open("svg");
    MapFrame frame = MapFrame.ofAll(spots, SHEET);
    new SpotLayer(html, frame, spots, spots.get(0).weight()).draw(Articles.WORLD);
    html.close("svg");
    return Jsoup.parseBodyFragment(out.toString()).body();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.attr(attribute));
  }

  @Test
  void sign_ofAPlace_standsAtItsCoordinatesWithAnAreaByItsMentions() {
    List<Spot> spots =
        List.of(Articles.spot("Mosul", 36.34, 43.13, 16), Articles.spot("Erbil", 36.19, 44.01, 4));
    MapFrame frame = MapFrame.ofAll(spots, SHEET);

    List<Element> signs = drawn(spots).select(".spots circle");

    assertThat(number(signs.get(0), "cx")).isEqualTo(frame.x(43.13), within(0.06));
    assertThat(number(signs.get(0), "cy")).isEqualTo(frame.y(36.34), within(0.06));
    assertThat(number(signs.get(0), "r")).isEqualTo(2 * number(signs.get(1), "r"), within(0.06));
  }

  @Test
  void sign_ofACountry_isNoCircle() {
    Spot iraq = new Spot("Iraq", "", Level.COUNTRY, 33, 44, 3, "named 3 times", List.of());

    Element drawn = drawn(List.of(iraq));

    assertThat(drawn.select("circle")).isEmpty();
    assertThat(drawn.select(".spots .country rect")).hasSize(1);
    assertThat(drawn.select(".spots title").text()).isEqualTo("Iraq: named 3 times");
  }

  @Test
  void names_ofScatteredPlaces_stand() {
    Element drawn =
        drawn(
            List.of(
                Articles.spot("Mosul", 36.34, 43.13, 2), Articles.spot("Basra", 30.5, 47.8, 1)));

    assertThat(drawn.select(".names text").eachText()).containsExactly("Mosul", "Basra");
  }

  @Test
  void names_whereThereIsNoRoom_areLeftOutButTheSignsAreNot() {
    List<Spot> spots =
        IntStream.range(0, 50)
            .mapToObj(number -> Articles.spot("Place " + number, 36.34, 43.13, 1))
            .toList();

    Element drawn = drawn(spots);

    assertThat(drawn.select(".spots circle")).hasSize(50);
    assertThat(drawn.select(".names text")).hasSizeBetween(1, 4);
  }

  @Test
  void names_ofManyPlaces_neverLieOnOneAnother() {
    long seed = 20261129;
    Random random = new Random(seed);
    List<Spot> spots =
        IntStream.range(0, 400)
            .mapToObj(
                number ->
                    Articles.spot(
                        "Place " + number,
                        random.nextDouble(30, 37),
                        random.nextDouble(38, 48),
                        1 + random.nextInt(30)))
            .sorted(Comparator.comparingLong(Spot::weight).reversed())
            .toList();

    List<LabelRoom.Box> boxes = drawn(spots).select("text").stream().map(this::box).toList();

    assertThat(boxes).hasSizeGreaterThan(50);
    for (int one = 0; one < boxes.size(); one++) {
      for (int other = 0; other < one; other++) {
        assertThat(boxes.get(one).meets(boxes.get(other))).as("seed %d", seed).isFalse();
      }
    }
  }

  /** Where a name is, at the least: six units a character, ten high. */
  private LabelRoom.Box box(Element text) {
    double width = text.text().length() * 6.0;
    double left =
        switch (text.attr("text-anchor")) {
          case "start" -> number(text, "x");
          case "end" -> number(text, "x") - width;
          default -> number(text, "x") - width / 2;
        };
    return new LabelRoom.Box(left, number(text, "y") - 10, left + width, number(text, "y"));
  }
}
