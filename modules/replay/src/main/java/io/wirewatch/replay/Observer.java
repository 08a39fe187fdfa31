package io.wirewatch.replay;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.replay.history.Past;
import io.wirewatch.rules.Suppress;
import java.util.List;
import java.util.Optional;

/**
 * Who is told what a backtest makes of the records, in the order of each partition; always by the
 * thread that runs it.
 */
public interface Observer {

  /**
   * An alert, and how its rule is suppressed.
   *
   * @param suppress empty where it is not
   */
  record Raised(Alert alert, Optional<Suppress> suppress) {}

  /** Whether an article has to be read in full even if no rule has anything to say on it. */
  boolean isWanted(String article);

  /**
   * An article that was put to the rules.
   *
   * @param article without entities and regions where no alert is new or taken back, and nobody
   *     wants it
   * @param alerts what each rule set makes of it, those that are tried first
   */
  void examined(Past record, EnrichedArticle article, List<List<Raised>> alerts);

  /** A record that ends early, though it should not. */
  void setAside(Past record, String step, String why);

  /** All that was told until now counts, the next may be told again after a crash. */
  void committing();
}
