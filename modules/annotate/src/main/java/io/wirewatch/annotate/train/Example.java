package io.wirewatch.annotate.train;

import io.wirewatch.annotate.EntityType;
import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.KnownNames;
import io.wirewatch.annotate.tagger.Labels;
import io.wirewatch.annotate.tagger.Stretch;
import io.wirewatch.annotate.tagger.WordClusters;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.List;

/** A stretch of words that may be names, with what they are. */
final class Example {
  private final int[][] rows;
  private final int[] labels;

  private Example(int[][] rows, int[] labels) {
    this.rows = rows;
    this.labels = labels;
  }

  /** The features of each word. Not to be changed. */
  int[][] rows() {
    return rows;
  }

  /** The label of each word. Not to be changed. */
  int[] labels() {
    return labels;
  }

  /** The stretches of a text. Where it does not mark nationalities, the gazetteer does. */
  static List<Example> of(MarkedText text, Gazetteer gazetteer, WordClusters clusters, int bits) {
    Tokens tokens = Tokens.of(text.text());
    int[] known = KnownNames.of(tokens, gazetteer);
    int[] labels = labels(text, tokens);
    List<Example> examples = new ArrayList<>();
    for (Stretch stretch : Stretch.all(tokens, known, clusters, bits)) {
      int[] own = new int[stretch.size()];
      for (int i = 0; i < own.length; i++) {
        int word = stretch.first() + i;
        own[i] = labels[word];
        if (!text.nationalities()
            && own[i] == Labels.OUTSIDE
            && KnownNames.isNationality(known[word])) {
          own[i] = Labels.of(EntityType.NATIONALITY, 0, 1);
        }
      }
      examples.add(new Example(stretch.rows(), whole(own)));
    }
    return examples;
  }

  private static int[] labels(MarkedText text, Tokens tokens) {
    int[] labels = new int[tokens.size()];
    int word = 0;
    for (Mark mark : text.marks()) {
      while (word < tokens.size() && tokens.end(word) <= mark.start()) {
        word++;
      }
      int last = word;
      while (last < tokens.size() && tokens.start(last) < mark.end()) {
        last++;
      }
      for (int i = word; i < last; i++) {
        labels[i] = Labels.of(mark.type(), i - word, last - word);
      }
      word = Math.max(word, last);
    }
    return labels;
  }

  /** Without the parts of names that lie partly outside of the stretch. */
  private static int[] whole(int[] labels) {
    for (int i = 0; i < labels.length; i++) {
      boolean fits =
          i == 0 ? Labels.canStart(labels[i]) : contains(Labels.before(labels[i]), labels[i - 1]);
      if (!fits) {
        labels[i] = Labels.OUTSIDE;
      }
    }
    for (int i = labels.length - 1; i >= 0; i--) {
      boolean fits =
          i == labels.length - 1
              ? Labels.canEnd(labels[i])
              : contains(Labels.before(labels[i + 1]), labels[i]);
      if (!fits) {
        labels[i] = Labels.OUTSIDE;
      }
    }
    return labels;
  }

  private static boolean contains(int[] values, int value) {
    for (int other : values) {
      if (other == value) {
        return true;
      }
    }
    return false;
  }
}
