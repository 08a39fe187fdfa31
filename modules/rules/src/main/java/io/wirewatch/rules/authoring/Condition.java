package io.wirewatch.rules.authoring;

import io.wirewatch.rules.Clause;

/** What an author asks of words beside that they are there. */
enum Condition {
  CONTEXT("is there, but stands beside what unless_followed_by or unless_preceded_by names"),
  CAPITALS("is there, but not in capitals"),
  FOLD("is there, but fold keeps it apart"),
  CLITICS("is there, but with clitics"),
  EXACT("is there, an inflection, but exact is wanted"),
  SLOP("is there, but with more words between than slop allows");

  private static final int WIDEST_SLOP = 10;

  private final String remark;

  Condition(String remark) {
    this.remark = remark;
  }

  /** What can be said of a text in which words are found only without it. */
  String remark() {
    return remark;
  }

  /** The words without this condition; the same where they do not have it. */
  Clause.Words taken(Clause.Words words) {
    boolean exact = words.match() == Clause.Match.EXACT;
    boolean toStem = this == EXACT && exact;
    boolean phrase = words.spellings().get(0).size() > 1;
    return new Clause.Words(
        words.term(),
        words.spellings(),
        toStem ? Clause.Match.STEM : words.match(),
        words.language(),
        words.upper() && this != CAPITALS,
        this == FOLD || toStem ? null : words.folded(),
        words.clitics() || (this == CLITICS && exact),
        this == SLOP && phrase ? WIDEST_SLOP : words.slop(),
        this == CONTEXT ? Clause.Context.ANY : words.context());
  }
}
