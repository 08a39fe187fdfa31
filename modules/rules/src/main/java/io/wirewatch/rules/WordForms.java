package io.wirewatch.rules;

import java.util.IdentityHashMap;
import java.util.List;

/** The forms of the words of those rules that are evaluated as the tree that they are. */
final class WordForms {
  private static final int FEW = 16;

  private final Forms forms;
  private final IdentityHashMap<Clause.Word, Integer> formByWord = new IdentityHashMap<>();
  private final IdentityHashMap<Clause.Concept, Boolean> known = new IdentityHashMap<>();
  private final IdentityHashMap<Clause, Alternatives> alternatives = new IdentityHashMap<>();

  WordForms(Forms forms) {
    this.forms = forms;
  }

  int of(Clause.Word word) {
    return formByWord.getOrDefault(word, -1);
  }

  void add(Rule rule) {
    add(rule.when());
    rule.notSpan().forEach(this::add);
  }

  private void add(Clause clause) {
    if (clause instanceof Clause.Words words) {
      words.spellings().forEach(s -> s.forEach(w -> formByWord.put(w, forms.of(words, w))));
      words.context().notBefore().forEach(this::add);
      words.context().notAfter().forEach(this::add);
    } else if (!(clause instanceof Clause.Concept concept)
        || known.put(concept, Boolean.TRUE) == null) {
      parts(clause).forEach(this::add);
      addAlternatives(clause);
    }
  }

  private void addAlternatives(Clause clause) {
    boolean either = clause instanceof Clause.AnyOf || clause instanceof Clause.Concept;
    if (either && parts(clause).size() > FEW) {
      alternatives.put(clause, new Alternatives(parts(clause), this));
    }
  }

  /** The alternatives of a clause, without those that the article cannot have. */
  List<? extends Clause> possible(Clause clause, ArticleIndex article) {
    Alternatives many = alternatives.get(clause);
    return many == null ? parts(clause) : many.possible(article);
  }

  /** The clauses that a clause is made of; none for words. */
  static List<? extends Clause> parts(Clause clause) {
    return clause instanceof Clause.Concept concept ? concept.aliases() : clause.parts();
  }
}
