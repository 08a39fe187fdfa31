package io.wirewatch.why;

import io.wirewatch.rules.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What somebody wants to know.
 *
 * @param article the id of the article
 * @param inputs under which other names the edge may have refused it: its address
 * @param since what brokers took before is not looked at; {@link Instant#EPOCH} for all
 * @param rule of the rules, only this one
 * @param target of the targets, only this one
 * @param rules which rules to ask
 */
public record Question(
    String article,
    List<String> inputs,
    Instant since,
    Optional<String> rule,
    Optional<String> target,
    Rules rules) {

  /** Copies the list. */
  public Question {
    inputs = List.copyOf(inputs);
  }

  /**
   * Which rules are asked.
   *
   * @param set a set to fall back on; loaded only where it is asked
   * @param origin where that is from, in words
   * @param wins whether it is asked even where a set is published
   */
  public record Rules(Supplier<RuleSet> set, String origin, boolean wins) {}

  /** Everything about an article. */
  public static Question about(String article, Rules rules) {
    return new Question(
        article, List.of(), Instant.EPOCH, Optional.empty(), Optional.empty(), rules);
  }
}
