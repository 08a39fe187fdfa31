package io.wirewatch.app.page;

import java.util.stream.IntStream;

/** The meridians and parallels of a map, with their degrees at the edges. */
final class Graticule {
  private static final int[] STEPS = {1, 2, 5, 10, 15, 30, 60};
  private static final int LEAST_UNITS = 90;
  private static final int INSET = 4;
  private static final int LABEL = 30;

  private Graticule() {}

  static void draw(Html html, MapFrame frame) {
    int step = step(frame);
    StringBuilder lines = new StringBuilder();
    int[] meridians = multiples(step, Math.max(-180, frame.west()), Math.min(180, frame.east()));
    int[] parallels = multiples(step, Math.max(-90, frame.south()), Math.min(90, frame.north()));
    for (int lon : meridians) {
      lines.append('M').append(round(frame.x(lon))).append(" 0V").append(frame.sheet().height());
    }
    for (int lat : parallels) {
      lines.append("M0 ").append(round(frame.y(lat))).append('H').append(frame.sheet().width());
    }
    html.open("path", "class", "grid", "d", lines).close("path");
    html.open("g", "class", "degrees");
    for (int lon : meridians) {
      long x = round(frame.x(lon)) + INSET;
      if (x < frame.sheet().width() - LABEL) {
        label(html, Degrees.meridian(lon), x, frame.sheet().height() - INSET);
      }
    }
    for (int lat : parallels) {
      long y = round(frame.y(lat)) - INSET;
      if (y > INSET + INSET && y < frame.sheet().height() - LABEL) {
        label(html, Degrees.parallel(lat), INSET, y);
      }
    }
    html.close("g");
  }

  private static void label(Html html, String degrees, long x, long y) {
    html.element("text", degrees, "x", x, "y", y);
  }

  private static int step(MapFrame frame) {
    return IntStream.of(STEPS)
        .filter(step -> step * frame.scale() * frame.squeeze() >= LEAST_UNITS)
        .findFirst()
        .orElse(STEPS[STEPS.length - 1]);
  }

  private static int[] multiples(int step, double from, double to) {
    return IntStream.rangeClosed((int) Math.ceil(from / step), (int) Math.floor(to / step))
        .map(multiple -> multiple * step)
        .toArray();
  }

  private static long round(double units) {
    return Math.round(units);
  }
}
