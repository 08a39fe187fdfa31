package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds where clauses that have a place in the text occur, in the fields of one rule. */
final class HitSearch {
  private final Map<Field, WordsSearch> searches;
  private final Function<Clause, List<? extends Clause>> alternatives;
  private final IdentityHashMap<Clause.Concept, List<Hit>> concepts = new IdentityHashMap<>();

  /**
   * @param alternatives those of a clause's that the article might have
   */
  HitSearch(
      Map<Field, WordsSearch> searches, Function<Clause, List<? extends Clause>> alternatives) {
    this.searches = searches;
    this.alternatives = alternatives;
  }

  /** The alternatives of a clause; none that certainly does not hold. */
  List<? extends Clause> alternatives(Clause clause) {
    return alternatives.apply(clause);
  }

  /**
   * In reading order; may hold a place twice, under different terms. Nothing for a clause that has
   * no place.
   */
  List<Hit> find(Clause clause) {
    List<Hit> hits = new ArrayList<>();
    add(hits, clause);
    if (hits.size() > 1) {
      hits.sort(Hit.READING_ORDER);
    }
    return hits;
  }

  private void add(List<Hit> hits, Clause clause) {
    if (clause instanceof Clause.Words words) {
      searches.forEach(
          (field, search) ->
              search
                  .find(words)
                  .forEach(at -> hits.add(new Hit(field, search.tokens(), at, words.term()))));
    } else if (clause instanceof Clause.Concept concept) {
      hits.addAll(concepts.computeIfAbsent(concept, this::aliases));
    } else if (clause instanceof Clause.AnyOf any) {
      alternatives(any).forEach(part -> add(hits, part));
    } else if (clause instanceof Clause.Near near) {
      hits.addAll(near(near, this::find));
    }
  }

  private List<Hit> aliases(Clause.Concept concept) {
    List<Hit> hits = new ArrayList<>();
    alternatives(concept).forEach(alias -> add(hits, alias));
    return hits;
  }

  /** The hits that take part, in reading order. */
  List<Hit> near(Clause.Near near, Function<Clause, List<Hit>> finder) {
    List<List<Hit>> parts = new ArrayList<>();
    for (Clause part : near.of()) {
      List<Hit> hits = finder.apply(part);
      if (hits.isEmpty()) {
        return List.of();
      }
      parts.add(hits);
    }
    List<Hit> found = new ArrayList<>();
    for (Field field : searches.keySet()) {
      var search =
          new NearSearch(near.within(), parts.stream().map(hits -> in(field, hits)).toList());
      found.addAll(near.ordered() ? search.ordered() : search.unordered());
    }
    return found;
  }

  private static List<Hit> in(Field field, List<Hit> hits) {
    return hits.stream().filter(hit -> hit.field() == field).toList();
  }
}
