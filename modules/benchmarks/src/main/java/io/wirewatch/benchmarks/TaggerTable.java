package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.quality.Contestant;
import io.wirewatch.benchmarks.quality.EntityTagger;
import io.wirewatch.benchmarks.quality.MarkedArticle;
import io.wirewatch.benchmarks.quality.MarkedSets;
import io.wirewatch.benchmarks.quality.TaggerSpeed;
import io.wirewatch.benchmarks.quality.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Speed, heap and start of what finds names, and of nothing else. */
final class TaggerTable {
  private static final String SPEED_SET = "worldwide";

  private final AnnotationOptions options;
  private final MarkedSets sets;
  private final Map<Contestant, EntityTagger> taggers;
  private final Path openNlpModel;

  TaggerTable(
      AnnotationOptions options,
      MarkedSets sets,
      Map<Contestant, EntityTagger> taggers,
      Path openNlpModel) {
    this.options = options;
    this.sets = sets;
    this.taggers = taggers;
    this.openNlpModel = openNlpModel;
  }

  void print() throws IOException {
    List<MarkedArticle> articles = sets.entities(List.of(SPEED_SET));
    if (articles.isEmpty()) {
      return;
    }
    TaggerSpeed speed = new TaggerSpeed(articles);
    Map<Contestant, TaggerSpeed.Rates> rates =
        speed.measure(taggers, options.rounds(), options.seconds());
    Map<Contestant, List<AnnotationStart>> starts = starts();
    TextTable table =
        new TextTable(
            "names alone, one thread, %,d tokens of %s".formatted(speed.tokens(), SPEED_SET),
            "tokens/s",
            "tokens a second of processor time",
            "wirewatch, times: clock, processor",
            "heap in use after a collection",
            "start of the JVM to the first article");
    TaggerSpeed.Rates ours = Objects.requireNonNull(rates.get(Contestant.WIREWATCH));
    for (Contestant who : Contestant.values()) {
      TaggerSpeed.Rates rate = rates.get(who);
      List<AnnotationStart> runs = starts.getOrDefault(who, List.of());
      if (rate == null) {
        table.row(who.title(), who.notMeasured());
      } else {
        table.row(
            who.title(),
            rate.clock().in("%,.0f"),
            rate.processor().in("%,.0f"),
            "%.1f, %.1f"
                .formatted(
                    ours.clock().median() / rate.clock().median(),
                    ours.processor().median() / rate.processor().median()),
            AnnotationStart.megabytes(runs),
            AnnotationStart.seconds(runs));
      }
    }
    table.print(sets.out());
  }

  private Map<Contestant, List<AnnotationStart>> starts() throws IOException {
    Map<Contestant, List<AnnotationStart>> starts = new EnumMap<>(Contestant.class);
    for (int run = 0; run < options.runs(); run++) {
      for (Contestant who : taggers.keySet()) {
        starts
            .computeIfAbsent(who, contestant -> new ArrayList<>())
            .add(AnnotationStart.tagger(who, openNlpModel));
      }
    }
    return starts;
  }
}
