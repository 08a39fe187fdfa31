package io.wirewatch.annotate;

import io.wirewatch.annotate.Meaning.Kind;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of its meanings each name has in an article, the same wherever it stands: the one
 * that is likeliest by itself (inhabitants, home region), by the countries and provinces that the
 * rest of the article names, by what lies near, and by what is said to contain it ("Paris, Texas").
 */
final class PlaceResolver {
  /* How much a country counts that all else in the article belongs to, in decimal orders of inhabitants. */
  private static final double SAME_COUNTRY = 3;
  private static final double SAME_ADMIN1 = 1.5;
  private static final double CONTAINED = 6;
  private static final double PROVINCE_SAID = 2;
  private static final double DOUBTFUL_VOTE = 0.3;
  /* The country of the medium counts as a name in the text does. */
  private static final double HOME = 1;
  /* A meaning is clear when it is a hundred times as likely as each in another country. */
  private static final double CLEAR = 2;
  private static final float SMALL = 4.7f;
  private static final int COMMA_AND_BLANK = 2;

  /** From this weight on a place is meant by its bare name in any article. */
  static final float PROMINENT = 7f;

  private record Vote(int country, int division, double weight, boolean anchors) {}

  private final Gazetteer gazetteer;
  private final Map<Integer, Double> countries = new HashMap<>();
  private final Map<Integer, Double> divisions = new HashMap<>();
  private final Set<Integer> anchored = new HashSet<>();
  private final Map<List<Integer>, Set<Integer>> containers = new HashMap<>();
  private final Set<List<Integer>> provinces = new HashSet<>();
  private final Map<List<Integer>, Choice> choices = new LinkedHashMap<>();
  private final Neighbours neighbours;
  private double votes;

  PlaceResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.neighbours = new Neighbours(gazetteer);
  }

  /**
   * Lets the mentions of a part speak for what they most likely mean, and for what they contain.
   */
  void hear(Part part) {
    List<Mention> mentions = part.mentions();
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      hear(mention);
      if (i + 1 < mentions.size() && contains(mention, mentions.get(i + 1), part.tokens())) {
        containers
            .computeIfAbsent(mention.candidates(), c -> new HashSet<>())
            .addAll(mentions.get(i + 1).candidates());
      }
      if (provinceSaid(mention.match(), part.tokens())) {
        provinces.add(mention.candidates());
      }
    }
  }

  /** Lets the country speak in which the article was published; -1 for none that is known. */
  void hearHome(int country) {
    if (country < 0) return;
    votes += HOME;
    countries.merge(country, HOME, Double::sum);
  }

  private void hear(Mention mention) {
    neighbours.hear(mention.candidates());
    Vote vote = vote(mention.candidates(), mention.emphasis());
    if (vote.country < 0) return;
    if (vote.anchors) anchored.add(vote.country);
    votes += vote.weight;
    countries.merge(vote.country, vote.weight, Double::sum);
    if (vote.division >= 0) divisions.merge(vote.division, vote.weight, Double::sum);
  }

  /** For what a name speaks; weakly where another country is nearly as likely. */
  private Vote vote(List<Integer> candidates, double emphasis) {
    int likeliest = candidates.get(0);
    for (int other : candidates) {
      if (gazetteer.weight(other) > gazetteer.weight(likeliest)) likeliest = other;
    }
    int country = gazetteer.country(likeliest);
    boolean clear = true;
    for (int other : candidates) {
      clear &=
          gazetteer.country(other) == country
              || gazetteer.weight(likeliest) - gazetteer.weight(other) >= CLEAR;
    }
    boolean anchors =
        gazetteer.kind(likeliest) != Kind.PLACE || gazetteer.weight(likeliest) >= SMALL;
    double weight = emphasis * (clear ? 1 : DOUBTFUL_VOTE);
    return new Vote(country, clear ? gazetteer.admin1(likeliest) : -1, weight, anchors);
  }

  /** What each of the mentions of one part means, after all parts were heard. */
  List<Reading> resolve(Part part) {
    List<Reading> readings = new ArrayList<>();
    for (Mention mention : part.mentions()) {
      Reading reading = resolve(mention);
      if (reading != null) readings.add(reading);
    }
    return readings;
  }

  /** The meaning of a name and how much likelier it is than the next. */
  private record Choice(int meaning, double margin) {}

  /** What a mention means, after all parts were heard; null where that is not believed. */
  @Nullable Reading resolve(Mention mention) {
    Choice choice = choices.get(mention.candidates());
    if (choice == null) {
      choice = choice(mention);
      choices.put(mention.candidates(), choice);
    }
    boolean placed = containers.containsKey(mention.candidates());
    if (!mention.sure() && !placed && isUnsupported(choice.meaning)) return null;
    double confidence = 1 - 0.5 * Math.exp(-choice.margin) - (mention.sure() ? 0 : 0.1);
    return new Reading(
        mention, gazetteer.meaning(choice.meaning), choice.meaning, Math.max(0.3, confidence));
  }

  private Choice choice(Mention mention) {
    List<Integer> candidates = mention.candidates();
    Vote own = vote(candidates, mention.emphasis());
    int best = -1;
    double bestScore = Double.NEGATIVE_INFINITY;
    double secondScore = Double.NEGATIVE_INFINITY;
    for (int candidate : candidates) {
      double score = gazetteer.weight(candidate);
      if (candidates.size() > 1) {
        score += support(candidate, own) + cues(candidate, candidates);
        score += neighbours.near(candidate, candidates);
      }
      secondScore = Math.max(secondScore, Math.min(score, bestScore));
      if (score > bestScore) best = candidate;
      bestScore = Math.max(bestScore, score);
    }
    return new Choice(best, bestScore - secondScore);
  }

  /**
   * Whether it is a small place in a country of which nothing else in the article speaks: mostly a
   * word or a person.
   */
  private boolean isUnsupported(int meaning) {
    return gazetteer.kind(meaning) == Kind.PLACE
        && gazetteer.weight(meaning) < SMALL
        && gazetteer.country(meaning) >= 0
        && !anchored.contains(gazetteer.country(meaning));
  }

  /**
   * What the rest of the article says for the country and province of a meaning; no mention
   * confirms itself.
   */
  private double support(int meaning, Vote own) {
    int country = gazetteer.country(meaning);
    if (country < 0 || votes == 0) return 0;
    double others =
        countries.getOrDefault(country, 0.0) - (own.country == country ? own.weight : 0);
    double province = divisions.getOrDefault(gazetteer.admin1(meaning), 0.0);
    return SAME_COUNTRY * Math.max(0, others) / votes + SAME_ADMIN1 * Math.min(1, province / 2);
  }

  /** What the words beside the name say for a meaning. */
  private double cues(int meaning, List<Integer> candidates) {
    for (int container : containers.getOrDefault(candidates, Set.of())) {
      boolean contained =
          container == gazetteer.admin1(meaning) || container == gazetteer.country(meaning);
      if (container != meaning && contained) return CONTAINED;
    }
    return gazetteer.kind(meaning) == Kind.ADMIN1 && provinces.contains(candidates)
        ? PROVINCE_SAID
        : 0;
  }

  /** Whether "province" stands before the name, after it, or at its end. */
  private static boolean provinceSaid(NameMatch match, Tokens tokens) {
    return isProvince(match.first() - 1, tokens)
        || isProvince(match.last(), tokens)
        || isProvince(match.last() + 1, tokens);
  }

  private static boolean isProvince(int word, Tokens tokens) {
    return word >= 0 && word < tokens.size() && ContextWords.PROVINCE.contains(tokens.folded(word));
  }

  private static boolean contains(Mention part, Mention whole, Tokens tokens) {
    if (whole.match().first() != part.match().last() + 1) return false;
    String between =
        tokens
            .text()
            .substring(part.match().end(), Math.max(part.match().end(), whole.match().start()));
    return between.length() <= COMMA_AND_BLANK
        && (between.startsWith(",") || between.startsWith("،"));
  }
}
