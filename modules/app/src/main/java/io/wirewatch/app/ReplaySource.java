package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.history.History;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where a replay reads. */
interface ReplaySource {
  /** What it holds. */
  Plan.Source kind();

  /** Adds to a plan what has to be known to read the same again. */
  void describe(ObjectNode plan);

  /** Names of what {@link #describe} adds that must be the same in a replay that goes on. */
  List<String> fixed();

  /** Its records from these offsets on, by partition; from the beginning of those without. */
  History open(Map<Integer, Long> positions) throws IOException;

  /** What a reader of the results has to know of it, a sentence each. */
  List<String> remarks();
}
