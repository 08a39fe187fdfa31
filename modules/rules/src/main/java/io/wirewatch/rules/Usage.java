package io.wirewatch.rules;

import java.util.Arrays;

/**
 * How often forms are used, by rules and by the articles that were read. Counts of articles may
 * miss some when several threads count: they decide on speed only.
 */
final class Usage {
  /* Both counts of a form are one number: articles above, rules below, of which more than 4,095 are all the same. */
  private static final int FIRST = 200;
  private static final int RULE_BITS = 12;
  private static final int RULES = (1 << RULE_BITS) - 1;
  private static final int LAST = (1 << (Integer.SIZE - RULE_BITS)) - 1;
  private static final int COMMON_SHARE = 200;
  private static final int MOST_RULES = 10_000;
  private static final int SAMPLE = 16;

  private int seen;
  private int articles;
  private int due = FIRST;
  private int next;
  private int[] counts = new int[1 << 6];

  void use(IntList forms) {
    for (int i = 0; i < forms.size(); i++) {
      int form = forms.at(i);
      if (form >= counts.length) {
        counts = Arrays.copyOf(counts, form + form / 2 + 4);
      }
      if ((counts[form] & RULES) < RULES) {
        counts[form]++;
      }
    }
  }

  /** Gives back what was kept for more. */
  void trim(int forms) {
    counts = Arrays.copyOf(counts, forms);
  }

  /** Counts the first articles, then some of them: it costs more than to read most articles. */
  void meet(ArticleIndex article) {
    seen++;
    if (articles > FIRST * SAMPLE && seen % SAMPLE != 0) {
      return;
    }
    articles++;
    for (int i = 0; i < article.metCount(); i++) {
      int form = article.met(i);
      if (form < counts.length && articles <= LAST) {
        counts[form] += RULES + 1;
      }
    }
  }

  /** Whether much more has been read than when last learned from. */
  boolean isRelearningDue() {
    return articles >= due;
  }

  /**
   * Forms that are in many articles and that rules wait for, as many of them as can be worked off
   * without a pause that anybody would notice; the others the next time.
   */
  int[] commonForms(Waiting waiting) {
    var common = new IntList(16);
    int rules = 0;
    int form = next;
    for (; form < counts.length && rules < MOST_RULES; form++) {
      if (counts[form] >>> RULE_BITS > articles / COMMON_SHARE && waiting.first(form) >= 0) {
        common.add(form);
        for (int rule = waiting.first(form); rule >= 0; rule = waiting.next(rule)) {
          rules++;
        }
      }
    }
    next = form < counts.length ? form : 0;
    if (next == 0) {
      due = articles < LAST ? articles * 2 : Integer.MAX_VALUE;
    }
    return common.toArray();
  }

  /** Articles count most; rules where no article was read yet. */
  long cost(int form) {
    return form < counts.length ? Integer.toUnsignedLong(counts[form]) : 0;
  }
}
