package io.wirewatch.embedded;

import io.wirewatch.embedded.CatalogueLog.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Schemas by id and by subject and version. An id is for ever; equal schemas share one. Guarded by
 * its own lock.
 */
final class SchemaCatalogue {
  private final CatalogueLog log;
  private final List<Schema> byId = new ArrayList<>();
  private final Map<String, List<Integer>> subjects = new TreeMap<>();
  private final Map<String, Compatibility> levels = new TreeMap<>();

  /** A version of a subject. */
  record Registered(String subject, int version, int id, Schema schema) {}

  SchemaCatalogue(CatalogueLog log) {
    this.log = log;
    log.entries().forEach(this::apply);
  }

  synchronized List<String> subjects() {
    return List.copyOf(subjects.keySet());
  }

  /** All versions of a subject, oldest first; empty where there is none. */
  synchronized List<Registered> versions(String subject) {
    List<Integer> ids = subjects.getOrDefault(subject, List.of());
    List<Registered> versions = new ArrayList<>();
    for (int k = 0; k < ids.size(); k++) {
      versions.add(new Registered(subject, k + 1, ids.get(k), byId.get(ids.get(k) - 1)));
    }
    return versions;
  }

  synchronized Optional<Schema> schema(int id) {
    return id >= 1 && id <= byId.size() ? Optional.of(byId.get(id - 1)) : Optional.empty();
  }

  synchronized Optional<Registered> find(String subject, Schema schema) {
    return versions(subject).stream().filter(v -> v.schema().equals(schema)).findFirst();
  }

  /**
   * The first reason why a subject may not take this schema as its next version; empty where it
   * may.
   */
  synchronized Optional<String> objection(String subject, Schema schema) {
    return level(subject)
        .objection(schema, versions(subject).stream().map(Registered::schema).toList());
  }

  /** Adds a version, or finds the one that is equal. */
  synchronized Registered register(String subject, Schema schema) {
    return find(subject, schema)
        .orElseGet(
            () -> {
              record(Entry.schema(subject, schema.toString()));
              return find(subject, schema).orElseThrow();
            });
  }

  /** The level of a subject; of all others where the subject is empty. */
  synchronized Compatibility level(String subject) {
    return levels.getOrDefault(subject, levels.getOrDefault("", Compatibility.BACKWARD));
  }

  synchronized void level(String subject, Compatibility level) {
    record(Entry.level(subject, level.name()));
  }

  private void record(Entry entry) {
    log.append(entry);
    apply(entry);
  }

  private void apply(Entry entry) {
    if (entry.level() != null) {
      levels.put(entry.subject(), Compatibility.valueOf(entry.level()));
    } else if (entry.schema() != null) {
      Schema schema = new Schema.Parser().parse(entry.schema());
      int known = byId.indexOf(schema);
      if (known < 0) {
        byId.add(schema);
      }
      subjects
          .computeIfAbsent(entry.subject(), s -> new ArrayList<>())
          .add(known < 0 ? byId.size() : known + 1);
    }
  }
}
