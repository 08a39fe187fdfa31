package io.wirewatch.alert;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.RuleSet;
import java.util.List;
import java.util.function.Supplier;

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
    return match(article, () -> article);
  }

  /**
   * The same of an article that is read in full only where the words of a rule hold for it.
   *
   * @param unread the article; its regions and entities are not looked at
   * @param read the same with them; asked at most once
   */
  public List<RuleMatch> match(EnrichedArticle unread, Supplier<EnrichedArticle> read) {
    return matcher.match(Matchable.unread(unread), () -> Matchable.of(read.get()));
  }

  RuleHeadings headings() {
    return headings;
  }
}
