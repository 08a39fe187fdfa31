package io.wirewatch.app.page;

import io.wirewatch.annotate.Meaning;
import io.wirewatch.app.page.LabelRoom.Box;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The places on a map: a sign for each, its area by its weight, and the name where there is room;
 * behind them the names of countries that are no such place.
 */
final class SpotLayer {
  private static final double LARGEST = 13;
  private static final double SMALLEST = 3;
  private static final double GAP = 3;
  private static final double LINE = 14;
  private static final double CHARACTER = 7.3;
  private static final int MOST_COUNTRIES = 40;

  /** On which side of its point a text stands. */
  private enum Anchor {
    START,
    MIDDLE,
    END
  }

  private record Label(String name, Box box, Anchor anchor) {}

  private final Html html;
  private final MapFrame frame;
  private final List<Spot> spots;
  private final LabelRoom signs;
  private final LabelRoom names;
  private final long most;

  /**
   * A layer of a map.
   *
   * @param spots the heaviest first
   * @param most the weight of the place that has the largest sign
   */
  SpotLayer(Html html, MapFrame frame, List<Spot> spots, long most) {
    this.html = html;
    this.frame = frame;
    this.spots = spots.stream().filter(frame::contains).toList();
    this.signs = new LabelRoom(frame.sheet());
    this.names = new LabelRoom(frame.sheet());
    this.most = most;
  }

  void draw(World world) {
    spots.forEach(spot -> signs.take(around(spot)));
    html.open("g", "class", "spots");
    spots.forEach(this::sign);
    html.close("g").open("g", "class", "names");
    spots.forEach(this::name);
    html.close("g").open("g", "class", "countries");
    countries(world);
    html.close("g");
  }

  private double radius(Spot spot) {
    return Math.max(SMALLEST, LARGEST * Math.sqrt((double) spot.weight() / most));
  }

  private Box around(Spot spot) {
    double x = frame.x(spot.lon());
    double y = frame.y(spot.lat());
    double radius = radius(spot);
    return new Box(x - radius, y - radius, x + radius, y + radius);
  }

  private void sign(Spot spot) {
    Box box = around(spot);
    double size = box.right() - box.left();
    html.open("g", "class", spot.level().name().toLowerCase(Locale.ROOT))
        .element("title", title(spot));
    switch (spot.level()) {
      case COUNTRY ->
          html.open(
                  "rect",
                  "x",
                  units(box.left()),
                  "y",
                  units(box.top()),
                  "width",
                  units(size),
                  "height",
                  units(size))
              .close("rect");
      case ADMIN1, PLACE ->
          html.open(
                  "circle",
                  "cx",
                  units(box.left() + size / 2),
                  "cy",
                  units(box.top() + size / 2),
                  "r",
                  units(size / 2))
              .close("circle");
    }
    html.close("g");
  }

  static String title(Spot spot) {
    String within = spot.within().isEmpty() ? "" : ", " + spot.within();
    return spot.name() + within + ": " + spot.said();
  }

  /**
   * Writes a place's name beside its sign, or above or below it: where nothing else is, or over
   * signs of lighter places, or not at all.
   */
  private void name(Spot spot) {
    Box sign = around(spot);
    names.take(sign);
    double width = spot.name().length() * CHARACTER;
    double beside = (sign.top() + sign.bottom() - LINE) / 2;
    double centred = (sign.left() + sign.right() - width) / 2;
    List<Label> wishes =
        List.of(
            new Label(spot.name(), box(sign.right() + GAP, beside, width), Anchor.START),
            new Label(spot.name(), box(sign.left() - GAP - width, beside, width), Anchor.END),
            new Label(spot.name(), box(centred, sign.top() - LINE, width), Anchor.MIDDLE),
            new Label(spot.name(), box(centred, sign.bottom(), width), Anchor.MIDDLE));
    wishes.stream()
        .filter(label -> signs.isFree(label.box) && names.isFree(label.box))
        .findFirst()
        .or(() -> wishes.stream().filter(label -> names.isFree(label.box)).findFirst())
        .ifPresent(this::write);
  }

  private void countries(World world) {
    Set<String> named = new HashSet<>();
    spots.forEach(spot -> named.add(spot.name()));
    world.countries().stream()
        .filter(country -> frame.contains(country.lat(), country.lon()))
        .filter(country -> !named.contains(country.name()))
        .limit(MOST_COUNTRIES)
        .forEach(this::country);
  }

  private void country(Meaning country) {
    double width = country.name().length() * CHARACTER;
    Box box = box(frame.x(country.lon()) - width / 2, frame.y(country.lat()) - LINE / 2, width);
    if (signs.isFree(box) && names.isFree(box)) {
      write(new Label(country.name(), box, Anchor.MIDDLE));
    }
  }

  private static Box box(double left, double top, double width) {
    return new Box(left, top, left + width, top + LINE);
  }

  private void write(Label label) {
    Box box = label.box;
    names.take(box);
    double x =
        switch (label.anchor) {
          case START -> box.left();
          case MIDDLE -> (box.left() + box.right()) / 2;
          case END -> box.right();
        };
    html.element(
        "text",
        label.name,
        "x",
        units(x),
        "y",
        units(box.bottom() - LINE / 4),
        "text-anchor",
        label.anchor.name().toLowerCase(Locale.ROOT));
  }

  private static String units(double units) {
    return String.format(Locale.ROOT, "%.1f", units);
  }
}
