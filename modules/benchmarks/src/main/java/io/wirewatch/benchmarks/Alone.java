package io.wirewatch.benchmarks;

import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.Region;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleMatch;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Annotation and matching with no Kafka around them. */
final class Alone {
  private final SizedArticles articles;
  private final Annotator annotator = Annotator.bundled();
  private final Matcher matcher;

  Alone(SizedArticles articles, Matcher matcher) {
    this.articles = articles;
    this.matcher = matcher;
  }

  /** How many alerts each text of the articles makes. */
  int[] alertsByText() {
    return articles.texts().stream().mapToInt(text -> matches(text).size()).toArray();
  }

  /** Articles a second, both steps, by so many threads at once. */
  double bothASecond(int threads, Duration time) throws InterruptedException {
    return rate(threads, time, number -> matches(articles.text(number)).size());
  }

  /** Articles a second of one thread that only annotates. */
  double annotatedASecond(Duration time) throws InterruptedException {
    return rate(1, time, number -> annotator.annotate(articles.text(number)).entities().size());
  }

  /** Articles a second of one thread that only matches. */
  double matchedASecond(Duration time) throws InterruptedException {
    List<Article> annotated = articles.texts().stream().map(this::matchable).toList();
    return rate(1, time, number -> matcher.match(annotated.get(number % annotated.size())).size());
  }

  private List<RuleMatch> matches(ArticleText text) {
    return matcher.match(matchable(text));
  }

  private Article matchable(ArticleText text) {
    Annotation found = annotator.annotate(text);
    return new Article(
        "",
        text.headline(),
        text.body(),
        found.language().code(),
        "Some Wire",
        found.regions().stream().map(Region::code).collect(Collectors.toSet()),
        found.entities().stream()
            .map(Entity::id)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet()));
  }

  private static double rate(int threads, Duration time, IntToLongFunction work)
      throws InterruptedException {
    LongAdder done = new LongAdder();
    LongAdder found = new LongAdder();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    List<Thread> workers =
        IntStream.range(0, threads)
            .mapToObj(
                worker ->
                    new Thread(
                        () -> {
                          for (int at = worker; System.nanoTime() < end; at += threads) {
                            found.add(work.applyAsLong(at));
                            done.increment();
                          }
                        }))
            .toList();
    workers.forEach(Thread::start);
    for (Thread worker : workers) {
      worker.join();
    }
    // What was found is counted, so that no compiler leaves the work out.
    if (found.sum() < 0) {
      throw new IllegalStateException("less than nothing was found");
    }
    return done.sum() * 1e9 / (System.nanoTime() - start);
  }
}
