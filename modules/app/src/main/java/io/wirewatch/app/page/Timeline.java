package io.wirewatch.app.page;

import io.wirewatch.replay.finding.Compared;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Alerts by time as bars. Above the line are those of the rules that are tried: what is the same is
 * full, what is gained striped; below it is what is lost, hollow.
 */
final class Timeline {
  /* Stripes are the dashes of a line as broad as the bar: a pattern would be an address in the page, and each bar an element.
   * The drawing is stretched to the width that there is, so it holds no writing. */
  private static final double HEIGHT = 60;
  private static final double MARGIN = 6;
  private static final double STEP = 10;

  /** Two stripes. */
  private static final double LEAST_BAR = 6;

  private final Html html;
  private final Periods periods;
  private final boolean compares;

  Timeline(Html html, Periods periods, boolean compares) {
    this.html = html;
    this.periods = periods;
    this.compares = compares;
  }

  /**
   * Draws the days of one rule, or of all.
   *
   * @param name whose they are
   */
  void draw(String name, SortedMap<LocalDate, Compared> days) {
    SortedMap<LocalDate, Compared> sums = periods.sum(days);
    if (!compares) {
      sums.replaceAll((begin, sum) -> new Compared(0, 0, sum.all()));
    }
    html.open("figure", "class", "timeline", "style", "--parts:" + periods.count());
    html.open("figcaption").element("bdi", name).text(" ");
    html.element("small", most(sums)).close("figcaption");
    html.open(
        "svg",
        "viewBox",
        "0 0 " + units(periods.count() * STEP) + " " + units(HEIGHT),
        "preserveAspectRatio",
        "none",
        "role",
        "img");
    html.element("title", said(name, sums));
    bars(sums);
    html.close("svg").open("div", "class", "axis", "aria-hidden", "true");
    html.element("span", periods.name(periods.first()));
    if (periods.count() > 1) {
      html.element("span", periods.name(periods.last()));
    }
    html.close("div").close("figure").ours("\n");
  }

  private void bars(SortedMap<LocalDate, Compared> sums) {
    long above = sums.values().stream().mapToLong(Compared::now).max().orElse(0);
    long below = sums.values().stream().mapToLong(Compared::lost).max().orElse(0);
    double unit = (HEIGHT - 2 * MARGIN) / Math.max(1, above + below);
    double line = MARGIN + above * unit;
    double half = Math.min(8, Math.max(2, periods.count())) / 2.0;
    StringBuilder same = new StringBuilder();
    StringBuilder gained = new StringBuilder();
    StringBuilder lost = new StringBuilder();
    sums.forEach(
        (begin, sum) -> {
          double x = (periods.index(begin) + 0.5) * STEP;
          double top = line - bar(sum.same(), unit);
          upright(same, x, line, top);
          upright(gained, x, top, top - bar(sum.gained(), unit));
          box(lost, x - half, line, 2 * half, bar(sum.lost(), unit));
        });
    String width = units(2 * half);
    html.open("path", "class", "same", "stroke-width", width, "d", same).close("path");
    html.open("path", "class", "gained", "stroke-width", width, "d", gained).close("path");
    html.open("path", "class", "lost", "d", lost).close("path");
    html.open(
            "path", "class", "line", "d", "M0 " + units(line) + "H" + units(periods.count() * STEP))
        .close("path");
  }

  private static double bar(long alerts, double unit) {
    return alerts == 0 ? 0 : Math.max(LEAST_BAR, alerts * unit);
  }

  private static void upright(StringBuilder path, double x, double from, double to) {
    if (from > to) {
      path.append('M').append(units(x)).append(' ').append(units(from));
      path.append('V').append(units(to));
    }
  }

  private static void box(StringBuilder path, double x, double y, double width, double height) {
    if (height > 0) {
      path.append('M').append(units(x)).append(' ').append(units(y));
      path.append('v').append(units(height)).append('h').append(units(width));
      path.append('v').append(units(-height));
    }
  }

  private String most(SortedMap<LocalDate, Compared> sums) {
    return sums.entrySet().stream()
        .max(Comparator.comparingLong(part -> part.getValue().all()))
        .map(
            part ->
                "at most "
                    + Words.number(part.getValue().all())
                    + " a "
                    + periods.unit().noun()
                    + ", "
                    + periods.name(part.getKey()))
        .orElse("");
  }

  /** What is drawn, for who does not see it. */
  private String said(String name, SortedMap<LocalDate, Compared> sums) {
    Compared all = sums.values().stream().reduce(Compared.NONE, Compared::plus);
    return "%s by %s, %s to %s: %s; %s"
        .formatted(
            name,
            periods.unit().noun(),
            periods.name(periods.first()),
            periods.name(periods.last()),
            compares ? Words.compared(all) : Words.count(all.all(), "alert"),
            most(sums));
  }

  private static String units(double units) {
    return String.format(Locale.ROOT, "%.1f", units);
  }
}
