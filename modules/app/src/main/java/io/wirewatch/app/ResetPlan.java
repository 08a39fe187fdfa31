package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a reset of a stage changes.
 *
 * @param stage the stage's name in the cluster: its group, and the front of its topics
 * @param topic that it reads
 * @param offsets where it stands there now and where it will, by partition; empty where it stays
 * @param topics of its own that go, with what it remembers
 * @param directory of its local copy on this machine; null where there is none
 */
record ResetPlan(
    String stage,
    String topic,
    SortedMap<Integer, Move> offsets,
    SortedSet<String> topics,
    @Nullable Path directory) {

  /** From one offset to another; {@code from} is null where the stage has never read. */
  record Move(@Nullable Long from, long to) {}

  /** A line of JSON for each thing that changes. */
  List<String> lines() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    List<String> lines = new ArrayList<>();
    offsets.forEach(
        (partition, move) ->
            lines.add(
                json.objectNode()
                    .put("what", "offset")
                    .put("group", stage)
                    .put("topic", topic)
                    .put("partition", partition)
                    .put("from", move.from())
                    .put("to", move.to())
                    .toString()));
    for (String topic : topics) {
      lines.add(json.objectNode().put("what", "topic").put("deleted", topic).toString());
    }
    if (directory != null) {
      lines.add(
          json.objectNode()
              .put("what", "directory")
              .put("deleted", directory.toString())
              .toString());
    }
    return lines;
  }
}
