package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.Level;
import io.wirewatch.annotate.Region;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an article is about, and names in Arabic and Kurdish: wirewatch alone. */
public final class RegionTable {
  private final MarkedSets sets;
  private final Annotator annotator;
  private final TextTable table =
      new TextTable("set, articles", "what", "precision", "recall", "F1");

  /** A table of these. */
  public RegionTable(MarkedSets sets, Annotator annotator) {
    this.sets = sets;
    this.annotator = annotator;
  }

  /** Measures and prints it. */
  public void print() throws IOException {
    rows("reuters-a", sets.articles(MarkedSets.COUNTRIES, "reuters-a"));
    rows("arabic-kurdish", sets.articles(MarkedSets.ENTITIES, "arabic-kurdish"));
    table.print(sets.out());
  }

  private void rows(String set, List<MarkedArticle> articles) {
    Counts countries = Counts.NONE;
    Counts admin1 = Counts.NONE;
    NameScore names = new NameScore();
    for (MarkedArticle article : articles) {
      Annotation found = annotator.annotate(article.text());
      countries = countries.plus(Counts.of(article.countries(), countries(found)));
      admin1 = admin1.plus(Counts.of(article.admin1(), admin1(found)));
      names.add(article.names(), WholeAnnotator.spans(found));
    }
    row(set, articles, "countries of the article", countries);
    row(set, articles, "first divisions of the article", admin1);
    row(set, articles, "people, organizations, places", names.all());
  }

  /** What the set does not mark makes no row. */
  private void row(String set, List<MarkedArticle> articles, String what, Counts counts) {
    if (counts.wanted() > 0) {
      table.row("%s, %,d".formatted(set, articles.size()), what, counts.cells());
    }
  }

  private static Set<String> countries(Annotation found) {
    return found.regions().stream().map(Region::country).collect(Collectors.toSet());
  }

  private static Set<String> admin1(Annotation found) {
    return found.regions().stream()
        .filter(region -> region.level() == Level.ADMIN1)
        .map(Region::code)
        .collect(Collectors.toSet());
  }
}
