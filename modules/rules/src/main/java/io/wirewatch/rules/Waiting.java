package io.wirewatch.rules;

/** Which rules wait for which form: each for one that every article has that it matches. */
final class Waiting {
  /* The rules that wait for a form are a list that is linked both ways, so that a rule is put in and taken out without
   * anything being moved or made. All that a rule needs stands side by side, since each place of memory that a candidate
   * touches is most of what it costs: the next rule, another form that it cannot match without, its code, and the rule
   * before it or, for the first, the form with its bits turned over. */
  static final int NONE = -1;

  private static final int NEXT = 0;
  private static final int OTHER = 1;
  private static final int CODE = 2;
  private static final int BEFORE = 3;
  private static final int RECORD = 4;

  private final IntList heads = new IntList(1 << 6);
  private final IntList rules = new IntList(1 << 6);

  /** The first rule that waits for a form; {@link #NONE} for none. */
  int first(int form) {
    return form < heads.size() ? heads.at(form) : NONE;
  }

  /** The next rule that waits for the same; {@link #NONE} after the last. */
  int next(int rule) {
    return rules.at(rule * RECORD + NEXT);
  }

  /** Another form that is in every article that the rule matches; {@link #NONE} for none. */
  int other(int rule) {
    return rules.at(rule * RECORD + OTHER);
  }

  /** What was put with the rule. */
  int code(int rule) {
    return rules.at(rule * RECORD + CODE);
  }

  /** Gives back what was kept for more. */
  void trim() {
    heads.trim();
    rules.trim();
  }

  /** Keeps a number for a rule, which does not wait yet. */
  void keep(int rule, int code) {
    rules.fill((rule + 1) * RECORD, NONE);
    rules.set(rule * RECORD + CODE, code);
  }

  /** The number kept for a rule; {@link #NONE} for a rule that is not known. */
  int kept(int rule) {
    return rule * RECORD < rules.size() ? code(rule) : NONE;
  }

  /**
   * Lets a rule wait that does not.
   *
   * @param other one more form that the rule cannot do without; {@link #NONE} for none
   */
  void put(int rule, int form, int other) {
    heads.fill(form + 1, NONE);
    int first = heads.at(form);
    rules.set(rule * RECORD + NEXT, first);
    rules.set(rule * RECORD + OTHER, other);
    rules.set(rule * RECORD + BEFORE, ~form - 1);
    if (first != NONE) {
      rules.set(first * RECORD + BEFORE, rule);
    }
    heads.set(form, rule);
  }

  /** Takes a rule out, if it waits. */
  void remove(int rule) {
    int before = rule * RECORD < rules.size() ? rules.at(rule * RECORD + BEFORE) : NONE;
    if (before == NONE) {
      return;
    }
    int next = next(rule);
    if (before < NONE) {
      heads.set(~(before + 1), next);
    } else {
      rules.set(before * RECORD + NEXT, next);
    }
    if (next != NONE) {
      rules.set(next * RECORD + BEFORE, before);
    }
    rules.set(rule * RECORD + BEFORE, NONE);
  }
}
