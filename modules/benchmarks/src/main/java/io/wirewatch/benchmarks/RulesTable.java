package io.wirewatch.benchmarks;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The engine and the peer side by side, one row for each number of rules. */
final class RulesTable {
  private static final int ROUNDS = 5;
  private static final int BATCH = 100;
  private static final int CHECKED = 300;

  private final Corpus corpus;
  private final List<Article> articles;
  private final double secondsARound;
  private final PrintStream out;

  /** Matches from one article on, as many articles as a round takes. */
  private interface Work {
    /** Matches some and says how many. */
    int some(int from) throws IOException;
  }

  RulesTable(Corpus corpus, double secondsARound, PrintStream out) {
    this.corpus = corpus;
    this.articles = corpus.articles();
    this.secondsARound = secondsARound;
    this.out = out;
  }

  static String header() {
    return """
        | rules | hits an article | engine, articles/s | Lucene Monitor, 1 / 100 at a time | times | same matches | engine: load, heap | Lucene: register, heap | engine p50 / p99 / worst | 2 threads |
        |---|---|---|---|---|---|---|---|---|---|""";
  }

  void row(int size, long seed) throws IOException, RuleProblems {
    var generator = new SearchGenerator(corpus, size < 100 ? 8 : 10, seed);
    List<SavedSearch> searches = generator.searches(size);
    Path file = RuleFiles.write(searches.stream().map(SavedSearch::json));
    long before = heap();
    long start = System.nanoTime();
    Matcher engine = RuleSet.load(file).matcher();
    double load = seconds(start);
    double hits = hits(engine);
    long engineHeap = heap() - before;
    Files.delete(file);
    before = heap();
    start = System.nanoTime();
    try (var lucene = new LuceneMonitor(searches, generator.frequencies())) {
      double register = seconds(start);
      long luceneHeap = heap() - before;
      String same = compare(engine, lucene, size);
      double[][] speeds = speeds(engine, lucene);
      double best = Math.max(speeds[1][ROUNDS / 2], speeds[2][ROUNDS / 2]);
      out.printf(
          "| %,d | %.1f | %,.0f | %,.0f / %,.0f | %.1f | %s | %.1f s, %.1f MB | %.1f s, %.1f MB | %s | %,.0f |%n",
          size,
          hits,
          speeds[0][ROUNDS / 2],
          speeds[1][ROUNDS / 2],
          speeds[2][ROUNDS / 2],
          speeds[0][ROUNDS / 2] / best,
          same,
          load,
          engineHeap / 1e6,
          register,
          luceneHeap / 1e6,
          latency(engine),
          twoThreads(engine));
    }
  }

  private String compare(Matcher engine, LuceneMonitor lucene, int size) throws IOException {
    int matches = 0;
    int different = 0;
    int checked = size > 100_000 ? CHECKED / 3 : CHECKED;
    for (int i = 0; i < checked; i++) {
      int at = i * (articles.size() / checked);
      Set<String> ours = new HashSet<>();
      engine.match(articles.get(at)).forEach(match -> ours.add(match.ruleId()));
      Set<String> theirs = lucene.ids(corpus.texts().get(at));
      matches += ours.size();
      if (!ours.equals(theirs)) {
        different++;
        Set<String> odd = new HashSet<>(ours);
        odd.removeAll(theirs);
        theirs.removeAll(ours);
        System.err.println("article " + at + ": only ours " + odd + ", only theirs " + theirs);
      }
    }
    return different == 0 ? "yes, " + matches : "NO, in " + different + " of " + checked;
  }

  private double[][] speeds(Matcher engine, LuceneMonitor lucene) throws IOException {
    List<Work> works =
        List.of(
            from -> {
              engine.match(articles.get(from % articles.size()));
              return 1;
            },
            from -> {
              lucene.count(corpus.texts().get(from % articles.size()));
              return 1;
            },
            from -> {
              int at = from % (articles.size() - BATCH);
              lucene.count(corpus.texts().subList(at, at + BATCH));
              return BATCH;
            });
    double[][] speeds = new double[works.size()][ROUNDS];
    for (Work work : works) {
      speed(work, secondsARound * 1.5);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < works.size(); i++) {
        speeds[i][round] = speed(works.get(i), secondsARound);
      }
    }
    Arrays.stream(speeds).forEach(Arrays::sort);
    return speeds;
  }

  private static double speed(Work work, double seconds) throws IOException {
    long start = System.nanoTime();
    int count = 0;
    while (seconds(start) < seconds) {
      count += work.some(count);
    }
    return count / seconds(start);
  }

  private double hits(Matcher engine) {
    return articles.stream().limit(1_000).mapToInt(a -> engine.match(a).size()).average().orElse(0);
  }

  private Clocked latency(Matcher engine) {
    List<Article> shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, new Random(1));
    long[] nanos = new long[shuffled.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      engine.match(shuffled.get(i));
      nanos[i] = System.nanoTime() - start;
    }
    return Clocked.of(nanos);
  }

  private double twoThreads(Matcher engine) {
    List<Article> some = articles.subList(0, articles.size() / 2);
    List<Article> others = articles.subList(articles.size() / 2, articles.size());
    int times = 3;
    long start = System.nanoTime();
    var other = new Thread(() -> repeat(engine, others, times));
    other.start();
    repeat(engine, some, times);
    try {
      other.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return times * articles.size() / seconds(start);
  }

  private static void repeat(Matcher engine, List<Article> articles, int times) {
    for (int i = 0; i < times; i++) {
      articles.forEach(engine::match);
    }
  }

  static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Bytes in use after a collection. */
  static long heap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
