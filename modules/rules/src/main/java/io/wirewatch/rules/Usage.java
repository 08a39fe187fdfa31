package io.wirewatch.rules;

import java.util.Arrays;

/**
 * How often forms are used, by rules and by the articles that were read. Counts of articles may
 * miss some when several threads count: they decide on speed only.
 */
final class Usage {
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

  void meet(ArticleIndex article) {
    for (int i = 0; i < article.metCount(); i++) {
      int form = article.met(i);
      if (form < byArticles.length) {
        byArticles[form]++;
      }
    }
  }

  int byArticles(int form) {
    return form < byArticles.length ? byArticles[form] : 0;
  }

  /** Articles count most; rules where no article was read yet. */
  long cost(int form) {
    return form < byRules.length ? ((long) byArticles[form] << 32) + byRules[form] : 0;
  }
}
