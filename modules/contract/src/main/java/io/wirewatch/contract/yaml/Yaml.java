package io.wirewatch.contract.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a YAML file says, with the lines (from 1) in which it says so. */
public sealed interface Yaml {

  int line();

  /** A value, as text; empty where the file has nothing. */
  record Text(int line, String value) implements Yaml {}

  /** Keys in the file's order. */
  record Mapping(int line, Map<String, Entry> entries) implements Yaml {

    /** One without keys. */
    public static Mapping empty(int line) {
      return new Mapping(line, new LinkedHashMap<>());
    }
  }

  /** Values in the file's order. */
  record Items(int line, List<Yaml> values) implements Yaml {
    static Items empty(int line) {
      return new Items(line, new ArrayList<>());
    }
  }

  /** A key's line and value. */
  record Entry(int line, Yaml value) {}
}
