package io.wirewatch.annotate.train;

import io.wirewatch.annotate.tagger.Labels;

/** How probable each label and each pair of labels is at each word: forward and backward sums. */
final class Lattice {
  private static final int COUNT = Labels.COUNT;

  private double[][] own = new double[0][];
  private double[][] forward = new double[0][];
  private double[][] backward = new double[0][];
  private double[] rises = new double[0];

  /**
   * Of one stretch.
   *
   * @param scores by word, then label: logarithms
   * @param rises by pair of labels
   */
  void fill(double[][] scores, double[] rises) {
    this.rises = rises;
    int length = scores.length;
    own = new double[length][COUNT];
    forward = new double[length][COUNT];
    backward = new double[length][COUNT];
    for (int word = 0; word < length; word++) {
      double most = Double.NEGATIVE_INFINITY;
      for (double score : scores[word]) {
        most = Math.max(most, score);
      }
      for (int label = 0; label < COUNT; label++) {
        own[word][label] = StrictMath.exp(scores[word][label] - most);
      }
      goForward(word);
    }
    for (int word = length - 1; word >= 0; word--) {
      goBackward(word);
    }
  }

  private void goForward(int word) {
    double sum = 0;
    for (int label = 0; label < COUNT; label++) {
      double reached = 0;
      if (word == 0) {
        reached = Labels.canStart(label) ? rises[label] : 0;
      } else {
        for (int before : Labels.before(label)) {
          reached += forward[word - 1][before] * rises[before * COUNT + label];
        }
      }
      forward[word][label] = reached * own[word][label];
      sum += forward[word][label];
    }
    for (int label = 0; label < COUNT; label++) {
      forward[word][label] /= sum;
    }
  }

  private void goBackward(int word) {
    if (word == own.length - 1) {
      for (int label = 0; label < COUNT; label++) {
        backward[word][label] = Labels.canEnd(label) ? 1 : 0;
      }
      return;
    }
    double sum = 0;
    for (int after = 0; after < COUNT; after++) {
      double reached = own[word + 1][after] * backward[word + 1][after];
      for (int label : Labels.before(after)) {
        backward[word][label] += rises[label * COUNT + after] * reached;
      }
    }
    for (double value : backward[word]) {
      sum += value;
    }
    for (int label = 0; label < COUNT; label++) {
      backward[word][label] /= sum;
    }
  }

  /** The probability of each label of a word. */
  double[] labels(int word) {
    double[] values = new double[COUNT];
    double sum = 0;
    for (int label = 0; label < COUNT; label++) {
      values[label] = forward[word][label] * backward[word][label];
      sum += values[label];
    }
    for (int label = 0; label < COUNT; label++) {
      values[label] /= sum;
    }
    return values;
  }

  /** The probability of each pair of the label before a word and its own. */
  double[] pairs(int word) {
    double[] values = new double[COUNT * COUNT];
    double sum = 0;
    for (int label = 0; label < COUNT; label++) {
      double reached = own[word][label] * backward[word][label];
      if (word == 0) {
        values[label] = Labels.canStart(label) ? rises[label] * reached : 0;
        sum += values[label];
        continue;
      }
      for (int before : Labels.before(label)) {
        double value = forward[word - 1][before] * rises[before * COUNT + label] * reached;
        values[before * COUNT + label] = value;
        sum += value;
      }
    }
    for (int pair = 0; pair < values.length; pair++) {
      values[pair] /= sum;
    }
    return values;
  }
}
