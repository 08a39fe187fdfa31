package io.wirewatch.benchmarks;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.ChangingMatcher;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleProblems;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Rules that change one by one, so many a second, while another thread matches. */
final class ChangeTest {
  private static final int RULES = 100_000;
  private static final int CHANGES = 10_000;
  private static final long NANOS_A_CHANGE = 1_000_000;

  private final Corpus corpus;
  private final long seed;
  private final PrintStream out;

  ChangeTest(Corpus corpus, long seed, PrintStream out) {
    this.corpus = corpus;
    this.seed = seed;
    this.out = out;
  }

  void run() throws IOException, RuleProblems {
    var generator = new SearchGenerator(corpus, 10, seed);
    ChangingMatcher matcher =
        RuleFiles.load(generator.searches(RULES).stream().map(SavedSearch::json)).changingMatcher();
    List<Rule> others =
        RuleFiles.load(
                new SearchGenerator(corpus, 10, seed + 1)
                    .searches(RULES + RULES / 10).stream().map(SavedSearch::json))
            .rules();
    List<Article> articles = corpus.articles();
    articles.forEach(matcher::match);
    Clocked still = latency(matcher, articles);
    var over = new AtomicBoolean();
    long[] changes = new long[CHANGES];
    var changer = new Thread(() -> change(matcher, others, changes, over));
    changer.start();
    long[] matched = new long[1 << 22];
    int count = 0;
    while (!over.get() && count < matched.length) {
      long start = System.nanoTime();
      matcher.match(articles.get(count % articles.size()));
      matched[count++] = System.nanoTime() - start;
    }
    out.printf(
        "%n%,d rules, 1,000 changes a second one by one: a change %s; an article meanwhile %s (without changes %s)%n",
        RULES, Clocked.of(changes), Clocked.of(Arrays.copyOf(matched, count)), still);
  }

  private static Clocked latency(ChangingMatcher matcher, List<Article> articles) {
    long[] nanos = new long[articles.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      matcher.match(articles.get(i));
      nanos[i] = System.nanoTime() - start;
    }
    return Clocked.of(nanos);
  }

  /** Replaces, adds and removes by turns, each change at its own time. */
  private static void change(
      ChangingMatcher matcher, List<Rule> others, long[] nanos, AtomicBoolean over) {
    var random = new Random(1);
    long due = System.nanoTime();
    for (int i = 0; i < nanos.length; i++) {
      Rule other = others.get(random.nextInt(others.size()));
      due += NANOS_A_CHANGE;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      long start = System.nanoTime();
      if (i % 4 == 3) {
        matcher.remove(other.id());
      } else {
        matcher.put(other);
      }
      nanos[i] = System.nanoTime() - start;
    }
    over.set(true);
  }
}
