package io.wirewatch.replay.finding;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.rules.Suppress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts of a rule would have woken somebody: by event time, at most so many of a group in
 * any window. Told in the order of event time.
 */
final class Suppression {
  private final Optional<Suppress> rule;
  private final Map<String, Deque<Long>> pages = new HashMap<>();

  /** Of one rule; where it is empty every alert wakes somebody. */
  Suppression(Optional<Suppress> rule) {
    this.rule = rule;
  }

  /**
   * The group that an alert is counted in. The region is the heaviest one, entities are all that
   * have an id.
   *
   * @param article null where it is not at hand: then there are no entities
   */
  static String group(Suppress suppress, Alert alert, @Nullable EnrichedArticle article) {
    return suppress.by().stream()
        .map(
            what ->
                switch (what) {
                  case "rule" -> alert.getRule();
                  case "region" ->
                      alert.getRegions().isEmpty() ? "" : alert.getRegions().get(0).getCode();
                  case "source" -> alert.getSource();
                  case "language" -> alert.getLanguage();
                  case "entity" -> article == null ? "" : entities(article);
                  default -> "";
                })
        .collect(Collectors.joining("\n"));
  }

  private static String entities(EnrichedArticle article) {
    return article.getEntities().stream()
        .map(Entity::getId)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .limit(50)
        .collect(Collectors.joining(" "));
  }

  /** Whether the next alert wakes somebody. */
  boolean wakes(String group, long eventMillis) {
    if (rule.isEmpty()) {
      return true;
    }
    Suppress suppress = rule.get();
    Deque<Long> recent = pages.computeIfAbsent(group, none -> new ArrayDeque<>());
    while (!recent.isEmpty() && recent.peek() <= eventMillis - suppress.window().toMillis()) {
      recent.remove();
    }
    if (recent.size() >= suppress.max()) {
      return false;
    }
    recent.add(eventMillis);
    return true;
  }
}
