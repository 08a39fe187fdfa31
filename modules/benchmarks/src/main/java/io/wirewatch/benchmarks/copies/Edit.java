package io.wirewatch.benchmarks.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What becomes of a text that somebody takes over. */
public enum Edit {
  /** Its end is cut off. */
  CUT_AT_THE_END {
    @Override
    List<String> made(List<String> words, double share, Material material) {
      return words.subList(0, kept(words, share));
    }
  },
  /** A stretch is taken out. */
  CUT_INSIDE {
    @Override
    List<String> made(List<String> words, double share, Material material) {
      int kept = kept(words, share);
      int at = material.random().nextInt(kept + 1);
      return joined(words.subList(0, at), words.subList(at + words.size() - kept, words.size()));
    }
  },
  /** Its sentences come in another order, as many of them as make the share. */
  REORDERED {
    @Override
    List<String> made(List<String> words, double share, Material material) {
      List<List<String>> sentences = sentences(words.subList(0, kept(words, share)));
      Collections.shuffle(sentences, material.random());
      return sentences.stream().flatMap(List::stream).toList();
    }
  },
  /** Other text stands before and behind it: the share is that of the original in the whole. */
  ADDED_TO {
    @Override
    List<String> made(List<String> words, double share, Material material) {
      int more = (int) Math.round(words.size() * (1 - share) / share);
      List<String> other = material.foreign(more);
      int before = material.random().nextInt(more + 1);
      return joined(other.subList(0, before), words, other.subList(before, more));
    }
  },
  /** It begins with other words. */
  OTHER_INTRO {
    @Override
    List<String> made(List<String> words, double share, Material material) {
      int kept = kept(words, share);
      int other = words.size() - kept;
      return joined(material.foreign(other), words.subList(other, words.size()));
    }
  },
  /** Other words in two places. */
  REPLACED {
    @Override
    List<String> made(List<String> words, double share, Material material) {
      int kept = kept(words, share);
      int one = (words.size() - kept) / 2;
      int two = words.size() - kept - one;
      int first = material.random().nextInt(kept / 2 + 1);
      int second = first + one + material.random().nextInt(kept - first + 1);
      return joined(
          words.subList(0, first),
          material.foreign(one),
          words.subList(first + one, second),
          material.foreign(two),
          words.subList(second + two, words.size()));
    }
  };

  /** The words of the copy, of whose the share is the original's. */
  abstract List<String> made(List<String> words, double share, Material material);

  /**
   * A copy of a text.
   *
   * @param share of the text that the two have in common, 0 to 1
   * @param material what it is made with
   */
  public String of(String body, double share, Material material) {
    return String.join(" ", made(Arrays.asList(body.strip().split("\\s+", -1)), share, material));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static int kept(List<String> words, double share) {
    return Math.max(1, (int) Math.round(words.size() * share));
  }

  @SafeVarargs
  private static List<String> joined(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  private static List<List<String>> sentences(List<String> words) {
    List<List<String>> sentences = new ArrayList<>();
    List<String> sentence = new ArrayList<>();
    for (String word : words) {
      sentence.add(word);
      if (word.endsWith(".") && word.length() > 3) {
        sentences.add(sentence);
        sentence = new ArrayList<>();
      }
    }
    sentences.add(sentence);
    return sentences;
  }
}
