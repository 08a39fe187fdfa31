package io.wirewatch.enrich.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first articles of stories, found by texts that are like theirs. They lie in the order in
 * which they came, and are taken away in that order. Not thread-safe.
 */
public final class StoryIndex {
  /* Each first article is posted under ten of its shingles: from ten parts of the hashes' range the lowest. Two texts that
   * share a third of all their shingles have one of the ten in common with 98 %, that share half with 99.9 %.
   *
   * A bucket is the head of a chain of postings, the newest first, as in the dictionary of deflate [1]: an article that is
   * taken away stays in its chains until a reader comes to it, and sees by its place that it is gone. So nothing is
   * unlinked, and forgetting costs nothing. A key that many have (a disclaimer, the boilerplate of an agency) is followed to
   * its newest few only; the other nine find what there is.
   *
   * Places are numbers given out in turn. A shelf comes with the first of its places and goes with the last, so that memory
   * follows the number of articles. [1] RFC 1951, section 4 */
  private static final int BUCKET_BITS = 22;
  private static final int SHELVES = 1 << 14;
  private static final int PLACES = SHELVES * Shelf.PLACES;
  private static final int MOST_A_KEY = 8;
  private static final int MOST_STEPS = 100;

  private final Likeness likeness;
  private final int[] heads = new int[1 << BUCKET_BITS];
  private final @Nullable Shelf[] shelves = new Shelf[SHELVES];
  private final Deque<Shelf> spare = new ArrayDeque<>();
  private int next;
  private int size;

  /** An empty index that takes these for copies. */
  public StoryIndex(Likeness likeness) {
    this.likeness = likeness;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** When the one that lies there for the longest was published; there has to be one. */
  public long oldestMillis() {
    int oldest = oldest();
    return shelf(oldest).millis(oldest % Shelf.PLACES);
  }

  /** Adds a first article, as the newest. */
  public void add(FirstArticle first) {
    int on = next / Shelf.PLACES;
    int place = next % Shelf.PLACES;
    Shelf shelf = shelves[on];
    if (shelf == null) {
      shelf = spare.isEmpty() ? new Shelf() : spare.pop();
      shelves[on] = shelf;
    }
    shelf.put(place, first);
    for (int i = 0; i < Sketch.KEYS; i++) {
      int key = first.sketch().key(i);
      int link = 2 * (place * Sketch.KEYS + i);
      shelf.links[link] = key;
      if (key != 0) {
        shelf.links[link + 1] = heads[bucket(key)];
        heads[bucket(key)] = next * Sketch.KEYS + i + 1;
      }
    }
    next = (next + 1) % PLACES;
    size++;
  }

  /** Takes away the one that lies there for the longest; there has to be one. */
  public void removeOldest() {
    int oldest = oldest();
    size--;
    if (oldest % Shelf.PLACES == Shelf.PLACES - 1) {
      spare.push(shelf(oldest));
      shelves[oldest / Shelf.PLACES] = null;
    }
  }

  /**
   * The article that a text is a copy of: the most like it; of equals the earliest, then the one
   * with the lower id.
   *
   * @param since articles of before are left out
   * @param until articles of after are left out
   */
  public Optional<String> original(Sketch sketch, long since, long until) {
    Best best = new Best(sketch, since, until);
    Chain[] chains = new Chain[Sketch.KEYS];
    for (int i = 0; i < Sketch.KEYS; i++) {
      chains[i] = new Chain(sketch.key(i));
    }
    // In turn, not one chain after the other: several looks into far memory at a time.
    boolean isMore = true;
    for (int steps = 0; steps < MOST_STEPS && isMore; steps++) {
      isMore = false;
      for (Chain chain : chains) {
        isMore |= chain.entry != 0 && chain.step(best);
      }
    }
    return Optional.ofNullable(best.id());
  }

  /** The postings of one bucket, from the newest on. */
  private final class Chain {
    private final int key;
    private int entry;
    private int age;
    private int met;

    Chain(int key) {
      this.key = key;
      this.entry = key == 0 ? 0 : heads[bucket(key)];
    }

    /** Goes one further; false where there is none. */
    boolean step(Best best) {
      int place = (entry - 1) / Sketch.KEYS;
      int older = (next - place) & (PLACES - 1);
      if (older == 0 || older < age || older > size) {
        entry = 0;
        return false;
      }
      Shelf shelf = shelf(place);
      int link = 2 * ((place % Shelf.PLACES) * Sketch.KEYS + (entry - 1) % Sketch.KEYS);
      int posted = shelf.links[link];
      age = older;
      entry = bucket(posted) == bucket(key) ? shelf.links[link + 1] : 0;
      if (posted == key) {
        best.offer(shelf, place % Shelf.PLACES);
        entry = ++met == MOST_A_KEY ? 0 : entry;
      }
      return entry != 0;
    }
  }

  private int oldest() {
    return Math.floorMod(next - size, PLACES);
  }

  private Shelf shelf(int place) {
    return Objects.requireNonNull(shelves[place / Shelf.PLACES], "a place without a shelf");
  }

  private static int bucket(int key) {
    return key >>> (Integer.SIZE - BUCKET_BITS);
  }

  /** What was found so far. */
  private final class Best {
    private final Sketch sketch;
    private final long since;
    private final long until;
    private double share;
    private long millis;
    private @Nullable String id;

    Best(Sketch sketch, long since, long until) {
      this.sketch = sketch;
      this.since = since;
      this.until = until;
    }

    void offer(Shelf shelf, int place) {
      long then = shelf.millis(place);
      if (then < since || then > until) {
        return;
      }
      double found = likeness.of(sketch.bytes(), shelf.sketches, place * Sketch.BYTES);
      if (found > 0 && found >= share && isBetter(found, then, shelf, place)) {
        share = found;
        millis = then;
        id = shelf.id(place);
      }
    }

    private boolean isBetter(double found, long then, Shelf shelf, int place) {
      return id == null
          || found > share
          || then < millis
          || (then == millis && shelf.id(place).compareTo(id) < 0);
    }

    @Nullable String id() {
      return id;
    }
  }
}
