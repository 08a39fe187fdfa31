package io.wirewatch.annotate.tagger;

import io.wirewatch.annotate.EntityType;
import java.util.Arrays;

/**
 * What a word can be: outside of all names, or the beginning, inside, last word or only word of a
 * name of some type.
 */
public final class Labels {
  /** No name. */
  public static final int OUTSIDE = 0;

  /** How many there are. */
  public static final int COUNT = 21;

  private static final int BEGIN = 0;
  private static final int INSIDE = 1;
  private static final int LAST = 2;
  private static final int ONLY = 3;
  private static final EntityType[] TYPES = {
    EntityType.PERSON,
    EntityType.ORGANIZATION,
    EntityType.LOCATION,
    EntityType.GROUP,
    EntityType.NATIONALITY
  };
  private static final int[][] BEFORE = before();

  private Labels() {}

  /** The label of the word that is so far into a name of so many words. */
  public static int of(EntityType type, int word, int words) {
    int place = words == 1 ? ONLY : word == 0 ? BEGIN : word == words - 1 ? LAST : INSIDE;
    return 1 + 4 * numberOf(type) + place;
  }

  private static int numberOf(EntityType type) {
    return Arrays.asList(TYPES).indexOf(type);
  }

  /** Whether a name begins with this word. */
  static boolean begins(int label) {
    return label != OUTSIDE && (place(label) == BEGIN || place(label) == ONLY);
  }

  /** Whether a name ends with this word. */
  static boolean ends(int label) {
    return label != OUTSIDE && (place(label) == LAST || place(label) == ONLY);
  }

  /** The type of the name; of a label that is not outside. */
  static EntityType type(int label) {
    return TYPES[(label - 1) / 4];
  }

  /** Whether nothing is open before this label: what a text can begin with. */
  public static boolean canStart(int label) {
    return label == OUTSIDE || begins(label);
  }

  /** Whether nothing is open after this label: what a text can end with. */
  public static boolean canEnd(int label) {
    return label == OUTSIDE || ends(label);
  }

  /** The labels that can stand before this one. Not to be changed. */
  public static int[] before(int label) {
    return BEFORE[label];
  }

  private static boolean follows(int before, int after) {
    if (canStart(after)) {
      return canEnd(before);
    }
    return !canEnd(before) && type(before) == type(after);
  }

  private static int place(int label) {
    return (label - 1) % 4;
  }

  private static int[][] before() {
    int[][] all = new int[COUNT][];
    for (int after = 0; after < COUNT; after++) {
      int[] some = new int[COUNT];
      int size = 0;
      for (int before = 0; before < COUNT; before++) {
        if (follows(before, after)) {
          some[size++] = before;
        }
      }
      all[after] = Arrays.copyOf(some, size);
    }
    return all;
  }
}
