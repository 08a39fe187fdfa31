package io.wirewatch.rules;

import java.util.Arrays;

/**
 * How often forms are used, by rules and by the articles that were read. Counts of articles may
 * miss some when several threads count: they decide on speed only.
 */
final class Usage {
  private static final int FIRST = 200;
  private static final int LAST = 1 << 20;
  private static final int COMMON_SHARE = 200;
  private static final int MOST_RULES = 10_000;
  private static final int SAMPLE = 16;

  private int seen;
  private int articles;
  private int due = FIRST;
  private int next;
  private int[] byRules = new int[1 << 6];
  private int[] byArticles = new int[1 << 6];

  void use(IntList forms) {
    for (int i = 0; i < forms.size(); i++) {
      int form = forms.at(i);
      if (form >= byRules.length) {
        byRules = Arrays.copyOf(byRules, form + form / 2);
        byArticles = Arrays.copyOf(byArticles, byRules.length);
      }
      byRules[form]++;
    }
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
      if (form < byArticles.length) {
        byArticles[form]++;
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
    for (; form < byArticles.length && rules < MOST_RULES; form++) {
      if (byArticles[form] > articles / COMMON_SHARE && waiting.first(form) >= 0) {
        common.add(form);
        for (int rule = waiting.first(form); rule >= 0; rule = waiting.next(rule)) {
          rules++;
        }
      }
    }
    next = form < byArticles.length ? form : 0;
    if (next == 0) {
      due = articles < LAST ? articles * 2 : Integer.MAX_VALUE;
    }
    return common.toArray();
  }

  /** Articles count most; rules where no article was read yet. */
  long cost(int form) {
    return form < byRules.length ? ((long) byArticles[form] << 32) + byRules[form] : 0;
  }
}
