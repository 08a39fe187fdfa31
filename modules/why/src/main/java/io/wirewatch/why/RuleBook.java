package io.wirewatch.why;

import io.wirewatch.PublishedRule;
import io.wirewatch.alert.RuleTopic;
import io.wirewatch.contract.Settings;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules that an article is asked about.
 *
 * @param origin where they are from, in words
 * @param ids of all of them, in the order of the set
 * @param find makes the rules with these ids; those that are not there are left out
 * @param remarks what else is to say of them
 */
record RuleBook(
    String hash,
    String origin,
    List<String> ids,
    Function<Collection<String>, List<Rule>> find,
    List<String> remarks) {

  /** The published set, or what stands in for it. */
  static RuleBook of(Settings settings, boolean hasTopic, Question.Rules wanted) {
    if (!hasTopic) {
      return given(wanted, new TreeMap<>());
    }
    try (RuleTopic topic = RuleTopic.once(settings)) {
      topic.readToEnd();
      SortedMap<String, String> running = new TreeMap<>(topic.running());
      return wanted.wins() || topic.set().isEmpty()
          ? given(wanted, running)
          : published(topic.hash().orElse(""), topic.set().get(), running);
    }
  }

  private static RuleBook published(
      String hash, SortedMap<String, PublishedRule> set, SortedMap<String, String> running) {
    Map<String, String> definitions = new TreeMap<>();
    set.forEach(
        (id, rule) -> definitions.put(id, Objects.requireNonNullElse(rule.getDefinition(), "")));
    return new RuleBook(
        hash,
        "the published set",
        List.copyOf(definitions.keySet()),
        wanted -> defined(wanted.stream().map(definitions::get).filter(Objects::nonNull).toList()),
        remarks(hash, running));
  }

  private static List<Rule> defined(List<String> definitions) {
    try {
      return definitions.isEmpty()
          ? List.of()
          : List.copyOf(RuleSet.ofDefinitions(definitions, LoadProgress.UNSEEN).rules());
    } catch (RuleProblems broken) {
      throw new IllegalStateException("a published rule cannot be read", broken);
    }
  }

  private static RuleBook given(Question.Rules wanted, SortedMap<String, String> running) {
    RuleSet set = wanted.set().get();
    Map<String, Rule> rules =
        set.rules().stream()
            .collect(
                Collectors.toMap(
                    Rule::id, rule -> rule, (a, b) -> a, java.util.LinkedHashMap::new));
    return new RuleBook(
        set.hash(),
        wanted.origin(),
        List.copyOf(rules.keySet()),
        ids -> new ArrayList<>(ids.stream().map(rules::get).filter(Objects::nonNull).toList()),
        remarks(set.hash(), running));
  }

  /** Whoever runs another set may have decided otherwise. */
  private static List<String> remarks(String hash, SortedMap<String, String> running) {
    TreeSet<String> others = new TreeSet<>(running.values());
    others.remove(hash);
    return others.stream()
        .map(
            other ->
                "an alert stage said that it runs the set %s, not this one; 'wirewatch rules list' says which run now"
                    .formatted(other))
        .toList();
  }

  /** The rule with this id; empty where there is none. */
  List<Rule> rule(String id) {
    return find.apply(List.of(id));
  }
}
