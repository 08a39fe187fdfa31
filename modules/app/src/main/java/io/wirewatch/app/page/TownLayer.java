package io.wirewatch.app.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ground of a map: a dot for each town of the gazetteer, or for towns that would lie on one
 * another. Neighbouring countries have different tones, so that one sees where they meet.
 */
final class TownLayer {
  /* Outlines of countries would be a file of data more; where people live draws coasts, rivers and deserts too. */

  private static final int CELL = 4;
  private static final int TONES = 4;

  private final MapFrame frame;
  private final Map<Long, Dot> dots = new LinkedHashMap<>();

  private record Dot(long x, long y, int country) {}

  private TownLayer(MapFrame frame) {
    this.frame = frame;
  }

  static void draw(Html html, MapFrame frame, World world) {
    TownLayer layer = new TownLayer(frame);
    world.towns().forEach(layer::add);
    layer.draw(html);
  }

  private void add(World.Town town) {
    if (frame.contains(town.lat(), town.lon())) {
      long x = Math.round(frame.x(town.lon()));
      long y = Math.round(frame.y(town.lat()));
      dots.putIfAbsent(cell(x / CELL, y / CELL), new Dot(x, y, town.country()));
    }
  }

  private static long cell(long column, long row) {
    return column << Integer.SIZE | row;
  }

  private void draw(Html html) {
    Map<Integer, Integer> tones = tones();
    List<StringBuilder> paths = new ArrayList<>();
    for (int tone = 0; tone < TONES; tone++) {
      paths.add(new StringBuilder());
    }
    for (Dot dot : dots.values()) {
      paths
          .get(tones.getOrDefault(dot.country, 0))
          .append('M')
          .append(dot.x)
          .append(' ')
          .append(dot.y)
          .append("h0");
    }
    for (int tone = 0; tone < TONES; tone++) {
      html.open("path", "class", "towns tone" + tone, "d", paths.get(tone)).close("path");
    }
  }

  /** A tone for each country, the first that none of its neighbours has. */
  private Map<Integer, Integer> tones() {
    Map<Integer, Integer> tones = new HashMap<>();
    neighbours()
        .forEach(
            (country, neighbours) -> {
              BitSet taken = new BitSet();
              neighbours.stream()
                  .map(neighbour -> tones.getOrDefault(neighbour, TONES))
                  .forEach(taken::set);
              tones.put(country, taken.nextClearBit(0) % TONES);
            });
    return tones;
  }

  /** The countries in the frame, each with those that have a dot within two cells of one of its. */
  private Map<Integer, Set<Integer>> neighbours() {
    Map<Integer, Set<Integer>> neighbours = new LinkedHashMap<>();
    for (Dot dot : dots.values()) {
      Set<Integer> ofIts = neighbours.computeIfAbsent(dot.country, country -> new TreeSet<>());
      for (long column = dot.x / CELL - 2; column <= dot.x / CELL + 2; column++) {
        for (long row = dot.y / CELL - 2; row <= dot.y / CELL + 2; row++) {
          Dot near = dots.get(cell(column, row));
          if (near != null && near.country != dot.country) {
            ofIts.add(near.country);
          }
        }
      }
    }
    return neighbours;
  }
}
