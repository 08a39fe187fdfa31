package io.wirewatch.app;

import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirewatch annotate}: entities and regions of articles, without Kafka. */
@Command(
    name = "annotate",
    description = "Find entities and regions: article JSON lines in, annotated lines out.")
final class AnnotateCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 64;
  private static final int MOST_THREADS_UNSAID = 8;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "JSON lines {\"id\",\"headline\",\"body\"}; - for standard input (default).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String file;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = {
        "How many articles are worked on at once, 1 to "
            + MOST_THREADS
            + " (default: one a processor, at most "
            + MOST_THREADS_UNSAID
            + ").",
        "The output is the same, in the order of the input, whatever the number."
      })
  private @Nullable Integer threads;

  @Override
  public Integer call() {
    LineWork work = new LineWork(file, threads(), Screen.standard());
    Annotator annotator = Annotator.bundled();
    return work.run(line -> AnnotationJson.line(line.id(), annotate(annotator, line)));
  }

  static Annotation annotate(Annotator annotator, TextLine line) {
    return annotator.annotate(
        new ArticleText(
            line.headline(),
            line.body(),
            line.dateline().orElse(null),
            line.language().orElse(null)));
  }

  private int threads() {
    if (threads == null) {
      return Math.min(MOST_THREADS_UNSAID, Runtime.getRuntime().availableProcessors());
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw new Refusal("--threads " + threads + ": 1 to " + MOST_THREADS);
    }
    return threads;
  }
}
