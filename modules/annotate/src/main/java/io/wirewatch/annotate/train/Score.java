package io.wirewatch.annotate.train;

import io.wirewatch.annotate.EntityType;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts of exact spans: people, organizations with groups, places. */
final class Score {
  private final Map<EntityType, int[]> counts = new EnumMap<>(EntityType.class);

  void add(Iterable<Mark> wanted, Iterable<Mark> found) {
    Set<Mark> gold = plain(wanted);
    for (Mark mark : plain(found)) {
      count(mark.type(), 1);
      if (gold.contains(mark)) {
        count(mark.type(), 0);
      }
    }
    gold.forEach(mark -> count(mark.type(), 2));
  }

  private static Set<Mark> plain(Iterable<Mark> marks) {
    Set<Mark> plain = new HashSet<>();
    for (Mark mark : marks) {
      if (mark.type() != EntityType.NATIONALITY) {
        boolean group = mark.type() == EntityType.GROUP;
        plain.add(group ? new Mark(mark.start(), mark.end(), EntityType.ORGANIZATION) : mark);
      }
    }
    return plain;
  }

  private void count(EntityType type, int which) {
    counts.computeIfAbsent(type, t -> new int[3])[which]++;
  }

  @Override
  public String toString() {
    int[] all = new int[3];
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (type, three) -> {
          for (int i = 0; i < 3; i++) {
            all[i] += three[i];
          }
          text.append(" %s %s".formatted(type.name().substring(0, 3), line(three)));
        });
    return "ALL " + line(all) + " |" + text;
  }

  private static String line(int[] three) {
    double precision = three[0] / Math.max(1.0, three[1]);
    double recall = three[0] / Math.max(1.0, three[2]);
    return "P %.3f R %.3f F1 %.3f"
        .formatted(precision, recall, 2 * precision * recall / Math.max(1e-9, precision + recall));
  }
}
