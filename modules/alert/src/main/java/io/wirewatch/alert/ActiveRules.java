package io.wirewatch.alert;

import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleSet;

/** A rule set ready to match: compiled before the first article asks. */
record ActiveRules(String hash, Matcher matcher, RuleHeadings headings) {
  static ActiveRules of(RuleSet set, LoadProgress progress) {
    return new ActiveRules(set.hash(), set.matcher(progress), new RuleHeadings());
  }
}
