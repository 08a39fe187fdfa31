package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Asks of an article which rules it might match, and not of each rule whether it matches. Its cost
 * grows with the words of the article and with what is found, hardly with the number of rules.
 */
final class IndexedMatcher implements Matcher {
  /* Every rule waits for one form (a word, stem, prefix …) that it cannot match without, the rarest it has. An article is
   * read once: each different word is one look-up that gives its forms. The rules that wait for these are the candidates,
   * and only they are evaluated, a plain conjunction [1] from a few bytes, everything else as the tree that it is. Which
   * forms are rare is learned from the articles.
   * [1] Yan, Garcia-Molina: Index structures for selective dissemination of information, TODS 19(2), 1994 */
  private final Forms forms = new Forms();
  private final Surfaces surfaces = new Surfaces(forms);
  private final FlatCode flat = new FlatCode(forms);
  private final WordForms words = new WordForms(forms);
  private final Usage usage = new Usage();
  private final Rarest rarest = new Rarest(forms, words, usage::cost);
  private final Waiting waiting = new Waiting();
  private final IntList codes = new IntList(1 << 6);
  private final List<Rule> rules = new ArrayList<>();
  private final ConcurrentLinkedQueue<ArticleIndex> indexes = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  IndexedMatcher(List<Rule> all) {
    all.forEach(this::encode);
    for (int rule = 0; rule < all.size(); rule++) {
      waiting.put(rule, choose(rule));
    }
  }

  private void encode(Rule rule) {
    int number = rules.size();
    rules.add(rule);
    int code = flat.add(rule);
    codes.add(code);
    if (code < 0) {
      words.add(rule);
    } else {
      usage.use(flat.necessary(code));
    }
  }

  private int choose(int rule) {
    int code = codes.at(rule);
    if (code >= 0) {
      return rarest.of(flat.necessary(code));
    }
    return rarest.of(rules.get(rule).when());
  }

  @Override
  public List<RuleMatch> match(Article article) {
    ArticleIndex index = indexes.poll();
    index = index == null ? new ArticleIndex() : index;
    lock.readLock().lock();
    try {
      index.read(article, surfaces, forms.size());
      usage.meet(index);
      return match(article, index);
    } finally {
      lock.readLock().unlock();
      index.clear();
      indexes.add(index);
    }
  }

  private List<RuleMatch> match(Article article, ArticleIndex index) {
    var flatEvaluation = new FlatEvaluation(flat, index);
    @Nullable TreeEvaluation treeEvaluation = null;
    Map<Integer, RuleMatch> matches = new TreeMap<>();
    for (int i = 0; i < index.metCount(); i++) {
      for (int rule = waiting.first(index.met(i)); rule >= 0; rule = waiting.next(rule)) {
        int code = codes.at(rule);
        if (code >= 0) {
          if (flatEvaluation.isPossible(code)) {
            Finding finding = flatEvaluation.finding(code);
            if (finding.holds() && flatEvaluation.filters(code).pass(article)) {
              matches.put(rule, matched(rules.get(rule), finding));
            }
          }
        } else {
          treeEvaluation =
              treeEvaluation == null ? new TreeEvaluation(words, index) : treeEvaluation;
          Rule tree = rules.get(rule);
          Finding finding = treeEvaluation.finding(tree);
          if (finding.holds() && tree.filters().pass(article)) {
            matches.put(rule, matched(tree, finding));
          }
        }
      }
    }
    return List.copyOf(matches.values());
  }

  private static RuleMatch matched(Rule rule, Finding finding) {
    return new RuleMatch(rule, finding.distinctSpans(), finding.unlisted());
  }
}
