package io.wirewatch.alert;

import io.wirewatch.Severity;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleMatch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What alerts say of the rules of one set. Bulk rules are parsed anew each time one is asked for,
 * so what was found of those that matched is remembered. Thread-safe.
 */
final class RuleHeadings {
  /** Some megabytes; those that match often are soon known again. */
  private static final int MOST_REMEMBERED = 20_000;

  private final Map<String, Heading> known = new ConcurrentHashMap<>();

  /**
   * What an alert says of its rule.
   *
   * @param route suffix of the second topic; null where there is none
   */
  record Heading(String id, String version, Severity severity, @Nullable String route) {
    private static Heading of(Rule rule) {
      return new Heading(
          rule.id(), rule.version(), Severity.valueOf(rule.severity().name()), rule.alertRoute());
    }
  }

  Heading of(RuleMatch match) {
    Heading remembered = known.get(match.ruleId());
    if (remembered != null) {
      return remembered;
    }
    if (known.size() >= MOST_REMEMBERED) {
      known.clear();
    }
    Heading heading = Heading.of(match.rule());
    known.put(heading.id(), heading);
    return heading;
  }
}
