package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The code of rules that are a plain conjunction: terms, phrases, words near one another, and terms
 * and phrases that must not be there. Most rules of a large set are; each takes some 15 bytes.
 */
final class FlatCode {
  /* A part is its kind and how many words it has, then: a term its form and the number of its text; a phrase its slop, the
   * number of its text, its forms; near its width and order, then a form and the number of a text for each; a phrase that
   * must not be there its slop and forms. */
  static final int TERM = 0;
  static final int PHRASE = 1;
  static final int NEAR = 2;
  static final int NOT = 3;

  private final Forms forms;
  private final Utf8Table common;
  private final Utf8Table terms = new Utf8Table();
  private final List<Filters> filters = new ArrayList<>(List.of(Filters.NONE));
  private final Map<Filters, Integer> filterNumbers = new HashMap<>(Map.of(Filters.NONE, 0));
  private final ByteCode code = new ByteCode();

  /**
   * @param common texts that are kept anyway, most terms among them; only read
   */
  FlatCode(Forms forms, Utf8Table common) {
    this.forms = forms;
    this.common = common;
  }

  ByteCode.Cursor from(int position) {
    return code.from(position);
  }

  /** Gives back what was kept for more. */
  void trim() {
    code.trim();
    terms.trim();
  }

  String term(int number) {
    return number < common.size() ? common.text(number) : terms.text(number - common.size());
  }

  /** The filters of the rule whose code is there. */
  Filters filtersAt(int position) {
    return filters.get(code.from(position).next());
  }

  /**
   * Where the code of a rule is; -1 when it is not a plain conjunction.
   *
   * @param before where the code is whose place it may take; -1 for none
   */
  int put(Rule rule, int before) {
    int start = add(rule);
    return start >= 0 && before >= 0 && code.moveTo(before, end(before), start) ? before : start;
  }

  private int add(Rule rule) {
    List<Clause> parts = new ArrayList<>();
    if (rule.fields().size() < Field.values().length
        || !rule.notSpan().isEmpty()
        || !flatten(rule.when(), parts)) {
      return -1;
    }
    int start = code.size();
    code.add(filterNumbers.computeIfAbsent(rule.filters(), this::addFilters));
    code.add(parts.size());
    parts.forEach(this::add);
    return start;
  }

  private int addFilters(Filters added) {
    filters.add(added);
    return filters.size() - 1;
  }

  private static boolean flatten(Clause clause, List<Clause> parts) {
    if (clause instanceof Clause.All all) {
      return all.of().stream().allMatch(part -> flatten(part, parts));
    }
    if (clause instanceof Clause.NoneOf none) {
      none.of().forEach(part -> parts.add(new Clause.NoneOf(List.of(part))));
      return none.of().stream().allMatch(FlatCode::isPlain);
    }
    parts.add(clause);
    return isPlain(clause)
        || (clause instanceof Clause.Near near && near.of().stream().allMatch(FlatCode::isTerm));
  }

  private static boolean isTerm(Clause clause) {
    return isPlain(clause)
        && clause instanceof Clause.Words words
        && words.spellings().get(0).size() == 1;
  }

  private static boolean isPlain(Clause clause) {
    return clause instanceof Clause.Words words
        && words.spellings().size() == 1
        && words.context().equals(Clause.Context.ANY);
  }

  private void add(Clause part) {
    if (part instanceof Clause.Near near) {
      code.add(NEAR | near.of().size() << 2);
      code.add(near.within() << 1 | (near.ordered() ? 1 : 0));
      near.of().forEach(this::addTerm);
    } else if (part instanceof Clause.NoneOf none && none.of().get(0) instanceof Clause.Words not) {
      code.add(NOT | not.spellings().get(0).size() << 2);
      code.add(not.slop());
      addForms(not);
    } else if (isTerm(part)) {
      code.add(TERM | 1 << 2);
      addTerm(part);
    } else if (part instanceof Clause.Words phrase) {
      code.add(PHRASE | phrase.spellings().get(0).size() << 2);
      code.add(phrase.slop());
      code.add(number(phrase.term()));
      addForms(phrase);
    }
  }

  private void addTerm(Clause clause) {
    if (clause instanceof Clause.Words words) {
      addForms(words);
      code.add(number(words.term()));
    }
  }

  private int number(String term) {
    int number = common.find(term);
    return number >= 0 ? number : common.size() + terms.add(term);
  }

  private void addForms(Clause.Words words) {
    words.spellings().get(0).forEach(word -> code.add(forms.of(words, word)));
  }

  private int end(int position) {
    ByteCode.Cursor at = code.from(position);
    visit(at, new IntList(4));
    return at.position();
  }

  /** The forms of which an article that a rule matches has every one. */
  IntList necessary(int position) {
    var necessary = new IntList(4);
    visit(code.from(position), necessary);
    return necessary;
  }

  private static void visit(ByteCode.Cursor at, IntList necessary) {
    at.next();
    for (int parts = at.next(); parts > 0; parts--) {
      int part = at.next();
      int kind = part & 3;
      int settings = kind == TERM ? 0 : kind == PHRASE ? 2 : 1;
      for (int i = 0; i < settings; i++) {
        at.next();
      }
      for (int i = part >>> 2; i > 0; i--) {
        int form = at.next();
        if (kind != NOT) {
          necessary.add(form);
        }
        if (kind == TERM || kind == NEAR) {
          at.next();
        }
      }
    }
  }
}
