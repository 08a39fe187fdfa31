package io.wirewatch.benchmarks.quality;

import java.util.BitSet;
import java.util.List;

/**
 * Places that are found, and that are found where they are. A marked place is found when a span
 * that says of a place overlaps it; each span finds one. Marked places without coordinates are
 * neither wanted nor wrong.
 */
public final class PlaceScore {
  /** A hundred miles: what the literature on resolving places counts as right. */
  static final double NEAR_KILOMETRES = 161;

  private int right;
  private int wrong;
  private int missed;
  private int placed;
  private int near;

  /** Adds an article; the first span that fits is taken. */
  public void add(List<Span> wanted, List<Span> found) {
    List<Span> spans = found.stream().filter(Span::isPlace).toList();
    BitSet used = new BitSet(spans.size());
    for (Span place : wanted) {
      Point truth = place.point();
      if (truth != null) {
        int hit = first(spans, used, place);
        if (hit < 0) {
          missed++;
        } else {
          used.set(hit);
          hit(truth, spans.get(hit));
        }
      }
    }
    for (int i = 0; i < spans.size(); i++) {
      if (!used.get(i) && wanted.stream().noneMatch(spans.get(i)::overlaps)) {
        wrong++;
      }
    }
  }

  private static int first(List<Span> spans, BitSet used, Span place) {
    for (int i = used.nextClearBit(0); i < spans.size(); i = used.nextClearBit(i + 1)) {
      if (spans.get(i).overlaps(place)) {
        return i;
      }
    }
    return -1;
  }

  private void hit(Point truth, Span found) {
    right++;
    Point said = found.point();
    if (said != null) {
      placed++;
      near += truth.kilometresTo(said) <= NEAR_KILOMETRES ? 1 : 0;
    }
  }

  /** That there is a place, wherever it may be. */
  public Counts recognition() {
    return new Counts(right, right + wrong, right + missed);
  }

  /** Share of the found ones with coordinates that is within 161 km, 0 to 1. */
  public double nearOfPlaced() {
    return (double) near / Math.max(1, placed);
  }

  /** Share of all marked places that is found and within 161 km, 0 to 1. */
  public double nearOfAll() {
    return (double) near / Math.max(1, right + missed);
  }
}
