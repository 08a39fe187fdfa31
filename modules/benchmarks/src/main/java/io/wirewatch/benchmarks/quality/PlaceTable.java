package io.wirewatch.benchmarks.quality;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Places in English: whether they are found, and whether they are found where they are. The peers
 * say only that there is a place.
 */
public final class PlaceTable {
  private static final List<String> SETS = List.of("lgl", "geovirus", "tr-news");

  private final MarkedSets sets;
  private final Map<Contestant, EntityTagger> taggers;

  /** A table of these. */
  public PlaceTable(MarkedSets sets, Map<Contestant, EntityTagger> taggers) {
    this.sets = sets;
    this.taggers = taggers;
  }

  /** Measures and prints it. */
  public void print() throws IOException {
    TextTable table =
        new TextTable(
            "set, marked places",
            "",
            "precision",
            "recall",
            "recognition F1",
            "of those placed within 161 km",
            "of all marked found and within 161 km");
    for (String set : SETS) {
      List<MarkedArticle> articles = sets.articles(MarkedSets.TOPONYMS, set);
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
    if (tagger == null) {
      table.row(set, who.title(), who.notMeasured());
      return;
    }
    PlaceScore score = new PlaceScore();
    articles.forEach(article -> score.add(article.places(), tagger.tag(article.text())));
    String name = "%s, %,d".formatted(set, score.recognition().wanted());
    if (who == Contestant.WIREWATCH) {
      table.row(
          name,
          who.title(),
          score.recognition().cells(),
          "%.3f".formatted(score.nearOfPlaced()),
          "%.4f".formatted(score.nearOfAll()));
    } else {
      table.row(name, who.title(), score.recognition().cells());
    }
  }
}
