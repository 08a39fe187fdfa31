package io.wirewatch.annotate.tagger;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What training has learnt: for each feature and label a weight, for each pair of labels another,
 * and the word clusters. Weights are whole numbers, {@link #SCALE} to one. Immutable.
 */
public final class TaggerModel {
  /** So many units are a weight of one. */
  public static final int SCALE = 128;

  private static final int MAGIC = 0x57575447;
  private static final int MOST_BITS = 22;

  final int bits;
  final Weights weights;
  final short[] transitions;
  final WordClusters clusters;

  /**
   * A model.
   *
   * @param bits the table has two to this power rows
   * @param transitions by label before, then label
   */
  public TaggerModel(int bits, Weights weights, short[] transitions, WordClusters clusters) {
    this.bits = bits;
    this.weights = weights;
    this.transitions = transitions;
    this.clusters = clusters;
  }

  /** Writes it, compressed; the same model gives the same bytes. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream)));
    out.writeInt(MAGIC);
    out.writeInt(bits);
    for (short transition : transitions) {
      out.writeShort(transition);
    }
    for (int label = 0; label < Labels.COUNT; label++) {
      for (int row = 0; row < 1 << bits; row++) {
        out.writeShort(weights.get(row, label));
      }
    }
    clusters.write(out);
    out.close();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where it ends early or is something else
   */
  public static TaggerModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(new GZIPInputStream(stream, 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a tagger's model of this version");
    }
    int bits = in.readInt();
    if (bits < 1 || bits > MOST_BITS) {
      throw new IOException("a tagger's model with a table of two to the power " + bits);
    }
    short[] transitions = shorts(in, Labels.COUNT * Labels.COUNT);
    Weights weights = new Weights(bits);
    for (int label = 0; label < Labels.COUNT; label++) {
      short[] column = shorts(in, 1 << bits);
      for (int row = 0; row < column.length; row++) {
        weights.set(row, label, column[row]);
      }
    }
    return new TaggerModel(bits, weights, transitions, WordClusters.read(in));
  }

  static int[] ints(DataInputStream in, int count) throws IOException {
    int[] values = new int[count];
    ByteBuffer.wrap(bytes(in, count * 4)).asIntBuffer().get(values);
    return values;
  }

  static short[] shorts(DataInputStream in, int count) throws IOException {
    short[] values = new short[count];
    ByteBuffer.wrap(bytes(in, count * 2)).asShortBuffer().get(values);
    return values;
  }

  private static byte[] bytes(DataInputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new IOException("the tagger's model ends early");
    }
    return bytes;
  }
}
