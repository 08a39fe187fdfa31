package io.wirewatch.app;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A sample of alerts with an equal share for each rule as far as it has so many; what they leave
 * goes to the others. Each alert, a rule and an article, is in it at most once. The same alerts and
 * the same seed give the same sample, in whatever order they come.
 */
final class AlertSample {
  /* Each rule keeps the alerts with the lowest hashes of seed, rule and article: of any number of alerts a uniform sample
   * without replacement, and one that meets an alert twice without taking it twice. A rule keeps as many as the whole sample
   * may have, since it can be the only one. */
  private static final Comparator<Place> LOWEST =
      Comparator.comparingLong(Place::hash).thenComparing(Place::article);

  private final int most;
  private final long seed;
  private final TreeMap<String, TreeMap<Place, Integer>> rules = new TreeMap<>();

  private record Place(long hash, String article) {}

  /**
   * An alert of the sample.
   *
   * @param line where it was first met
   */
  record Choice(String rule, String article, int line) {}

  AlertSample(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  /** Offers an alert. */
  void add(String rule, String article, int line) {
    TreeMap<Place, Integer> kept = rules.computeIfAbsent(rule, none -> new TreeMap<>(LOWEST));
    kept.putIfAbsent(new Place(hash(rule, article), article), line);
    if (kept.size() > most) {
      kept.pollLastEntry();
    }
  }

  /** The rules of which an alert was offered. */
  Set<String> rules() {
    return new TreeSet<>(rules.keySet());
  }

  /** The sample, rule by rule. */
  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    Map<String, Integer> shares = shares();
    rules.forEach(
        (rule, kept) ->
            kept.entrySet().stream()
                .limit(shares.getOrDefault(rule, 0))
                .map(place -> new Choice(rule, place.getKey().article(), place.getValue()))
                .forEach(choices::add));
    return choices;
  }

  /** Dealt out one by one in rounds; who comes first where they are too few is chance too. */
  private Map<String, Integer> shares() {
    Map<String, Integer> left = new LinkedHashMap<>();
    rules.keySet().stream()
        .sorted(
            Comparator.comparingLong((String rule) -> hash(rule, ""))
                .thenComparing(Comparator.naturalOrder()))
        .forEach(rule -> left.put(rule, kept(rule)));
    Map<String, Integer> shares = new HashMap<>();
    for (int room = most; room > 0 && !left.isEmpty(); ) {
      List<String> round = left.keySet().stream().limit(room).toList();
      round.forEach(rule -> shares.merge(rule, 1, Integer::sum));
      round.forEach(rule -> left.merge(rule, -1, Integer::sum));
      left.values().removeIf(more -> more == 0);
      room -= round.size();
    }
    return shares;
  }

  private int kept(String rule) {
    Map<Place, Integer> kept = rules.get(rule);
    return kept == null ? 0 : kept.size();
  }

  private long hash(String rule, String article) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
      digest.update((rule + "\0" + article).getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
