package io.wirewatch.dashboard.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Up to where the topics had been read when something was told: what lies there or behind was not
 * in it. Of one text only, and of any server that reads these topics. Immutable.
 *
 * @param minute since 1970, when it was told
 * @param stands of the topics that were there
 */
record Position(long minute, Map<Watched, Stand> stands) {
  /* It goes to browsers and comes back from anybody, so its text is bounded, and taken only where it is letter by letter
   * what would be written: 1.MINUTE~aLIFE.OFFSET.OFFSET~iLIFE.OFFSET…, figures in base 36. All of these characters stand
   * for themselves in an address. */

  private static final String VERSION = "1.";
  private static final int LONGEST = 16_000;
  private static final int BASE = 36;
  private static final int MOST_FIGURES = 12;
  private static final int MOST_LIFE = 8;

  /**
   * Up to where one topic has been read.
   *
   * @param life another one where the topic has been made anew under its name; of letters and
   *     figures
   * @param offsets by partition, of what comes next
   */
  record Stand(String life, List<Long> offsets) {
    Stand {
      offsets = List.copyOf(offsets);
    }

    /** That of a partition; 0 of one that was not there. */
    long offset(int partition) {
      return partition < offsets.size() ? offsets.get(partition) : 0;
    }
  }

  Position {
    stands = Map.copyOf(stands);
  }

  /** Of a text; empty where it is none. */
  static Optional<Position> of(String text) {
    if (text.length() > LONGEST || !text.startsWith(VERSION)) {
      return Optional.empty();
    }
    try {
      Position read = read(text.substring(VERSION.length()).split("~", -1));
      return read.text().equals(text) ? Optional.of(read) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Position read(String[] parts) {
    Map<Watched, Stand> stands = new EnumMap<>(Watched.class);
    for (int i = 1; i < parts.length; i++) {
      Watched topic =
          Watched.signed(parts[i].isEmpty() ? ' ' : parts[i].charAt(0))
              .orElseThrow(IllegalArgumentException::new);
      stands.put(topic, stand(parts[i].substring(1).split("\\.", -1)));
    }
    return new Position(number(parts[0]), stands);
  }

  private static Stand stand(String[] parts) {
    if (parts[0].length() > MOST_LIFE || !parts[0].matches("[0-9a-z]+")) {
      throw new IllegalArgumentException("no life");
    }
    List<Long> offsets = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      offsets.add(number(parts[i]));
    }
    return new Stand(parts[0], offsets);
  }

  private static long number(String figures) {
    if (figures.length() > MOST_FIGURES || figures.startsWith("-")) {
      throw new IllegalArgumentException("no number");
    }
    return Long.parseLong(figures, BASE);
  }

  /** As browsers have it. */
  String text() {
    StringBuilder text = new StringBuilder(VERSION).append(Long.toString(minute, BASE));
    for (Watched topic : Watched.values()) {
      Stand stand = stands.get(topic);
      if (stand != null) {
        text.append('~').append(topic.sign()).append(stand.life());
        stand.offsets().forEach(offset -> text.append('.').append(Long.toString(offset, BASE)));
      }
    }
    return text.toString();
  }

  /** Whether a record lies behind it. */
  boolean isBefore(Origin origin) {
    Stand stand = stands.get(origin.topic());
    return stand == null || stand.offset(origin.partition()) <= origin.offset();
  }

  /** Whether it is of these same topics, and of no partition that they do not have. */
  boolean isOf(Position other) {
    return stands.entrySet().stream()
        .allMatch(
            mine -> {
              Stand its = other.stands.get(mine.getKey());
              return its != null
                  && its.life().equals(mine.getValue().life())
                  && its.offsets().size() >= mine.getValue().offsets().size();
            });
  }

  /** Whether it is at another one or behind it, in each partition that the other has. */
  boolean reaches(Position other) {
    return other.stands.entrySet().stream().allMatch(its -> reaches(its.getKey(), its.getValue()));
  }

  private boolean reaches(Watched topic, Stand other) {
    Stand mine = stands.get(topic);
    for (int partition = 0; partition < other.offsets().size(); partition++) {
      if ((mine == null ? 0 : mine.offset(partition)) < other.offset(partition)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is from before that long a time. */
  boolean isOlderThan(Duration age, Instant now) {
    return minute < minuteOf(now) - age.toMinutes();
  }

  /** The minute of a time. */
  static long minuteOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), Duration.ofMinutes(1).toSeconds());
  }
}
