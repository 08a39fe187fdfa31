package io.wirewatch.app;

import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.Labels;
import io.wirewatch.replay.finding.Quality;
import io.wirewatch.replay.finding.RuleFinding;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes a replay fail, such as {@code lost>0}.
 *
 * @param text as the user wrote it
 * @param rule whose number; empty for all rules together
 */
record FailCondition(String text, Optional<String> rule, String name, String sign, double number) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(?:(\\S+)\\.)?([a-z-]+)\\s*(<=|>=|<|>|==?)\\s*([0-9]+(?:\\.[0-9]+)?)\\s*");
  private static final Set<String> OF_BOTH_SIDES =
      Set.of("before", "gained", "lost", "same", "pages-before");
  private static final Set<String> OF_LABELS = Set.of("precision", "recall");
  private static final Set<String> OF_ONE_SIDE = Set.of("alerts", "pages");

  /**
   * The condition that a user wrote.
   *
   * @throws Refusal where it is none
   */
  static FailCondition parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !isName(form.group(2))) {
      throw new Refusal(
          "--fail-on takes conditions such as 'lost>0', 'pages>=50' or 'border.recall<0.9', not '"
              + text
              + "'");
    }
    return new FailCondition(
        text.strip(),
        Optional.ofNullable(form.group(1)),
        form.group(2),
        form.group(3),
        new BigDecimal(form.group(4)).doubleValue());
  }

  private static boolean isName(String name) {
    return OF_ONE_SIDE.contains(name) || OF_BOTH_SIDES.contains(name) || OF_LABELS.contains(name);
  }

  /**
   * Refuses what could never hold, or would always: what compares with nothing, is of a rule that
   * nobody has, or needs labels where there are none.
   */
  void check(ReplaySides sides, Labels labels) {
    if (OF_BOTH_SIDES.contains(name) && !sides.compares()) {
      throw new Refusal("--fail-on '%s' compares: say with what by --against".formatted(text));
    }
    if (OF_LABELS.contains(name) && labels.isEmpty()) {
      throw new Refusal("--fail-on '%s' needs labels: give them with --labels".formatted(text));
    }
    rule.filter(id -> !sides.mayHave(id) && !labels.rules().contains(id))
        .ifPresent(
            id -> {
              throw new Refusal(
                  "--fail-on '%s' is of a rule that is not there, %s: give the id of one that is replayed, compared or labelled"
                      .formatted(text, id));
            });
  }

  /**
   * Whether it holds. A rule without alerts and labels has zero of everything; precision and recall
   * without labels hold for nothing.
   */
  boolean holds(Findings findings) {
    double actual = value(findings);
    return switch (sign) {
      case "<" -> actual < number;
      case "<=" -> actual <= number;
      case ">" -> actual > number;
      case ">=" -> actual >= number;
      default -> actual == number;
    };
  }

  /** The number that the condition is about; not a number where there are no labels. */
  double value(Findings findings) {
    if (rule.isEmpty()) {
      return value(findings.alerts(), findings.pages(), findings.quality());
    }
    return findings.rules().stream()
        .filter(found -> found.id().equals(rule.get()))
        .findFirst()
        .map(found -> value(found.alerts(), found.pages(), found.quality()))
        .orElseGet(() -> value(Compared.NONE, new RuleFinding.Pages(0, 0), Quality.NONE));
  }

  private double value(Compared alerts, RuleFinding.Pages pages, Quality quality) {
    return switch (name) {
      case "alerts" -> alerts.now();
      case "before" -> alerts.before();
      case "gained" -> alerts.gained();
      case "lost" -> alerts.lost();
      case "same" -> alerts.same();
      case "pages" -> pages.now();
      case "pages-before" -> pages.before();
      case "precision" -> quality.precision();
      default -> quality.recall();
    };
  }
}
