package io.wirewatch.journey.faults;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What the texts speak of; a rule of the same name alerts for each. */
enum Subject {
  BORDER,
  WATER,
  MARKET,
  ROAD;

  /** Subjects that the first rule set has rules for. */
  static final Set<Subject> FIRST_SET = EnumSet.of(BORDER, WATER, MARKET);

  /** Subjects of the second: one gone, one new. */
  static final Set<Subject> SECOND_SET = EnumSet.of(WATER, MARKET, ROAD);

  /** Subjects whose alerts are on a topic of their own too, which is named as their rule. */
  static final Set<Subject> ROUTED = EnumSet.of(BORDER, WATER);

  /** Id of its rule. */
  String rule() {
    return "harness-" + name().toLowerCase(Locale.ROOT);
  }
}
