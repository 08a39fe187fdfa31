package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Says which of many alternatives an article might have, so that not each is looked for. By the
 * form of the first word of each.
 */
final class Alternatives {
  private final List<? extends Clause> all;
  private final long[] partsByForm;
  private final BitSet always = new BitSet();

  Alternatives(List<? extends Clause> all, WordForms forms) {
    this.all = all;
    List<Long> pairs = new ArrayList<>();
    for (int part = 0; part < all.size(); part++) {
      if (all.get(part) instanceof Clause.Words words) {
        for (List<Clause.Word> spelling : words.spellings()) {
          pairs.add((long) forms.of(spelling.get(0)) << Integer.SIZE | part);
        }
      } else {
        always.set(part);
      }
    }
    this.partsByForm = pairs.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** In their order. */
  List<Clause> possible(ArticleIndex article) {
    BitSet possible = (BitSet) always.clone();
    for (int i = 0; i < article.metCount(); i++) {
      int form = article.met(i);
      int at = Arrays.binarySearch(partsByForm, (long) form << Integer.SIZE);
      for (int j = at < 0 ? -at - 1 : at;
          j < partsByForm.length && partsByForm[j] >> Integer.SIZE == form;
          j++) {
        possible.set((int) partsByForm[j]);
      }
    }
    return possible.stream().<Clause>mapToObj(all::get).toList();
  }
}
