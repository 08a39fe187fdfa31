package io.wirewatch.alert;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleSet;
import java.util.List;

/** A rule set ready to match: compiled before the first article asks. Thread-safe. */
public final class ActiveRules {
  private final String hash;
  private final Matcher matcher;
  private final RuleHeadings headings = new RuleHeadings();

  private ActiveRules(String hash, Matcher matcher) {
    this.hash = hash;
    this.matcher = matcher;
  }

  /** Compiles a set. */
  public static ActiveRules of(RuleSet set, LoadProgress progress) {
    return new ActiveRules(set.hash(), set.matcher(progress));
  }

  /** Hash of the set. */
  public String hash() {
    return hash;
  }

  /** The rules that hold for an article, in the order of the set. */
  public List<RuleMatch> match(EnrichedArticle article) {
    return matcher.match(Matchable.of(article));
  }

  /** Whether the words of any rule hold for an article, whatever it is about. */
  public boolean mayMatch(EnrichedArticle article) {
    return matcher.mayMatch(Matchable.of(article));
  }

  RuleHeadings headings() {
    return headings;
  }
}
