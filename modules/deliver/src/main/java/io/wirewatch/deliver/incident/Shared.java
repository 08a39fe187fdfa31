package io.wirewatch.deliver.incident;

import io.wirewatch.OpenIncident;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What an alert's article has in common with the one that opened an incident, and few others have.
 *
 * @param rule that matched both; empty where none did
 * @param country of both
 * @param isElsewhere whether both are in provinces or towns, and none of these is of both
 * @param actors each once, though both articles name it in more than one way
 * @param words of both headlines; none where the languages differ
 */
record Shared(
    OpenIncident incident,
    String rule,
    String country,
    boolean isElsewhere,
    List<String> actors,
    List<String> places,
    List<String> words) {
  /* Numbers found by reading what they join and what they leave apart: docs/incidents.md. */
  private static final int NEEDED = 3;
  private static final int NEEDED_ACROSS_LANGUAGES = 2;
  private static final int FEWEST_WORDS = 2;
  private static final int FEWEST_PEOPLE = 2;

  /** How much it is; places that both have are one thing, since one brings the others along. */
  int count() {
    return actors.size() + Math.min(1, places.size()) + words.size();
  }

  /**
   * Whether both tell of one event.
   *
   * @param language of the alert
   */
  boolean isEnough(String language) {
    boolean isAcross = !incident.getLanguage().equals(language);
    int needed = isAcross ? NEEDED_ACROSS_LANGUAGES : NEEDED;
    needed += rule.isEmpty() ? 1 : 0;
    needed += isAcross && places.isEmpty() ? 1 : 0;
    boolean isOnWordsAlone = actors.isEmpty();
    return count() >= needed
        && (!isElsewhere || isByTheSamePeople())
        && (!isOnWordsAlone || (words.size() >= FEWEST_WORDS && !rule.isEmpty()));
  }

  /** Armies, groups and ministries act everywhere; of those that are on no list few do. */
  private boolean isByTheSamePeople() {
    return actors.stream().filter(actor -> actor.indexOf(':') < 0).count() >= FEWEST_PEOPLE;
  }

  /** For people. */
  String because() {
    List<String> reasons = new ArrayList<>();
    reasons.add(rule.isEmpty() ? "in " + country : "rule " + rule + ", in " + country);
    add(reasons, "actors", actors);
    add(reasons, "place", places);
    add(reasons, "words", words);
    return "tells of the same event as “%s”: both %s"
        .formatted(incident.getHeadline(), String.join("; ", reasons));
  }

  /**
   * Those that are no other way of saying one of them: "funaro" is "dilson funaro", "eia" is its
   * own initials.
   */
  static List<String> distinct(List<String> names) {
    List<String> kept = new ArrayList<>();
    names.stream()
        .sorted(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .filter(name -> kept.stream().noneMatch(longer -> isOf(name, longer)))
        .forEach(kept::add);
    return kept;
  }

  private static boolean isOf(String name, String longer) {
    Set<String> words = Traits.words(longer);
    return words.containsAll(Traits.words(name))
        || initials(longer).startsWith(name.replace(".", ""));
  }

  private static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    boolean isInside = false;
    for (int i = 0; i < name.length(); i++) {
      boolean isLetter = Character.isLetterOrDigit(name.charAt(i));
      if (isLetter && !isInside) {
        initials.append(name.charAt(i));
      }
      isInside = isLetter;
    }
    return initials.toString();
  }

  private static void add(List<String> reasons, String kind, List<String> names) {
    if (!names.isEmpty()) {
      reasons.add(kind + " " + String.join(", ", names));
    }
  }
}
