package io.wirewatch.deliver.route;

import java.time.Instant;
import java.util.List;

/** Time intervals under one name; a moment is in them where it is in one. */
record NamedHours(String name, List<Interval> intervals) {
  NamedHours {
    intervals = List.copyOf(intervals);
  }

  boolean holds(Instant moment) {
    return intervals.stream().anyMatch(interval -> interval.holds(moment));
  }
}
