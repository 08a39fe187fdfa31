package io.wirewatch.observe;

import java.util.HashMap;
import java.util.Map;

/**
 * A sum that only rises, made of counts that begin anew and vanish: those of a stage's tasks, which
 * move between instances.
 */
public final class Rising {
  private final Map<String, Long> last = new HashMap<>();

  /** How many were added since this was asked last. */
  public synchronized long since(Map<String, Long> counts) {
    long more = 0;
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      long before = last.getOrDefault(count.getKey(), 0L);
      more += count.getValue() >= before ? count.getValue() - before : count.getValue();
    }
    last.clear();
    last.putAll(counts);
    return more;
  }
}
