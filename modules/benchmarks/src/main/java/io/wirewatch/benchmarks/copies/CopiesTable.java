package io.wirewatch.benchmarks.copies;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** Copies in a set of articles and in a full window. */
public final class CopiesTable {
  private static final int BATCH = 10_000;
  private static final int ROUNDS = 5;
  private static final double MEBIBYTE = 1 << 20;

  private final List<Text> texts;
  private final int count;
  private final long seed;
  private final PrintStream out;

  /**
   * A table of these articles.
   *
   * @param articles JSON lines with {@code headline} and {@code body}
   * @param count articles of a full window
   */
  public CopiesTable(Path articles, int count, long seed, PrintStream out) throws IOException {
    this.texts = Text.read(articles);
    this.count = count;
    this.seed = seed;
    this.out = out;
  }

  /**
   * Prints all of it.
   *
   * @param pairs gets what is joined in the set, for people to read
   * @param characters of an article of the full window
   */
  public void print(Path pairs, int characters) throws IOException {
    new EditTable(texts, new StoryWindow(count), seed).print(out);
    joined(pairs);
    full(characters);
  }

  private void joined(Path file) throws IOException {
    StoryWindow window = new StoryWindow(count);
    List<String> lines = new ArrayList<>();
    Map<String, Text> byId = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      String id = Integer.toString(i);
      byId.put(id, texts.get(i));
      String story = window.take(id, texts.get(i));
      if (!story.equals(id)) {
        Text first = byId.getOrDefault(story, texts.get(i));
        lines.add("== %s %s%n%s%n-- %s%n".formatted(story, first.headline(), first.body(), id));
        lines.add("%s%n%s%n%n".formatted(texts.get(i).headline(), texts.get(i).body()));
      }
    }
    Files.writeString(file, String.join("", lines));
    out.printf(
        "%nThe set itself: %,d articles, %,d joined to an earlier one; the pairs are in %s.%n",
        texts.size(), lines.size() / 2, file);
  }

  private void full(int characters) throws IOException {
    ChainText chain = new ChainText(texts, characters);
    Random random = new Random(seed);
    double before = usedMebibytes();
    // What is looked for has come first: all that is as frequent lies before it.
    StoryWindow window = new StoryWindow(count);
    EditTable edits = new EditTable(texts, window, seed);
    int originals = window.size();
    long number = 0;
    while (window.size() < count) {
      for (Text text : chain.next(random, Math.min(BATCH, count - window.size()))) {
        window.take("%032x".formatted(number++), text);
      }
    }
    out.printf(
        "%nA window of %,d articles: %.0f MiB of heap, of %.0f MiB in all; %,d of them joined to another.%n",
        window.size(),
        usedMebibytes() - before,
        usedMebibytes(),
        number + originals - window.size());
    edits.print(out);
    for (int round = 0; round < ROUNDS; round++) {
      List<Text> fresh = chain.next(random, 2 * BATCH);
      List<String> ids = ids(number, fresh.size());
      number += fresh.size();
      Stopwatch own = new Stopwatch();
      for (int i = 0; i < fresh.size(); i++) {
        window.take(ids.get(i), fresh.get(i));
      }
      double ownRate = own.rate(fresh.size());
      int found = 0;
      Stopwatch others = new Stopwatch();
      for (int time = 0; time < 3; time++) {
        for (Text text : texts) {
          found += window.original(text).isPresent() ? 1 : 0;
        }
      }
      out.printf(
          "articles/s of one core: %,.0f of %,d characters, each added; %,.0f of the set, looked up (%,d found)%n",
          ownRate, characters, others.rate(3 * texts.size()), found);
    }
  }

  private static List<String> ids(long from, int count) {
    return LongStream.range(from, from + count).mapToObj("%032x"::formatted).toList();
  }

  private static double usedMebibytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE;
  }
}
