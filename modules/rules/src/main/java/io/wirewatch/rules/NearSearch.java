package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Finds occurrences of several things near one another in one field. */
final class NearSearch {
  private static final int NONE = Integer.MAX_VALUE;

  private final int within;
  private final List<Hits> parts;

  /** The sorted hits of one part, with the earliest end of each hit and all behind it. */
  private static final class Hits {
    private final List<Hit> hits;
    private final List<Occurrence> at;
    private final int[] earliestEnds;

    Hits(List<Hit> hits) {
      this.hits = hits;
      this.at = new ArrayList<>(hits.size());
      hits.forEach(hit -> at.add(hit.at()));
      this.earliestEnds = new int[hits.size() + 1];
      Arrays.fill(earliestEnds, NONE);
      for (int i = hits.size() - 1; i >= 0; i--) {
        earliestEnds[i] = Math.min(earliestEnds[i + 1], at.get(i).last());
      }
    }

    /** The earliest end of a hit that starts at a token or behind it; {@link #NONE} without one. */
    int earliestEnd(int token) {
      return earliestEnds[PhraseSearch.firstFrom(at, token)];
    }
  }

  /**
   * @param parts the sorted hits of each thing, all in one field
   */
  NearSearch(int within, List<List<Hit>> parts) {
    this.within = within;
    this.parts = new ArrayList<>(parts.size());
    parts.forEach(part -> this.parts.add(new Hits(part)));
  }

  /** Every hit that lies in a stretch with one of each part; sorted. */
  List<Hit> unordered() {
    int[] starts = starts();
    List<Hit> near = new ArrayList<>();
    for (Hits part : parts) {
      for (Hit hit : part.hits) {
        if (liesInOne(starts, hit.at())) {
          near.add(hit);
        }
      }
    }
    near.sort(Hit.READING_ORDER);
    return near;
  }

  /** The tokens at which a stretch starts that holds one of each part; sorted. */
  private int[] starts() {
    // Parts that find the same words, as those of many aliases do, are asked once a word.
    var firsts = new BitSet();
    parts.forEach(part -> part.at.forEach(at -> firsts.set(at.first())));
    return firsts.stream().filter(this::holdsEach).toArray();
  }

  private boolean holdsEach(int start) {
    for (Hits part : parts) {
      if (!fits(start, part.earliestEnd(start))) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(int start, int last) {
    return last != NONE && last - start < within;
  }

  private boolean liesInOne(int[] starts, Occurrence at) {
    int found = Arrays.binarySearch(starts, at.first());
    int latest = found >= 0 ? found : -found - 2;
    return latest >= 0 && fits(starts[latest], at.last());
  }

  /** The hits of every tightest chain, one of each part in their order; sorted. */
  List<Hit> ordered() {
    List<Hit> near = new ArrayList<>();
    for (Hit first : parts.get(0).hits) {
      List<Hit> chain = chain(first);
      if (chain.size() == parts.size()
          && fits(first.at().first(), chain.get(chain.size() - 1).at().last())) {
        near.addAll(chain);
      }
    }
    near.sort(Hit.READING_ORDER);
    return near;
  }

  private List<Hit> chain(Hit first) {
    List<Hit> chain = new ArrayList<>(List.of(first));
    int last = first.at().last();
    for (Hits part : parts.subList(1, parts.size())) {
      int end = part.earliestEnd(last + 1);
      if (!fits(first.at().first(), end)) {
        return chain; // What follows ends later still.
      }
      int i = PhraseSearch.firstFrom(part.at, last + 1);
      while (part.at.get(i).last() != end) {
        i++;
      }
      chain.add(part.hits.get(i));
      last = end;
    }
    return chain;
  }
}
