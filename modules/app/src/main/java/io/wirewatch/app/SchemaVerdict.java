package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.registry.SchemaRegistry;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a registry says of one schema.
 *
 * @param reason why it would not take it; null where it would
 */
record SchemaVerdict(Subject subject, Outcome outcome, @Nullable String reason) {

  /** What it would be there. */
  enum Outcome {
    /** This very schema is there. */
    REGISTERED,
    /** It can be the next, or the first, of its subject. */
    COMPATIBLE,
    /** It cannot. */
    INCOMPATIBLE
  }

  /** What the registry says of every subject; in the article's order. */
  static List<SchemaVerdict> all(SchemaRegistry registry, Collection<String> routes) {
    return Subject.all(routes).stream().map(subject -> of(registry, subject)).toList();
  }

  boolean isIncompatible() {
    return outcome == Outcome.INCOMPATIBLE;
  }

  /** A line of JSON. */
  String line(String told) {
    ObjectNode line =
        JsonNodeFactory.instance.objectNode().put("subject", subject.name()).put("outcome", told);
    return (reason == null ? line : line.put("reason", reason)).toString();
  }

  private static SchemaVerdict of(SchemaRegistry registry, Subject subject) {
    if (registry.has(subject.name(), subject.schema())) {
      return new SchemaVerdict(subject, Outcome.REGISTERED, null);
    }
    return registry
        .objection(subject.name(), subject.schema())
        .map(why -> new SchemaVerdict(subject, Outcome.INCOMPATIBLE, why))
        .orElseGet(() -> new SchemaVerdict(subject, Outcome.COMPATIBLE, null));
  }
}
