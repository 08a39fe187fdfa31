package io.wirewatch.rules;

import io.wirewatch.language.PartialFolding.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The JSON Schema (draft 2020-12) of a rule file, made from what the parsers know. What the loader
 * checks beyond it: ids and concepts across a set, rules that hold where nothing is found, {@code
 * fold} on stems.
 */
public final class RuleSchema {
  private static final int LARGEST_MAX = 1_000_000;

  private RuleSchema() {}

  /** The schema as text; a line of a {@code .jsonl} file is its {@code #/$defs/rule}. */
  public static String json() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "wirewatch rule file");
    schema.putAll(file());
    schema.put("$defs", definitions());
    return JsonText.of(schema);
  }

  private static Map<String, Object> file() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("version", Map.of("enum", List.of(1, RuleSetLoader.VERSION)));
    properties.put("defaults", said(defaults(), "What holds where a rule says nothing."));
    properties.put(
        "concepts", said(concepts(), "Named alias sets by language; any for every one."));
    properties.put("rules", said(oneOrMore(ref("rule")), "The rules."));
    Map<String, Object> file = object(RuleSetLoader.KEYS, properties, List.of("version"));
    file.put("anyOf", List.of(required("rules"), required("concepts")));
    return file;
  }

  private static Map<String, Object> definitions() {
    Map<String, Object> definitions = new LinkedHashMap<>();
    definitions.put("rule", rule());
    definitions.put("text", text());
    definitions.put("words", Map.of("anyOf", List.of(ref("text"), ClauseSchema.words())));
    definitions.put("clause", Map.of("anyOf", List.of(ref("text"), ClauseSchema.clause(Map.of()))));
    definitions.put(
        "weighted",
        Map.of(
            "anyOf",
            List.of(
                ref("text"),
                ClauseSchema.clause(
                    Map.of(
                        "weight",
                        number(
                            "number",
                            -ClauseParser.LARGEST_WEIGHT,
                            ClauseParser.LARGEST_WEIGHT))))));
    definitions.put("near", ClauseSchema.near());
    definitions.put("score", ClauseSchema.score());
    definitions.put("test", test());
    return definitions;
  }

  private static Map<String, Object> rule() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", said(pattern(RuleParser.ID), "A name that no other rule of the set has."));
    properties.put("title", said(ref("text"), "What a desk reads; the id without one."));
    properties.put("severity", constants(Severity.class));
    properties.put(
        "status", said(constants(Status.class), "experimental alerts go to one route only."));
    properties.put("when", said(ref("clause"), "What must be found."));
    properties.put(
        "not_span",
        said(oneOrMore(ref("clause")), "Occurrences that overlap one of these do not count."));
    properties.put("fields", oneOrMore(constants(Field.class)));
    properties.put("match", choices(Defaults.MATCHES));
    properties.put("case", choices(Defaults.CASES));
    properties.put("filters", said(filters(), "Applied to what matched."));
    properties.put("suppress", said(suppress(), "How delivery thins out the alerts."));
    properties.put(
        "route",
        said(pattern(RuleParser.ROUTE), "Alerts go to the topic news.alerts.<route> too."));
    properties.put("tests", said(oneOrMore(ref("test")), "Examples, both ways."));
    return object(RuleParser.KEYS, properties, List.of("id", "when"));
  }

  private static Map<String, Object> defaults() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("severity", constants(Severity.class));
    properties.put("fields", oneOrMore(constants(Field.class)));
    properties.put("match", choices(Defaults.MATCHES));
    properties.put("case", choices(Defaults.CASES));
    return object(Defaults.KEYS, properties, List.of());
  }

  private static Map<String, Object> concepts() {
    Map<String, Object> aliases = new LinkedHashMap<>();
    aliases.put("type", "object");
    aliases.put("minProperties", 1);
    aliases.put("propertyNames", pattern(Concepts.LANGUAGE));
    aliases.put("additionalProperties", oneOrMore(ref("words")));
    Map<String, Object> concepts = new LinkedHashMap<>(Map.of("type", "object"));
    concepts.put("additionalProperties", aliases);
    return concepts;
  }

  private static Map<String, Object> filters() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("region", filter(pattern(FiltersParser.REGION)));
    properties.put("source", filter(ref("text")));
    properties.put("language", filter(pattern(FiltersParser.LANGUAGE)));
    properties.put("entity", filter(ref("text")));
    return object(FiltersParser.KEYS, properties, List.of());
  }

  private static Map<String, Object> filter(Map<String, Object> value) {
    Map<String, Object> sides = new LinkedHashMap<>();
    sides.put("include", oneOrMore(value));
    sides.put("exclude", oneOrMore(value));
    return Map.of(
        "anyOf", List.of(oneOrMore(value), object(List.copyOf(sides.keySet()), sides, List.of())));
  }

  private static Map<String, Object> suppress() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("by", oneOrMore(choices(RuleParser.GROUPS)));
    properties.put("window", pattern(RuleParser.WINDOW));
    properties.put("max", number("integer", 1, LARGEST_MAX));
    return object(List.of("by", "window", "max"), properties, List.of("window"));
  }

  private static Map<String, Object> test() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String key : RuleTestParser.KEYS) {
      properties.put(key, key.equals("text") || key.equals("headline") ? written() : some());
    }
    properties.put(
        "expect", said(some(), "The words that must be found, or " + RuleTestParser.NOTHING + "."));
    Map<String, Object> test = object(RuleTestParser.KEYS, properties, List.of("expect"));
    test.put("anyOf", List.of(required("text"), required("headline")));
    return test;
  }

  private static Map<String, Object> some() {
    return oneOrMore(written());
  }

  /** A text that may be as long as it likes. */
  private static Map<String, Object> written() {
    Map<String, Object> text = text();
    text.remove("maxLength");
    return text;
  }

  /** A text; YAML takes some texts for numbers or truth values. */
  private static Map<String, Object> text() {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", List.of("string", "number", "boolean"));
    text.put("pattern", "\\S");
    text.put("maxLength", WordsParser.LONGEST_TERM);
    return text;
  }

  static Map<String, Object> ref(String name) {
    return new LinkedHashMap<>(Map.of("$ref", "#/$defs/" + name));
  }

  static Map<String, Object> said(Map<String, Object> schema, String description) {
    Map<String, Object> said = new LinkedHashMap<>(Map.of("description", description));
    said.putAll(schema);
    return said;
  }

  static Map<String, Object> oneOrMore(Map<String, Object> item) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("minItems", 1);
    list.put("items", item);
    return Map.of("anyOf", List.of(list, item));
  }

  static Map<String, Object> required(String... keys) {
    return Map.of("required", List.of(keys));
  }

  static Map<String, Object> choices(List<String> choices) {
    return Map.of("enum", choices);
  }

  static <E extends Enum<E>> Map<String, Object> constants(Class<E> type) {
    return choices(Keys.names(type));
  }

  static Map<String, Object> differences() {
    Map<String, Object> none = new LinkedHashMap<>(Map.of("type", "array"));
    none.put("maxItems", 0);
    return Map.of("anyOf", List.of(none, oneOrMore(constants(Difference.class))));
  }

  static Map<String, Object> number(String type, long least, long most) {
    Map<String, Object> number = new LinkedHashMap<>();
    number.put("type", type);
    number.put("minimum", least);
    number.put("maximum", most);
    return number;
  }

  private static Map<String, Object> pattern(Pattern pattern) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", List.of("string", "number"));
    text.put("pattern", "^(" + pattern.pattern() + ")$");
    return text;
  }

  /** An object with exactly these keys, each described. */
  static Map<String, Object> object(
      List<String> keys, Map<String, Object> properties, List<String> required) {
    if (!properties.keySet().equals(new LinkedHashSet<>(keys))) {
      throw new IllegalStateException(
          "the parser knows " + keys + ", the schema " + properties.keySet());
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("additionalProperties", false);
    if (!required.isEmpty()) {
      object.put("required", new ArrayList<>(required));
    }
    object.put("properties", properties);
    return object;
  }
}
