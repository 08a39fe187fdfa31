package io.wirewatch.app;

import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.tagger.NameTagger;
import io.wirewatch.app.page.AnnotationPage;
import io.wirewatch.app.page.PageArticle;
import io.wirewatch.dashboard.ask.AnnotationJson;
import java.nio.file.Path;
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

  @Option(
      names = "--html",
      paramLabel = "OUT",
      description = {
        "Write a page for people there too, when the input ends: names coloured by type, places on a map.",
        "It has the first "
            + AnnotationPage.MOST_ARTICLES
            + " articles, and says how many it leaves out."
      })
  private @Nullable Path html;

  /** An article, what was found in it, and the line that says so. */
  private record Annotated(TextLine line, Annotation found, String json) {}

  @Override
  public Integer call() {
    Screen screen = Screen.standard();
    LineWork work = new LineWork(file, threads(), screen);
    PageFile page = html == null ? null : PageFile.at(html, file);
    Gazetteer gazetteer = Gazetteer.bundled();
    Annotator annotator = new Annotator(gazetteer, NameTagger.bundled());
    if (page == null) {
      return work.run(line -> AnnotationJson.line(line.id(), annotate(annotator, line)));
    }
    AnnotationPage articles = new AnnotationPage();
    int exit =
        work.each(
            line -> annotated(annotator, line),
            made -> {
              screen.data(made.json);
              articles.add(article(made));
            });
    page.write(out -> articles.write(gazetteer, out));
    return exit;
  }

  private static Annotated annotated(Annotator annotator, TextLine line) {
    Annotation found = annotate(annotator, line);
    return new Annotated(line, found, AnnotationJson.line(line.id(), found));
  }

  private static PageArticle article(Annotated made) {
    TextLine line = made.line;
    return new PageArticle(
        line.id(),
        line.source(),
        line.dateline().orElse(""),
        line.headline(),
        line.body(),
        made.found);
  }

  static Annotation annotate(Annotator annotator, TextLine line) {
    return annotator.annotate(text(line));
  }

  static ArticleText text(TextLine line) {
    return new ArticleText(
        line.headline(),
        line.body(),
        line.dateline().orElse(null),
        line.language().orElse(null),
        line.source());
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
