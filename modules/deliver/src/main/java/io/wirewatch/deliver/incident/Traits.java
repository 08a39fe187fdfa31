package io.wirewatch.deliver.incident;

import io.wirewatch.Alert;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.language.Language;
import io.wirewatch.language.Stemmer;
import io.wirewatch.language.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What an alert's article is known by; each once. Pure. */
final class Traits {
  /* A place that is only named in passing (a dateline, the town from which help came) must not tie two events together, so
   * the heaviest count. Words that are names count as actors or places already. */
  private static final double SHARE_OF_HEAVIEST = 0.75;
  private static final int FEWEST_LETTERS = 4;
  private static final int MOST_WORDS = 40;
  private static final Map<Language, Stemmer> STEMMERS =
      Arrays.stream(Language.values())
          .collect(Collectors.toUnmodifiableMap(language -> language, Stemmer::forLanguage));

  private final Alert alert;
  private final List<Trait> found = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private Traits(Alert alert) {
    this.alert = alert;
  }

  /** In order: actors, places, words of the headline. */
  static List<Trait> of(Alert alert) {
    Traits traits = new Traits(alert);
    traits.addActors();
    traits.addPlaces();
    traits.addWords();
    return List.copyOf(traits.found);
  }

  /** Words of a name or an id, folded. */
  static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    Tokens tokens = Tokens.of(name);
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.folded(i));
    }
    return words;
  }

  private void addActors() {
    Set<String> source = words(alert.getSource());
    for (String actor : alert.getActors()) {
      Set<String> words = words(actor);
      names.addAll(words);
      // A wire names itself in most of its articles.
      if (!words.containsAll(source) && !source.containsAll(words)) {
        found.add(new Trait(Trait.Kind.ACTOR, actor, List.of(Trait.Kind.ACTOR.key(actor))));
      }
    }
  }

  private void addPlaces() {
    List<Region> below =
        alert.getRegions().stream()
            .filter(region -> region.getLevel() != RegionLevel.COUNTRY)
            .toList();
    below.forEach(region -> names.addAll(words(region.getName())));
    List<Region> places =
        below.stream().filter(region -> region.getLevel() == RegionLevel.PLACE).toList();
    double heaviest = places.stream().mapToDouble(Region::getWeight).max().orElse(0);
    places.stream()
        .filter(place -> place.getWeight() >= SHARE_OF_HEAVIEST * heaviest)
        .map(
            place ->
                new Trait(
                    Trait.Kind.PLACE,
                    place.getName(),
                    List.of(Trait.Kind.PLACE.key(place.getCode()))))
        .forEach(found::add);
  }

  private void addWords() {
    Stemmer stemmer =
        Objects.requireNonNull(STEMMERS.get(Language.of(alert.getLanguage())), "a stemmer");
    Tokens tokens = Tokens.of(alert.getHeadline());
    Map<String, Trait> words = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(MOST_WORDS, tokens.size()); i++) {
      String word = tokens.folded(i);
      if (word.length() >= FEWEST_LETTERS
          && !Character.isDigit(word.charAt(0))
          && !names.contains(word)) {
        words.putIfAbsent(stemmer.stem(word), word(word, stemmer));
      }
    }
    found.addAll(words.values());
  }

  private Trait word(String word, Stemmer stemmer) {
    String language = alert.getLanguage() + ":";
    return new Trait(
        Trait.Kind.WORD,
        word,
        stemmer.readings(word).stream()
            .map(reading -> Trait.Kind.WORD.key(language + reading))
            .toList());
  }
}
