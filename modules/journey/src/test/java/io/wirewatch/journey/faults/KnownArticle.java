package io.wirewatch.journey.faults;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An article whose whole way is known beforehand.
 *
 * @param id its id, unlike that of any other run
 * @param texts what it says, text by text; the second takes the first one's place, and so on
 */
record KnownArticle(String id, List<Sentence> texts) {

  /** What has to be on the topic of enriched articles. */
  List<Item> enriched() {
    List<Item> items = new ArrayList<>();
    for (int revision = 1; revision <= texts.size(); revision++) {
      items.add(enriched(id, revision, edition(revision)));
    }
    return items;
  }

  /** An enriched article as an item. */
  static Item enriched(String id, int revision, String edition) {
    return new Item(id, revision, edition);
  }

  /** Tells a text of an article from its others. */
  static String edition(int revision) {
    return "edition " + revision + " ends";
  }

  /**
   * What has to be on the topic of alerts.
   *
   * @param rules the subjects that there were rules for when each text came
   */
  List<Item> alerts(List<Set<Subject>> rules) {
    List<Item> items = new ArrayList<>();
    Set<Subject> standing = EnumSet.noneOf(Subject.class);
    for (int i = 0; i < texts.size(); i++) {
      Set<Subject> matched = EnumSet.noneOf(Subject.class);
      matched.addAll(texts.get(i).subjects());
      matched.retainAll(rules.get(i));
      for (Subject subject : Subject.values()) {
        if (matched.contains(subject) != standing.contains(subject)) {
          items.add(alert(id, i + 1, subject.rule(), matched.contains(subject)));
        }
      }
      standing = matched;
    }
    return items;
  }

  /** An alert as an item. */
  static Item alert(String id, int revision, String rule, boolean raised) {
    return new Item(id, revision, (raised ? "NEW " : "RETRACTED ") + rule);
  }

  /** Those alerts that a subject's rule raised. */
  static List<Item> about(Subject subject, List<Item> alerts) {
    return alerts.stream().filter(alert -> alert.what().endsWith(subject.rule())).toList();
  }

  /** One JSON line of an input: this article's text of that revision. */
  String line(int revision) {
    Sentence text = texts.get(revision - 1);
    return """
        {"id":"%s","source":"Harness Wire","headline":"%s","body":"%s %s","language":"%s","publishedAt":"2026-01-05T08:00:00Z"}"""
        .formatted(id, text.headline(), text.body(), edition(revision), text.language());
  }
}
