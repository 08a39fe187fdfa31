package io.wirewatch.journey.faults;

import io.wirewatch.contract.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a run kept the promises. Pure.
 *
 * @param difference over all topics
 * @param wrongSums sums that do not add up, in words
 */
record Verdict(Difference difference, List<String> wrongSums) {

  /** Rules when the run began and when it ended. */
  record Rules(Set<Subject> first, Set<Subject> second) {
    static final Rules ALL_THE_SAME = new Rules(Subject.FIRST_SET, Subject.FIRST_SET);
  }

  /**
   * Judges what has been seen.
   *
   * @param sums of the producer; absent where it did not end by itself
   */
  static Verdict of(Load load, Rules rules, List<Seen> seen, Optional<Feed.Sums> sums) {
    Map<String, List<List<Item>>> alerts = load.alerts(rules.first(), rules.second());
    Difference difference =
        Difference.between(load.enriched(), in(seen, Topics.ENRICHED_ARTICLES.name()))
            .plus(Difference.between(alerts, in(seen, Topics.ALERTS.name())))
            .plus(Difference.between(load.setAside(), setAside(seen)));
    // Order is kept within a topic: each route is looked at alone.
    for (Subject subject : Subject.ROUTED) {
      difference =
          difference.plus(
              Difference.between(
                  Load.about(subject, alerts), in(seen, Topics.alerts(subject.rule()).name())));
    }
    return new Verdict(difference, wrongSums(load, seen, sums));
  }

  boolean holds() {
    return difference.faults() == 0 && wrongSums.isEmpty();
  }

  /** Whether everything that has to come has come. */
  static boolean isComplete(Load load, Rules rules, List<Seen> seen) {
    return of(load, rules, seen, Optional.empty()).difference().lost() == 0;
  }

  private static List<String> wrongSums(Load load, List<Seen> seen, Optional<Feed.Sums> sums) {
    List<String> wrong = new ArrayList<>();
    long raw = in(seen, Topics.RAW_ARTICLES.name()).size();
    long enriched = in(seen, Topics.ENRICHED_ARTICLES.name()).size();
    long dead = in(seen, Topics.DEAD_LETTER.name()).size();
    long rejected = setAside(seen).stream().filter(item -> item.what().equals("unusable")).count();
    long copies = copies(seen);
    if (raw != enriched + copies + rejected + dead) {
      wrong.add(
          "published %d, but enriched %d + duplicate %d + rejected %d + dead-lettered %d"
              .formatted(raw, enriched, copies, rejected, dead));
    }
    if (sums.isPresent()) {
      Feed.Sums edge = sums.get();
      if (edge.read() != edge.published() + edge.rejected()
          || edge.read() != load.lines().size()
          || edge.rejected() != load.refused().size()) {
        wrong.add("of %d lines: %s".formatted(load.lines().size(), edge));
      }
    }
    return wrong;
  }

  /** Raw records that say what the one before them said of the same article. */
  private static long copies(List<Seen> seen) {
    Map<String, String> latest = new HashMap<>();
    return in(seen, Topics.RAW_ARTICLES.name()).stream()
        .filter(item -> item.what().equals(latest.put(item.article(), item.what())))
        .count();
  }

  private static List<Item> in(List<Seen> seen, String topic) {
    return seen.stream().filter(one -> one.topic().equals(topic)).map(Seen::item).toList();
  }

  private static List<Item> setAside(List<Seen> seen) {
    List<Item> items = new ArrayList<>(in(seen, Topics.REJECTED_ARTICLES.name()));
    items.addAll(in(seen, Topics.DEAD_LETTER.name()));
    return items;
  }
}
