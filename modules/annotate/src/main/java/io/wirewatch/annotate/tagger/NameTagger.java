package io.wirewatch.annotate.tagger;

import io.wirewatch.language.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds names in English text: the likeliest labels of each stretch of words that may be names, by
 * Viterbi's algorithm. Thread-safe. Linear in the length of the text.
 */
public final class NameTagger {
  private static final String RESOURCE = "english.model.gz";
  private static final int NEVER = Integer.MIN_VALUE / 4;

  private final TaggerModel model;

  /** A tagger with this model. */
  public NameTagger(TaggerModel model) {
    this.model = model;
  }

  /** The one in the jar. */
  public static NameTagger bundled() {
    try (InputStream in = NameTagger.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing: build the module with Maven");
      }
      return new NameTagger(TaggerModel.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  /**
   * The names in a text, in their order.
   *
   * @param known for each word what the gazetteer says of it there, 0 for nothing
   */
  public List<TaggedName> tag(Tokens tokens, int[] known) {
    Words words = new Words(tokens, known, model.clusters);
    Decoding decoding = new Decoding(words);
    List<TaggedName> names = new ArrayList<>();
    for (int first = 0; first < words.size; first++) {
      if (words.isCandidate(first)) {
        int end = words.end(first);
        decoding.decode(first, end, names);
        first = end - 1;
      }
    }
    return names;
  }

  /** Labels the stretches of one text. */
  private final class Decoding {
    private final Features features;
    private final int[] rows = new int[Features.MOST];
    private final int[] sums = new int[Labels.COUNT];
    private int[] best = new int[Labels.COUNT * 16];
    private byte[] from = new byte[Labels.COUNT * 16];

    Decoding(Words words) {
      features = new Features(words, model.bits);
    }

    void decode(int first, int end, List<TaggedName> names) {
      int length = end - first;
      if (length * Labels.COUNT > best.length) {
        best = new int[length * Labels.COUNT * 2];
        from = new byte[best.length];
      }
      for (int i = 0; i < length; i++) {
        score(first + i);
        step(i);
      }
      read(first, length, names);
    }

    private void score(int word) {
      int count = features.of(word, rows);
      model.weights.sum(rows, count, sums);
    }

    private void step(int i) {
      int at = i * Labels.COUNT;
      for (int label = 0; label < Labels.COUNT; label++) {
        int most = NEVER;
        int before = 0;
        if (i == 0) {
          most = Labels.canStart(label) ? model.transitions[label] : NEVER;
        } else {
          for (int other : Labels.before(label)) {
            int sum =
                best[at - Labels.COUNT + other] + model.transitions[other * Labels.COUNT + label];
            if (sum > most) {
              most = sum;
              before = other;
            }
          }
        }
        best[at + label] = most + sums[label];
        from[at + label] = (byte) before;
      }
    }

    private void read(int first, int length, List<TaggedName> names) {
      int label = 0;
      int at = (length - 1) * Labels.COUNT;
      for (int other = 1; other < Labels.COUNT; other++) {
        if (Labels.canEnd(other) && best[at + other] > best[at + label]) {
          label = other;
        }
      }
      int size = names.size();
      int last = -1;
      for (int i = length - 1; i >= 0; i--) {
        if (Labels.ends(label)) {
          last = first + i;
        }
        if (Labels.begins(label)) {
          names.add(size, new TaggedName(first + i, last, Labels.type(label)));
        }
        label = from[i * Labels.COUNT + label];
      }
    }
  }
}
