package io.wirewatch.annotate;

import io.wirewatch.annotate.Meaning.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of what an article names lies near a place. A name that may be one of several places
 * speaks for each of them by its likelihood.
 */
final class Neighbours {
  private static final double NEAR = 2.5;
  private static final double REACH_KILOMETRES = 100;
  private static final double KILOMETRES_A_DEGREE = 111.2;
  private static final int MOST_NAMES = 32;
  private static final int MOST_MEANINGS = 8;
  private static final double MOST_SUPPORT = 3;

  /** What a name may be, and how likely each is. */
  private static final class Spread {
    private final int[] meanings;
    private final double[] likelihoods;

    Spread(int size) {
      meanings = new int[size];
      likelihoods = new double[size];
    }
  }

  private final Gazetteer gazetteer;
  private final Map<List<Integer>, Spread> spreads = new LinkedHashMap<>();

  Neighbours(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Notes a name by its candidates; the first names of an article count. */
  void hear(List<Integer> candidates) {
    if (spreads.size() < MOST_NAMES && !spreads.containsKey(candidates)) {
      spreads.put(candidates, spread(candidates));
    }
  }

  private Spread spread(List<Integer> candidates) {
    List<Integer> places = new ArrayList<>();
    for (int candidate : candidates) {
      if (gazetteer.kind(candidate) == Kind.PLACE && gazetteer.country(candidate) >= 0) {
        places.add(candidate);
      }
    }
    places.sort((a, b) -> Float.compare(gazetteer.weight(b), gazetteer.weight(a)));
    int size = Math.min(MOST_MEANINGS, places.size());
    Spread spread = new Spread(size);
    int[] meanings = spread.meanings;
    double[] likelihoods = spread.likelihoods;
    double sum = 0;
    for (int i = 0; i < size; i++) {
      meanings[i] = places.get(i);
      likelihoods[i] = Math.exp(gazetteer.weight(meanings[i]) - gazetteer.weight(meanings[0]));
      sum += likelihoods[i];
    }
    for (int i = 0; i < size; i++) {
      likelihoods[i] /= sum;
    }
    return spread;
  }

  /** What all other names say for a place, in decimal orders of inhabitants. */
  double near(int place, List<Integer> own) {
    if (gazetteer.kind(place) != Kind.PLACE) {
      return 0;
    }
    double narrowing = Math.cos(Math.toRadians(gazetteer.lat(place)));
    double support = 0;
    for (Map.Entry<List<Integer>, Spread> name : spreads.entrySet()) {
      if (!name.getKey().equals(own)) {
        support += nearest(place, narrowing, name.getValue());
      }
    }
    return NEAR * Math.min(MOST_SUPPORT, support);
  }

  private double nearest(int place, double narrowing, Spread other) {
    double most = 0;
    for (int i = 0; i < other.meanings.length; i++) {
      double north = gazetteer.lat(place) - gazetteer.lat(other.meanings[i]);
      double east = (gazetteer.lon(place) - gazetteer.lon(other.meanings[i])) * narrowing;
      double kilometres = KILOMETRES_A_DEGREE * Math.sqrt(north * north + east * east);
      if (kilometres < 3 * REACH_KILOMETRES && other.meanings[i] != place) {
        most = Math.max(most, other.likelihoods[i] * Math.exp(-kilometres / REACH_KILOMETRES));
      }
    }
    return most;
  }
}
