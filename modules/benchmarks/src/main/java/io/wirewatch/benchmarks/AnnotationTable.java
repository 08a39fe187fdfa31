package io.wirewatch.benchmarks;

import io.wirewatch.annotate.Annotator;
import io.wirewatch.benchmarks.AnnotationSpeed.Rate;
import io.wirewatch.benchmarks.quality.Contestant;
import io.wirewatch.benchmarks.quality.EntityTable;
import io.wirewatch.benchmarks.quality.EntityTagger;
import io.wirewatch.benchmarks.quality.MarkedArticle;
import io.wirewatch.benchmarks.quality.MarkedSets;
import io.wirewatch.benchmarks.quality.OpenNlpTraining;
import io.wirewatch.benchmarks.quality.PlaceTable;
import io.wirewatch.benchmarks.quality.RegionTable;
import io.wirewatch.benchmarks.quality.Spread;
import io.wirewatch.benchmarks.quality.TextTable;
import io.wirewatch.benchmarks.quality.WholeAnnotator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Annotation side by side with CoreNLP and OpenNLP: quality, speed, heap, start. */
final class AnnotationTable {
  /** What the model in the jar has learnt from, beside text of its own. */
  private static final Set<String> OWN_TRAINING = Set.of("open-news", "wikigold", "wnut17-train");

  private final AnnotationOptions options;
  private final MarkedSets sets;
  private final PrintStream out;

  AnnotationTable(AnnotationOptions options, PrintStream out) {
    this.options = options;
    this.sets = new MarkedSets(options.corpora(), out);
    this.out = out;
  }

  void run() throws IOException {
    Path model = Files.createTempFile("opennlp", ".bin");
    try {
      Map<Contestant, EntityTagger> names = taggers(model);
      quality(names);
      new TaggerTable(options, sets, names, model).print();
      annotation();
    } finally {
      Files.delete(model);
    }
  }

  private Map<Contestant, EntityTagger> taggers(Path model) throws IOException {
    List<MarkedArticle> training = sets.entities(options.train());
    Map<Contestant, EntityTagger> taggers = new EnumMap<>(Contestant.class);
    for (Contestant who : Contestant.values()) {
      if (who == Contestant.OPEN_NLP) {
        if (training.isEmpty()) {
          continue;
        }
        System.err.println("  training OpenNLP");
        new OpenNlpTraining().write(training, model);
      }
      who.load(model).ifPresent(tagger -> taggers.put(who, tagger));
    }
    return taggers;
  }

  private void quality(Map<Contestant, EntityTagger> names) throws IOException {
    Annotator annotator = Annotator.bundled();
    Map<Contestant, EntityTagger> whole = new EnumMap<>(names);
    whole.put(Contestant.WIREWATCH, new WholeAnnotator(annotator));
    Map<Contestant, Set<String>> trainedOn =
        Map.of(
            Contestant.WIREWATCH, OWN_TRAINING, Contestant.OPEN_NLP, Set.copyOf(options.train()));
    new EntityTable(sets, whole, trainedOn).print();
    new PlaceTable(sets, whole).print();
    new RegionTable(sets, annotator).print();
  }

  private void annotation() throws IOException {
    if (!Files.exists(options.articles())) {
      out.printf("skipped: speed of all of annotation, %s is not there%n", options.articles());
      return;
    }
    List<AnnotationStart> runs = new ArrayList<>();
    for (int run = 0; run < options.runs(); run++) {
      runs.add(AnnotationStart.annotate(options));
    }
    TextTable table =
        new TextTable(
            "articles of %,d characters, one thread".formatted(options.size()),
            "by the clock",
            "by the thread's processor time");
    table.row("articles/s", speed(runs, Rate::articles, "%,.0f"));
    table.row("an article, p50, ms", speed(runs, Rate::p50, "%.2f"));
    table.row("an article, p99, ms", speed(runs, Rate::p99, "%.2f"));
    table.row("heap in use after a collection, of 512 MiB", AnnotationStart.megabytes(runs));
    table.row("start of the JVM to the first annotated article", AnnotationStart.seconds(runs));
    table.print(out);
  }

  private static String speed(
      List<AnnotationStart> runs, ToDoubleFunction<Rate> what, String format) {
    return Stream.<Function<AnnotationSpeed, Rate>>of(
            AnnotationSpeed::clock, AnnotationSpeed::processor)
        .map(
            time ->
                runs.stream()
                    .map(run -> what.applyAsDouble(time.apply(run.speed().orElseThrow())))
                    .toList())
        .map(numbers -> Spread.of(numbers).in(format))
        .collect(Collectors.joining(" | "));
  }
}
