package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.EntityType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** People, organizations and places in English, exact span and type: a row a set and tagger. */
public final class EntityTable {
  private static final List<String> SETS =
      List.of("worldwide", "open-news", "wikigold", "wnut17-train");

  private final MarkedSets sets;
  private final Map<Contestant, EntityTagger> taggers;
  private final Map<Contestant, Set<String>> trainedOn;

  /**
   * A table of these.
   *
   * @param trainedOn sets of which a contestant has learnt, by contestant: they say nothing of it
   */
  public EntityTable(
      MarkedSets sets,
      Map<Contestant, EntityTagger> taggers,
      Map<Contestant, Set<String>> trainedOn) {
    this.sets = sets;
    this.taggers = taggers;
    this.trainedOn = trainedOn;
  }

  /** Measures and prints it. */
  public void print() throws IOException {
    TextTable table =
        new TextTable(
            "set, marked names",
            "",
            "PERSON F1",
            "ORGANIZATION F1",
            "LOCATION F1",
            "precision",
            "recall",
            "F1");
    for (String set : SETS) {
      List<MarkedArticle> articles = sets.articles(MarkedSets.ENTITIES, set);
      if (!articles.isEmpty()) {
        for (Contestant who : Contestant.values()) {
          row(set, articles, who, table);
        }
      }
    }
    table.print(sets.out());
  }

  private void row(String set, List<MarkedArticle> articles, Contestant who, TextTable table) {
    EntityTagger tagger = taggers.get(who);
    if (trainedOn.getOrDefault(who, Set.of()).contains(set)) {
      table.row(set, who.title(), "learnt from it");
    } else if (tagger == null) {
      table.row(set, who.title(), who.notMeasured());
    } else {
      NameScore score = new NameScore();
      articles.forEach(article -> score.add(article.names(), tagger.tag(article.text())));
      table.row(
          "%s, %,d".formatted(set, score.all().wanted()),
          who.title(),
          "%.3f".formatted(score.of(EntityType.PERSON).f1()),
          "%.3f".formatted(score.of(EntityType.ORGANIZATION).f1()),
          "%.3f".formatted(score.of(EntityType.LOCATION).f1()),
          score.all().cells());
    }
  }
}
