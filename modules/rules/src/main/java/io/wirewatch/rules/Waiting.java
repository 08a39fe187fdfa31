package io.wirewatch.rules;

import java.util.List;

/** Which rules wait for which form: each for one that every article has that it matches. */
final class Waiting {
  /* The rules that wait for a form are a list that is linked both ways through arrays, so that a rule is put in and taken
   * out without anything being moved or made. */
  private static final int NONE = -1;

  private final IntList heads = new IntList(1 << 6);
  private final IntList counts = new IntList(1 << 6);
  private final IntList forms = new IntList(1 << 6);
  private final IntList next = new IntList(1 << 6);
  private final IntList before = new IntList(1 << 6);

  /** The first rule that waits for a form; -1 for none. */
  int first(int form) {
    return form < heads.size() ? heads.at(form) : NONE;
  }

  /** The next rule that waits for the same; -1 after the last. */
  int next(int rule) {
    return next.at(rule);
  }

  /** How many wait for a form. */
  int count(int form) {
    return form < counts.size() ? counts.at(form) : 0;
  }

  /** The form that a rule waits for; -1 for none. */
  int form(int rule) {
    return rule < forms.size() ? forms.at(rule) : NONE;
  }

  /** Gives back what was kept for more. */
  void trim() {
    List.of(heads, counts, forms, next, before).forEach(IntList::trim);
  }

  void put(int rule, int form) {
    heads.fill(form + 1, NONE);
    counts.fill(form + 1, 0);
    forms.fill(rule + 1, NONE);
    next.fill(rule + 1, NONE);
    before.fill(rule + 1, NONE);
    int first = heads.at(form);
    forms.set(rule, form);
    next.set(rule, first);
    before.set(rule, NONE);
    if (first != NONE) {
      before.set(first, rule);
    }
    heads.set(form, rule);
    counts.set(form, counts.at(form) + 1);
  }

  void remove(int rule) {
    int form = form(rule);
    if (form == NONE) {
      return;
    }
    if (before.at(rule) == NONE) {
      heads.set(form, next.at(rule));
    } else {
      next.set(before.at(rule), next.at(rule));
    }
    if (next.at(rule) != NONE) {
      before.set(next.at(rule), before.at(rule));
    }
    forms.set(rule, NONE);
    counts.set(form, counts.at(form) - 1);
  }
}
