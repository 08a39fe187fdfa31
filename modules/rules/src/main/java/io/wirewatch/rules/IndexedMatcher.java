package io.wirewatch.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final RuleList rules;
  private final Map<Integer, Rule> trees = new HashMap<>();
  private final ConcurrentLinkedQueue<ArticleIndex> indexes = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  IndexedMatcher(RuleList rules) {
    this.rules = rules;
    for (int number = 0; number < rules.size(); number++) {
      encode(number, rules.get(number));
    }
    for (int rule = 0; rule < rules.size(); rule++) {
      waiting.put(rule, choose(rule));
    }
    trim();
  }

  private void trim() {
    flat.trim();
    forms.trim();
    waiting.trim();
    codes.trim();
  }

  private void encode(int number, Rule rule) {
    int code = flat.add(rule);
    codes.fill(number + 1, 0);
    codes.set(number, code);
    if (code < 0) {
      words.add(rule);
      trees.put(number, rule);
    } else {
      usage.use(flat.necessary(code));
    }
  }

  private int choose(int rule) {
    int code = codes.at(rule);
    if (code >= 0) {
      return rarest.of(flat.necessary(code));
    }
    return rarest.of(tree(rule).when());
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
              matches.put(rule, matched(rule, finding));
            }
          }
        } else {
          treeEvaluation =
              treeEvaluation == null ? new TreeEvaluation(words, index) : treeEvaluation;
          Rule tree = tree(rule);
          Finding finding = treeEvaluation.finding(tree);
          if (finding.holds() && tree.filters().pass(article)) {
            matches.put(rule, matched(rule, finding));
          }
        }
      }
    }
    return List.copyOf(matches.values());
  }

  private Rule tree(int rule) {
    return Objects.requireNonNull(trees.get(rule));
  }

  private RuleMatch matched(int rule, Finding finding) {
    return new RuleMatch(
        rules.id(rule), () -> rules.get(rule), finding.distinctSpans(), finding.unlisted());
  }
}
