package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.replay.ReplaySums;
import io.wirewatch.replay.finding.Findings;
import java.util.List;

/**
 * All that is told of a replay.
 *
 * @param command what was typed, without values of {@code --set}
 * @param plan what was replayed and how, so that somebody else can do it again
 * @param complete whether it came to the end of the history
 * @param compares whether there is another side
 * @param remarks what a reader has to know of the history, a sentence each
 * @param conditions those of {@code --fail-on}
 */
record ReplayReport(
    String command,
    ObjectNode plan,
    boolean complete,
    boolean compares,
    ReplaySums sums,
    List<String> remarks,
    Findings findings,
    List<FailCondition> conditions) {
  /** Copies the lists. */
  ReplayReport {
    remarks = List.copyOf(remarks);
    conditions = List.copyOf(conditions);
  }

  /** Those conditions that hold, which they should not. */
  List<FailCondition> failures() {
    return conditions.stream().filter(condition -> condition.holds(findings)).toList();
  }
}
