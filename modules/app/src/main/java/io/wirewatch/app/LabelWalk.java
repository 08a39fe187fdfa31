package io.wirewatch.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The way through alerts: forward to the next one without a label, back to the one before. */
final class LabelWalk {
  private final List<LabelItem> items;
  private final Predicate<LabelItem> isLabelled;
  private final Deque<Integer> passed = new ArrayDeque<>();
  private int at;

  /** Begins at the first that has no label. */
  LabelWalk(List<LabelItem> items, Predicate<LabelItem> isLabelled) {
    this.items = List.copyOf(items);
    this.isLabelled = isLabelled;
    this.at = unlabelled(0);
  }

  /** The alert to ask about; empty at the end. */
  Optional<LabelItem> current() {
    return at < items.size() ? Optional.of(items.get(at)) : Optional.empty();
  }

  /** Goes on. */
  void forward() {
    passed.push(at);
    at = unlabelled(at + 1);
  }

  /**
   * Goes to the one that was asked before; before the first of them, to the one that stands before
   * it, which was labelled another time. False at the beginning.
   */
  boolean back() {
    if (passed.isEmpty() && at == 0) {
      return false;
    }
    at = passed.isEmpty() ? at - 1 : passed.pop();
    return true;
  }

  private int unlabelled(int from) {
    int next = from;
    while (next < items.size() && isLabelled.test(items.get(next))) {
      next++;
    }
    return next;
  }
}
