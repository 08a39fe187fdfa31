package io.wirewatch.benchmarks;

import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.benchmarks.quality.Contestant;
import io.wirewatch.benchmarks.quality.EntityTagger;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is started anew for each measurement: it says so as soon as it has read one article, then
 * what it has measured.
 */
final class AnnotationPart {
  private static final ArticleText FIRST =
      new ArticleText(
          "Bridge reopens near Rutba",
          "RUTBA, Iraq - The Anbar Operations Command reopened a bridge west of Rutba on Monday, said"
              + " Col. Salim Hamdan, two weeks after ISIS fighters had blown up part of it.",
          null,
          null);
  private static final double MEGABYTE = 1e6;

  /** Processor time of the thread: on a busy machine compilers come late. */
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private AnnotationPart() {}

  /** Loads a tagger of names; says when it has read its first article, and its heap. */
  static void tagger(Contestant who, Path openNlpModel, PrintStream out) throws IOException {
    EntityTagger tagger = who.load(openNlpModel).orElseThrow();
    out.println(ChildProcess.MARK + tagger.tag(FIRST).size());
    out.println(ChildProcess.MARK + megabytesWith(tagger));
  }

  /**
   * Annotates; says when the first article is done, then {@link AnnotationSpeed}, then the heap.
   */
  static void annotate(Path articles, int size, double seconds, PrintStream out)
      throws IOException {
    Annotator annotator = Annotator.bundled();
    out.println(ChildProcess.MARK + annotator.annotate(FIRST).entities().size());
    SizedArticles sized = SizedArticles.read(articles, size, 1);
    out.println(ChildProcess.MARK + warm(annotator, sized, seconds).line());
    out.println(ChildProcess.MARK + megabytesWith(annotator));
  }

  /**
   * The first round after the warm-up that is no more than a twentieth faster than the one before.
   */
  private static AnnotationSpeed warm(Annotator annotator, SizedArticles articles, double seconds) {
    var threads = ManagementFactory.getThreadMXBean();
    double before = 0;
    AnnotationSpeed round = AnnotationSpeed.measure(annotator, articles, seconds);
    while (threads.getCurrentThreadCpuTime() < WARM_UP.toNanos()
        || round.processor().articles() > before * 1.05) {
      before = round.processor().articles();
      round = AnnotationSpeed.measure(annotator, articles, seconds);
    }
    return round;
  }

  private static double megabytesWith(Object held) {
    try {
      return RulesTable.heap() / MEGABYTE;
    } finally {
      Reference.reachabilityFence(held);
    }
  }
}
