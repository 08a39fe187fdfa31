package io.wirewatch.annotate;

import io.wirewatch.annotate.Meaning.Kind;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which of its meanings each name has in an article: the one that is likeliest by itself
 * (inhabitants, home region), by the countries and provinces that the rest of the article names,
 * and by what contains it ("Paris, Texas").
 */
final class PlaceResolver {
  /* How much a country counts that all else in the article belongs to, in decimal orders of inhabitants. */
  private static final double SAME_COUNTRY = 3;
  private static final double SAME_ADMIN1 = 1.5;
  private static final double CONTAINED = 6;
  private static final double PROVINCE_SAID = 2;
  private static final double DOUBTFUL_VOTE = 0.3;
  private static final float SMALL = 4.7f;
  private static final int COMMA_AND_BLANK = 2;

  /** From this weight on a place is meant by its bare name in any article. */
  static final float PROMINENT = 7f;

  private final Gazetteer gazetteer;
  private final Map<Integer, Double> countries = new HashMap<>();
  private final Map<Integer, Double> divisions = new HashMap<>();
  private final Set<Integer> anchored = new HashSet<>();
  private double votes;

  PlaceResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Lets a mention speak for its country and province, wholly when all its meanings lie in one. */
  void hear(Mention mention) {
    Meaning likeliest = gazetteer.meaning(mention.candidates()[0]);
    boolean oneCountry = true;
    for (int candidate : mention.candidates()) {
      Meaning meaning = gazetteer.meaning(candidate);
      oneCountry &= meaning.country() == likeliest.country();
      if (meaning.weight() > likeliest.weight()) likeliest = meaning;
    }
    if (likeliest.country() < 0) return;
    if (likeliest.kind() != Kind.PLACE || likeliest.weight() >= SMALL)
      anchored.add(likeliest.country());
    double vote = mention.emphasis() * (oneCountry ? 1 : DOUBTFUL_VOTE);
    votes += vote;
    countries.merge(likeliest.country(), vote, Double::sum);
    if (likeliest.admin1() >= 0 && oneCountry)
      divisions.merge(likeliest.admin1(), vote, Double::sum);
  }

  /** What each of the mentions of one field means; they stand in the order of the text. */
  List<Reading> resolve(List<Mention> mentions, Tokens tokens) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < mentions.size(); i++) {
      Mention next = i + 1 < mentions.size() ? mentions.get(i + 1) : null;
      Mention container = next != null && contains(mentions.get(i), next, tokens) ? next : null;
      Reading reading =
          resolve(mentions.get(i), container == null ? new int[0] : container.candidates(), tokens);
      if (reading != null) readings.add(reading);
    }
    return readings;
  }

  private @Nullable Reading resolve(Mention mention, int[] containers, Tokens tokens) {
    int best = -1;
    double bestScore = Double.NEGATIVE_INFINITY;
    double secondScore = Double.NEGATIVE_INFINITY;
    for (int candidate : mention.candidates()) {
      double score = score(candidate, mention, containers, tokens);
      if (score > bestScore) {
        secondScore = bestScore;
        bestScore = score;
        best = candidate;
      } else {
        secondScore = Math.max(secondScore, score);
      }
    }
    if (!mention.sure() && containers.length == 0 && isUnsupported(gazetteer.meaning(best)))
      return null;
    double confidence = 1 - 0.5 * Math.exp(-(bestScore - secondScore)) - (mention.sure() ? 0 : 0.1);
    return new Reading(mention, gazetteer.meaning(best), best, Math.max(0.3, confidence));
  }

  /**
   * Whether it is a small place in a country of which nothing else in the article speaks: mostly a
   * word or a person.
   */
  private boolean isUnsupported(Meaning meaning) {
    return meaning.kind() == Kind.PLACE
        && meaning.weight() < SMALL
        && meaning.country() >= 0
        && !anchored.contains(meaning.country());
  }

  private double score(int candidate, Mention mention, int[] containers, Tokens tokens) {
    Meaning meaning = gazetteer.meaning(candidate);
    double score = meaning.weight();
    if (meaning.country() >= 0 && votes > 0) {
      double own = mention.candidates().length == 1 ? 0 : DOUBTFUL_VOTE;
      score +=
          SAME_COUNTRY * Math.max(0, countries.getOrDefault(meaning.country(), 0.0) - own) / votes;
      if (meaning.admin1() >= 0)
        score += SAME_ADMIN1 * Math.min(1, divisions.getOrDefault(meaning.admin1(), 0.0) / 2);
    }
    for (int container : containers) {
      if (container != candidate
          && (container == meaning.admin1() || container == meaning.country()))
        return score + CONTAINED;
    }
    if (meaning.kind() == Kind.ADMIN1 && provinceSaid(mention.match(), tokens))
      score += PROVINCE_SAID;
    return score;
  }

  private static boolean provinceSaid(NameMatch match, Tokens tokens) {
    return (match.first() > 0 && ContextWords.PROVINCE.contains(tokens.folded(match.first() - 1)))
        || (match.last() + 1 < tokens.size()
            && ContextWords.PROVINCE.contains(tokens.folded(match.last() + 1)));
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
