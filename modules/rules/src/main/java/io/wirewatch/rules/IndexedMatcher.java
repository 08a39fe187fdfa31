package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Asks of an article which rules it might match, and not of each rule whether it matches. Its cost
 * grows with the words of the article and with what is found, hardly with the number of rules.
 */
final class IndexedMatcher implements ChangingMatcher {
  /* Every rule waits for one form (a word, stem, prefix …) that it cannot match without, the rarest it has. An article is
   * read once: each different word is one look-up that gives its forms. The rules that wait for these are the candidates,
   * and only they are evaluated, a plain conjunction [1] from a few bytes, everything else as the tree that it is. Which
   * forms are rare is learned from the articles. A change takes microseconds, so articles simply wait for it: a lock.
   * [1] Yan, Garcia-Molina: Index structures for selective dissemination of information, TODS 19(2), 1994 */
  private final RuleCatalogue rules;
  private final Forms forms = new Forms();
  private final FlatCode flat;
  private final WordForms words = new WordForms(forms);
  private final Usage usage = new Usage();
  private final Rarest rarest = new Rarest(forms, words, usage::cost);
  private final Waiting waiting = new Waiting();
  private final ConcurrentLinkedQueue<ArticleIndex> indexes = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private record Found(int number, int code, Finding finding) {}

  IndexedMatcher(RuleList all) {
    this(all, LoadProgress.UNSEEN);
  }

  IndexedMatcher(RuleList all, LoadProgress progress) {
    this.flat = new FlatCode(forms, all.texts());
    this.rules = new RuleCatalogue(all);
    for (int number = 0; number < all.size(); number++) {
      encode(number, all.get(number));
      progress.compiled(number + 1, all.size());
    }
    for (int number = 0; number < all.size(); number++) {
      await(number);
    }
    flat.trim();
    forms.trim();
    usage.trim(forms.size());
    waiting.trim();
  }

  private void encode(int number, Rule rule) {
    int code = flat.put(rule, waiting.kept(number));
    waiting.keep(number, code);
    if (code < 0) {
      words.add(rule);
      rules.keepTree(number, rule);
    } else {
      usage.use(flat.necessary(code));
    }
  }

  private void await(int number) {
    int code = waiting.code(number);
    if (code < 0) {
      waiting.put(number, rarest.of(rules.tree(number).when()), Waiting.NONE);
    } else {
      IntList necessary = flat.necessary(code);
      int form = rarest.of(necessary);
      waiting.put(number, form, rarest.besides(form, necessary));
    }
  }

  @Override
  public void put(Rule rule) {
    lock.writeLock().lock();
    try {
      int number = rules.put(rule);
      waiting.remove(number);
      encode(number, rule);
      await(number);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public boolean remove(String id) {
    lock.writeLock().lock();
    try {
      int number = rules.remove(id);
      if (number >= 0) {
        waiting.remove(number);
      }
      return number >= 0;
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public List<RuleMatch> match(Article unread, Supplier<Article> read) {
    if (usage.isRelearningDue()) {
      relearn();
    }
    ArticleIndex polled = indexes.poll();
    ArticleIndex index = polled == null ? new ArticleIndex(new Surfaces(forms)) : polled;
    lock.readLock().lock();
    try {
      index.read(unread);
      usage.meet(index);
      List<Found> holding = holding(index);
      return holding.isEmpty() ? List.of() : passed(holding, read.get());
    } finally {
      lock.readLock().unlock();
      index.clear();
      indexes.add(index);
    }
  }

  private List<RuleMatch> passed(List<Found> holding, Article article) {
    holding.sort(Comparator.comparingInt(Found::number));
    List<RuleMatch> matches = new ArrayList<>(holding.size());
    for (Found one : holding) {
      if (filters(one.number(), one.code()).pass(article)) {
        matches.add(rules.match(one.number(), one.finding()));
      }
    }
    return Collections.unmodifiableList(matches);
  }

  /** The rules that hold but for their filters. */
  private List<Found> holding(ArticleIndex index) {
    List<Found> holding = new ArrayList<>();
    var evaluation = new FlatEvaluation(flat, index);
    var trees = new TreeEvaluation(words, index);
    for (int i = 0; i < index.metCount(); i++) {
      int number = waiting.first(index.met(i));
      while (number >= 0) {
        int other = waiting.other(number);
        int code = waiting.code(number);
        if (code < 0 || ((other < 0 || index.has(other)) && evaluation.isPossible(code))) {
          Finding finding = code < 0 ? trees.finding(rules.tree(number)) : evaluation.finding(code);
          if (finding.holds()) {
            holding.add(new Found(number, code, finding));
          }
        }
        number = waiting.next(number);
      }
    }
    return holding;
  }

  private Filters filters(int number, int code) {
    return code < 0 ? rules.tree(number).filters() : flat.filtersAt(code);
  }

  /** Lets some of the rules that wait for a common form wait for what turned out to be rarer. */
  private void relearn() {
    if (lock.writeLock().tryLock()) {
      try {
        for (int form : usage.commonForms(waiting)) {
          int number = waiting.first(form);
          while (number >= 0) {
            int next = waiting.next(number);
            waiting.remove(number);
            await(number);
            number = next;
          }
        }
      } finally {
        lock.writeLock().unlock();
      }
    }
  }
}
