package io.wirewatch.ingest.source;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a YAML file says, with the lines (from 1) in which it says so. Lists are not among it. */
sealed interface Yaml {

  int line();

  /** A value, as text; empty where the file has nothing. */
  record Text(int line, String value) implements Yaml {}

  /** Keys in the file's order. */
  record Mapping(int line, Map<String, Entry> entries) implements Yaml {
    static Mapping empty(int line) {
      return new Mapping(line, new LinkedHashMap<>());
    }
  }

  /** A key's line and value. */
  record Entry(int line, Yaml value) {}
}
