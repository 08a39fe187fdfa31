package io.wirewatch.why;

import io.wirewatch.rules.authoring.Explanation;
import java.util.List;

/**
 * What the rules say of an article's newest text.
 *
 * @param ruleSet hash of the set that was asked; empty where none was
 * @param origin where the set is from, in words
 * @param rules how many it has
 * @param asked how many of them were asked here
 * @param explained the rules that matched, those that alerted, and the one that was asked for
 * @param nearest of the others, those that came nearest; the nearest first
 * @param remarks what else is to say of the rules
 */
public record Verdict(
    String ruleSet,
    String origin,
    int rules,
    int asked,
    List<Explanation> explained,
    List<Explanation> nearest,
    List<String> remarks) {

  /** Nobody was asked. */
  public static final Verdict NONE = new Verdict("", "", 0, 0, List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Verdict {
    explained = List.copyOf(explained);
    nearest = List.copyOf(nearest);
    remarks = List.copyOf(remarks);
  }
}
