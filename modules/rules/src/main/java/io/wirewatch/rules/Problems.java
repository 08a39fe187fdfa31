package io.wirewatch.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in all files of a set, so that an author sees everything at once. */
final class Problems {
  private static final int MOST = 1_000;
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column);

  private final List<Problem> found = new ArrayList<>();

  void add(String file, Node.Place place, String wrong, String right) {
    if (found.size() < MOST - 1) {
      found.add(new Problem(file, place.line(), place.column(), wrong, right));
    } else if (found.size() == MOST - 1) {
      found.add(
          new Problem(
              file, place.line(), place.column(), "more problems follow", "correct these first"));
    }
  }

  void addFile(String file, String wrong, String right) {
    add(file, new Node.Place(0, 0), wrong, right);
  }

  /** Whether no more are taken. */
  boolean isFull() {
    return found.size() == MOST;
  }

  int count() {
    return found.size();
  }

  void throwIfAny() throws RuleProblems {
    if (!found.isEmpty()) {
      throw new RuleProblems(inOrder());
    }
  }

  /** By file, line and column; that there are more stays last. */
  private List<Problem> inOrder() {
    List<Problem> ordered = new ArrayList<>(found.subList(0, Math.min(found.size(), MOST - 1)));
    ordered.sort(ORDER);
    ordered.addAll(found.subList(ordered.size(), found.size()));
    return ordered;
  }
}
