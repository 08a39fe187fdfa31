package io.wirewatch.benchmarks.copies;

import io.wirewatch.benchmarks.quality.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Precision and recall on edits. Every second article of a set is in the window; the others lend
 * the words that edits put in, and headlines.
 */
final class EditTable {
  private static final double[] SHARES = {0.5, 0.6, 0.7, 0.8, 0.9};

  private final List<Text> originals = new ArrayList<>();
  private final List<Text> others = new ArrayList<>();
  private final List<String> stories = new ArrayList<>();
  private final StoryWindow window;
  private final long seed;

  EditTable(List<Text> texts, StoryWindow window, long seed) {
    this.window = window;
    this.seed = seed;
    for (int i = 0; i < texts.size(); i++) {
      (i % 2 == 0 ? originals : others).add(texts.get(i));
    }
    for (int i = 0; i < originals.size(); i++) {
      stories.add(window.take("original-" + i, originals.get(i)));
    }
  }

  void print(PrintStream out) {
    out.printf(
        "%nOf %,d articles, with %,d in the window: recall / precision by the share of shared text.%n",
        originals.size(), window.size());
    TextTable table = new TextTable("edit", "0.5", "0.6", "0.7", "0.8", "0.9");
    Count[] sums = new Count[SHARES.length];
    java.util.Arrays.setAll(sums, i -> new Count());
    for (Edit edit : Edit.values()) {
      List<String> cells = new ArrayList<>(List.of(edit.toString()));
      for (int i = 0; i < SHARES.length; i++) {
        Count count = count(edit, SHARES[i]);
        sums[i].add(count);
        cells.add(count.toString());
      }
      table.row(cells.toArray(String[]::new));
    }
    List<String> cells = new ArrayList<>(List.of("all"));
    for (Count sum : sums) {
      cells.add(sum.toString());
    }
    table.row(cells.toArray(String[]::new));
    table.print(out);
  }

  private Count count(Edit edit, double share) {
    Random random = new Random(seed);
    Material material = new Material(random, others.stream().map(Text::body).toList());
    Count count = new Count();
    for (int i = 0; i < originals.size(); i++) {
      String headline = others.get(random.nextInt(others.size())).headline();
      Text copy = new Text(headline, edit.of(originals.get(i).body(), share, material));
      count.add(window.original(copy), stories.get(i));
    }
    return count;
  }

  /** What was found of what there is. */
  private static final class Count {
    private int all;
    private int found;
    private int right;

    void add(Optional<String> answer, String wanted) {
      all++;
      found += answer.isPresent() ? 1 : 0;
      right += answer.filter(wanted::equals).isPresent() ? 1 : 0;
    }

    void add(Count other) {
      all += other.all;
      found += other.found;
      right += other.right;
    }

    @Override
    public String toString() {
      return "%.3f / %.3f".formatted(right / (double) all, right / (double) Math.max(1, found));
    }
  }
}
