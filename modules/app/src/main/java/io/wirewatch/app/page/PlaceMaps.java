package io.wirewatch.app.page;

import io.wirewatch.annotate.Level;
import io.wirewatch.app.page.MapFrame.Sheet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The places of a page: on maps, and as a table. */
final class PlaceMaps {
  /* A sheet for screens and paper and one for phones, since writing that is to be read on both cannot grow and shrink with
   * one drawing; the style sheet shows one of them. */

  private static final Sheet WIDE = new Sheet(960, 520);
  private static final Sheet NARROW = new Sheet(400, 420);
  private static final Sheet WIDE_OVERVIEW = new Sheet(960, 400);
  private static final Sheet NARROW_OVERVIEW = new Sheet(400, 200);

  /** A map of a part has to be so much larger than one of all. */
  private static final double LEAST_GAIN = 2;

  private static final int MOST_SPOTS = 500;
  private static final int MOST_ROWS = 200;
  private static final int MOST_SAID = 8;

  private final Html html;
  private final World world;
  private final List<Spot> all;
  private final List<Spot> spots;

  /**
   * Maps of these.
   *
   * @param all places, the most mentioned first
   */
  PlaceMaps(Html html, World world, List<Spot> all) {
    this.html = html;
    this.world = world;
    this.all = all;
    this.spots = all.subList(0, Math.min(MOST_SPOTS, all.size()));
  }

  void write() {
    html.open("section", "class", "places").element("h2", "Places");
    if (spots.isEmpty()) {
      html.element("p", "No place with known coordinates is named.");
    } else {
      maps();
      table();
    }
    html.close("section");
  }

  private void maps() {
    html.open("figure");
    draw(WIDE, WIDE_OVERVIEW, "wide");
    draw(NARROW, NARROW_OVERVIEW, "narrow");
    caption();
    html.close("figure");
  }

  /** A map of most of it, and one of the rest where there is a rest. */
  private void draw(Sheet sheet, Sheet overview, String style) {
    MapFrame most = MapFrame.ofMost(spots, sheet);
    MapFrame all = MapFrame.ofAll(spots, sheet);
    if (most.scale() < LEAST_GAIN * all.scale()) {
      draw(all, spots, style, () -> {});
      return;
    }
    draw(most, spots, style, () -> {});
    List<Spot> outside = spots.stream().filter(spot -> !most.contains(spot)).toList();
    if (!outside.isEmpty()) {
      MapFrame whole = MapFrame.ofAll(spots, overview);
      draw(whole, outside, style, () -> outline(whole, most));
    }
  }

  private void draw(MapFrame frame, List<Spot> shown, String style, Runnable outline) {
    Sheet sheet = frame.sheet();
    html.open(
        "svg",
        "class",
        "map " + style,
        "viewBox",
        "0 0 " + sheet.width() + " " + sheet.height(),
        "role",
        "img",
        "aria-label",
        said(shown.stream().filter(frame::contains).toList()));
    TownLayer.draw(html, frame, world);
    Graticule.draw(html, frame);
    outline.run();
    new SpotLayer(html, frame, shown, spots.get(0).mentions()).draw(world);
    html.close("svg");
  }

  /** What a map shows, for who does not see it. */
  private static String said(List<Spot> shown) {
    return "Map of "
        + Words.count(shown.size(), "place")
        + shown.stream()
            .limit(MOST_SAID)
            .map(spot -> spot.name() + " (" + spot.mentions() + ")")
            .collect(Collectors.joining(", ", ", most often ", "; the table below has them all"));
  }

  private void outline(MapFrame frame, MapFrame detail) {
    html.open(
            "rect",
            "class",
            "detail",
            "x",
            Math.round(frame.x(detail.west())),
            "y",
            Math.round(frame.y(detail.north())),
            "width",
            Math.round(frame.x(detail.east()) - frame.x(detail.west())),
            "height",
            Math.round(frame.y(detail.south()) - frame.y(detail.north())))
        .close("rect");
  }

  private void caption() {
    html.open("figcaption");
    for (Level level : List.of(Level.PLACE, Level.ADMIN1, Level.COUNTRY)) {
      html.open("span", "class", "key");
      html.element("i", "", "class", level.name().toLowerCase(Locale.ROOT));
      html.text(" " + word(level)).close("span").text(" ");
    }
    html.text("The larger, the more often named. Small dots are towns, by GeoNames, CC BY 4.0.");
    if (all.size() > spots.size()) {
      html.text(" Of " + Words.count(all.size(), "place") + " the map has the " + MOST_SPOTS);
      html.text(" that are named most.");
    }
    html.close("figcaption");
  }

  private static String word(Level level) {
    return switch (level) {
      case PLACE -> "town or other place";
      case ADMIN1 -> "division of a country";
      case COUNTRY -> "country";
    };
  }

  private void table() {
    html.open("details").element("summary", Words.count(all.size(), "place") + " as a table");
    html.open("div", "class", "scroll").open("table");
    html.ours("<thead><tr><th scope=\"col\">Place<th scope=\"col\">In<th scope=\"col\">What");
    html.ours(
        "<th scope=\"col\" class=\"number\">Named<th scope=\"col\" class=\"number\">Articles");
    html.ours("<th scope=\"col\">Where</thead><tbody>");
    all.stream().limit(MOST_ROWS).forEach(this::row);
    html.ours("</tbody></table></div>");
    if (all.size() > MOST_ROWS) {
      html.element("p", "and " + Words.count(all.size() - MOST_ROWS, "place") + " more");
    }
    html.close("details");
  }

  private void row(Spot spot) {
    html.open("tr")
        .element("th", spot.name(), "scope", "row")
        .element("td", spot.within())
        .element("td", word(spot.level()))
        .element("td", Integer.toString(spot.mentions()), "class", "number")
        .element("td", Integer.toString(spot.articles()), "class", "number")
        .element("td", Degrees.point(spot.lat(), spot.lon()))
        .close("tr");
  }
}
