package io.wirewatch.journey.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What goes in in one run, and what has to come out.
 *
 * @param articles all that can be used
 * @param lines the input, a JSON line each
 * @param refused ids of lines that the edge has to reject
 * @param unusable ids of raw records that the enrichment has to reject
 * @param unreadable keys of raw records that have to become dead letters
 */
record Load(
    List<KnownArticle> articles,
    List<String> lines,
    List<String> refused,
    List<String> unusable,
    List<String> unreadable) {
  private static final Sentence[] SENTENCES = Sentence.values();
  private static final int FEW = 20;

  private record Placed(double place, String line) {}

  /**
   * Makes the load of a run.
   *
   * @param run begins all ids
   * @param revised whether every tenth article changes its text, every hundredth line is unusable
   *     and every fiftieth article comes twice
   */
  static Load of(String run, int count, Random random, boolean revised) {
    List<KnownArticle> articles = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    double distance = count / 12.0;
    for (int n = 0; n < count; n++) {
      KnownArticle article =
          new KnownArticle(run + "-" + n, texts(random, revised && n % 10 == 0 ? 2 + n % 3 : 1));
      articles.add(article);
      for (int revision = 1; revision <= article.texts().size(); revision++) {
        placed.add(new Placed(n + (revision - 1) * distance, article.line(revision)));
      }
      if (revised && n % 50 == 7) {
        placed.add(new Placed(n + distance / 2, article.line(1)));
      }
      if (revised && n % 100 == 3) {
        refused.add(run + "-refused-" + n);
        placed.add(new Placed(n, "{\"id\":\"" + run + "-refused-" + n + "\",\"source\":\"x\"}"));
      }
    }
    placed.sort(Comparator.comparingDouble(Placed::place));
    List<String> lines = placed.stream().map(Placed::line).toList();
    return new Load(articles, lines, refused, keys(run + "-unusable-"), keys(run + "-unreadable-"));
  }

  /** On the topic of enriched articles. */
  Map<String, List<List<Item>>> enriched() {
    Map<String, List<List<Item>>> permitted = new LinkedHashMap<>();
    articles.forEach(article -> permitted.put(article.id(), List.of(article.enriched())));
    return permitted;
  }

  /**
   * On the topic of alerts, where the first rules are changed for the second at a moment that
   * nobody knows; or not at all where both are the same.
   */
  Map<String, List<List<Item>>> alerts(Set<Subject> first, Set<Subject> second) {
    Map<String, List<List<Item>>> permitted = new LinkedHashMap<>();
    for (KnownArticle article : articles) {
      List<List<Item>> ways = new ArrayList<>();
      int most = first.equals(second) ? 0 : article.texts().size();
      for (int changed = 0; changed <= most; changed++) {
        List<Set<Subject>> rules = new ArrayList<>();
        for (int i = 0; i < article.texts().size(); i++) {
          rules.add(i < changed ? first : second);
        }
        ways.add(article.alerts(rules));
      }
      permitted.put(article.id(), List.copyOf(ways));
    }
    return permitted;
  }

  /** Of alerts, those that a subject's rule raised. */
  static Map<String, List<List<Item>>> about(
      Subject subject, Map<String, List<List<Item>>> alerts) {
    Map<String, List<List<Item>>> permitted = new LinkedHashMap<>();
    alerts.forEach(
        (id, ways) ->
            permitted.put(id, ways.stream().map(way -> KnownArticle.about(subject, way)).toList()));
    return permitted;
  }

  /** On the topics of rejections and dead letters. */
  Map<String, List<List<Item>>> setAside() {
    Map<String, List<List<Item>>> permitted = new LinkedHashMap<>();
    refused.forEach(id -> permitted.put(id, List.of(List.of(new Item(id, 1, "refused")))));
    unusable.forEach(id -> permitted.put(id, List.of(List.of(new Item(id, 1, "unusable")))));
    unreadable.forEach(id -> permitted.put(id, List.of(List.of(new Item(id, 1, "unreadable")))));
    return permitted;
  }

  private static List<Sentence> texts(Random random, int count) {
    List<Sentence> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(SENTENCES[random.nextInt(SENTENCES.length)]);
    }
    return texts;
  }

  private static List<String> keys(String prefix) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < FEW; i++) {
      keys.add(prefix + i);
    }
    return keys;
  }
}
