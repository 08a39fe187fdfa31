package io.wirewatch.annotate.train;

import io.wirewatch.annotate.tagger.Labels;
import io.wirewatch.annotate.tagger.TaggerModel;
import io.wirewatch.annotate.tagger.Weights;
import io.wirewatch.annotate.tagger.WordClusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains the weights of a linear-chain conditional random field: stochastic gradient of the
 * likelihood of the labels with AdaGrad's rates, weights shrunk as they are touched. One thread and
 * exact arithmetic: the same examples in the same order give the same weights on every machine.
 */
final class ChainTrainer {
  private static final int COUNT = Labels.COUNT;
  private static final float START = 1e-6f;
  private static final float LEAST = 0.001f;

  private final int bits;
  private final float[] weights;
  private final float[] squares;
  private final float[] transitions = new float[COUNT * COUNT];
  private final float[] transitionSquares = new float[COUNT * COUNT];
  private final double[] rises = new double[COUNT * COUNT];
  private final float rate;
  private final float shrink;
  private final Lattice lattice = new Lattice();

  /**
   * A trainer of a table of two to this power rows.
   *
   * @param rate how far the first step goes
   * @param shrink what part of a weight each touch takes away, times the rate
   */
  ChainTrainer(int bits, double rate, double shrink) {
    this.bits = bits;
    this.rate = (float) rate;
    this.shrink = (float) shrink;
    weights = new float[COUNT << bits];
    squares = new float[COUNT << bits];
  }

  /** Goes through the examples so many times, each time in another order. */
  void train(List<Example> examples, int rounds, long seed) {
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (Example example : order) {
        learn(example);
      }
    }
  }

  /** What was learnt, rounded. */
  TaggerModel model(WordClusters clusters) {
    Weights rounded = new Weights(bits);
    for (int i = 0; i < weights.length; i++) {
      rounded.set(i / COUNT, i % COUNT, rounded(weights[i]));
    }
    short[] pairs = new short[transitions.length];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] =
          (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, rounded(transitions[i])));
    }
    return new TaggerModel(bits, rounded, pairs, clusters);
  }

  private static int rounded(float value) {
    return Math.round(value * TaggerModel.SCALE);
  }

  private void learn(Example example) {
    for (int i = 0; i < rises.length; i++) {
      rises[i] = StrictMath.exp(transitions[i]);
    }
    int length = example.labels().length;
    double[][] scores = new double[length][COUNT];
    for (int word = 0; word < length; word++) {
      for (int row : example.rows()[word]) {
        for (int label = 0; label < COUNT; label++) {
          scores[word][label] += weights[row * COUNT + label];
        }
      }
    }
    lattice.fill(scores, rises);
    for (int word = 0; word < length; word++) {
      double[] surplus = lattice.labels(word);
      surplus[example.labels()[word]] -= 1;
      for (int row : example.rows()[word]) {
        for (int label = 0; label < COUNT; label++) {
          step(weights, squares, row * COUNT + label, (float) surplus[label]);
        }
      }
      double[] pairs = lattice.pairs(word);
      int before = word == 0 ? Labels.OUTSIDE : example.labels()[word - 1];
      pairs[before * COUNT + example.labels()[word]] -= 1;
      for (int pair = 0; pair < pairs.length; pair++) {
        step(transitions, transitionSquares, pair, (float) pairs[pair]);
      }
    }
  }

  private void step(float[] values, float[] sums, int at, float surplus) {
    if (Math.abs(surplus) < LEAST) {
      return;
    }
    float slope = surplus + shrink * values[at];
    sums[at] += slope * slope;
    values[at] -= rate * slope / (float) Math.sqrt(sums[at] + START);
  }
}
