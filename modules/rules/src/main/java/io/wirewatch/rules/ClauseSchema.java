package io.wirewatch.rules;

import static io.wirewatch.rules.RuleSchema.choices;
import static io.wirewatch.rules.RuleSchema.differences;
import static io.wirewatch.rules.RuleSchema.number;
import static io.wirewatch.rules.RuleSchema.object;
import static io.wirewatch.rules.RuleSchema.oneOrMore;
import static io.wirewatch.rules.RuleSchema.ref;
import static io.wirewatch.rules.RuleSchema.said;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The part of the schema that is about clauses. */
final class ClauseSchema {
  private ClauseSchema() {}

  /** Words with options. */
  static Map<String, Object> words() {
    List<String> keys =
        Stream.concat(WordsParser.NAMES.stream(), WordsParser.OPTIONS.stream()).toList();
    Map<String, Object> words = object(keys, wordsProperties(), List.of());
    words.put("anyOf", WordsParser.NAMES.stream().map(RuleSchema::required).toList());
    dependencies(words);
    return words;
  }

  /** A clause that is not plain text, with further keys. */
  static Map<String, Object> clause(Map<String, Object> further) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("all", said(oneOrMore(ref("clause")), "Each must hold."));
    properties.put("any", said(oneOrMore(ref("clause")), "One must hold."));
    properties.put("none", said(oneOrMore(ref("clause")), "Not one may hold."));
    properties.put("near", ref("near"));
    properties.put("score", ref("score"));
    properties.put("concept", said(ref("text"), "A name under concepts, of any file of the set."));
    properties.putAll(wordsProperties());
    properties.putAll(further);
    List<String> keys = new ArrayList<>(ClauseParser.KEYS);
    keys.addAll(further.keySet());
    Map<String, Object> clause = object(keys, properties, List.of());
    clause.put(
        "anyOf",
        Stream.concat(ClauseParser.COMPOSITES.stream(), WordsParser.NAMES.stream())
            .map(RuleSchema::required)
            .toList());
    dependencies(clause);
    return clause;
  }

  private static Map<String, Object> wordsProperties() {
    Map<String, Object> prefix = new LinkedHashMap<>(Map.of("type", "string"));
    prefix.put("pattern", "^\\s*\\S{" + WordsParser.SHORTEST_PREFIX + ",}\\s*$");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("term", said(ref("text"), "Matched as match says."));
    properties.put("exact", said(ref("text"), "Not its inflections."));
    properties.put("stem", said(ref("text"), "With its inflections."));
    properties.put("phrase", said(ref("text"), "Words that follow one another."));
    properties.put("prefix", said(prefix, "The beginning of a word, four letters or more."));
    properties.put("match", choices(Defaults.MATCHES));
    properties.put("case", said(choices(Defaults.CASES), "upper: in capitals only."));
    properties.put("fold", said(differences(), "The differences that do not count."));
    properties.put("clitics", said(flag(), "Arabic clitics are taken off."));
    properties.put("slop", number("integer", 0, WordsParser.LARGEST_SLOP));
    properties.put("unless_followed_by", oneOrMore(ref("words")));
    properties.put("unless_preceded_by", oneOrMore(ref("words")));
    return properties;
  }

  /** One thing to look for; options only beside what they are for. */
  private static void dependencies(Map<String, Object> clause) {
    Map<String, Object> dependent = new LinkedHashMap<>();
    for (String name : WordsParser.NAMES) {
      List<Map<String, Object>> others =
          WordsParser.NAMES.stream()
              .filter(other -> !other.equals(name))
              .map(RuleSchema::required)
              .toList();
      dependent.put(name, Map.of("not", Map.of("anyOf", others)));
    }
    for (String option : WordsParser.OPTIONS) {
      List<String> beside =
          switch (option) {
            case "match" -> List.of("term", "phrase");
            case "slop" -> List.of("phrase");
            default -> WordsParser.NAMES;
          };
      dependent.put(option, Map.of("anyOf", beside.stream().map(RuleSchema::required).toList()));
    }
    clause.put("dependentSchemas", dependent);
  }

  static Map<String, Object> near() {
    Map<String, Object> of = new LinkedHashMap<>();
    of.put("type", "array");
    of.put("minItems", 2);
    of.put("maxItems", ClauseParser.MOST_NEAR_PARTS);
    of.put("items", ref("clause"));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(
        "within",
        said(number("integer", 2, ClauseParser.WIDEST_NEAR), "Words, first and last included."));
    properties.put("ordered", flag());
    properties.put("of", said(of, "Terms, phrases, concepts, or any of them."));
    return object(List.of("within", "ordered", "of"), properties, List.of("within", "of"));
  }

  static Map<String, Object> score() {
    int most = ClauseParser.LARGEST_WEIGHT;
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("at_least", number("number", -most, most));
    properties.put("of", said(oneOrMore(ref("weighted")), "Clauses, each with weight; 1 without."));
    return object(List.of("at_least", "of"), properties, List.of("at_least", "of"));
  }

  private static Map<String, Object> flag() {
    return new LinkedHashMap<>(Map.of("type", "boolean"));
  }
}
