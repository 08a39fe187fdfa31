package io.wirewatch.app.page;

import io.wirewatch.annotate.Level;
import io.wirewatch.app.page.MapFrame.Sheet;
import io.wirewatch.app.page.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Places of a page: on maps, and as a table. */
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
  private final MapWords words;
  private final List<Spot> all;
  private final List<Spot> spots;

  /**
   * Maps of these.
   *
   * @param all places, the heaviest first
   */
  PlaceMaps(Html html, World world, MapWords words, List<Spot> all) {
    this.html = html;
    this.world = world;
    this.words = words;
    this.all = all;
    this.spots = all.subList(0, Math.min(MOST_SPOTS, all.size()));
  }

  void write() {
    html.open("section", "class", "places").element("h2", words.heading());
    if (spots.isEmpty()) {
      html.element("p", words.none());
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
    new SpotLayer(html, frame, shown, spots.get(0).weight()).draw(world);
    html.close("svg");
  }

  /** What a map shows, for who does not see it. */
  private String said(List<Spot> shown) {
    return "Map of "
        + Words.count(shown.size(), "place")
        + shown.stream()
            .limit(MOST_SAID)
            .map(spot -> spot.name() + " (" + spot.weight() + ")")
            .collect(
                Collectors.joining(
                    ", ", ", " + words.most() + " ", "; the table below has them all"));
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
    html.text(words.larger() + " Small dots are towns, by GeoNames, CC BY 4.0.");
    if (all.size() > spots.size()) {
      html.text(
          " Of " + Words.count(all.size(), "place") + " the map has the first " + MOST_SPOTS + ".");
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
    List<Column> columns = new ArrayList<>();
    Stream.of("Place", "In", "What").map(Column::words).forEach(columns::add);
    words.numbers().stream().map(Column::numbers).forEach(columns::add);
    columns.add(Column.words("Where"));
    Table table = new Table(html, columns);
    all.stream().limit(MOST_ROWS).forEach(spot -> table.row(spot.name(), cells(spot)));
    table.end(all.size() - MOST_ROWS, "place");
    html.close("details");
  }

  private static List<String> cells(Spot spot) {
    List<String> cells = new ArrayList<>(List.of(spot.within(), word(spot.level())));
    spot.numbers().stream().map(Words::number).forEach(cells::add);
    cells.add(Degrees.point(spot.lat(), spot.lon()));
    return cells;
  }
}
