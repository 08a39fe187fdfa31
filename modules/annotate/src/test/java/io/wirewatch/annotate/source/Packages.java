package io.wirewatch.annotate.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The unpacked packages: each in a folder that begins with its name. JSON is read as the YAML that
 * it also is.
 */
record Packages(Path folder) {
  Path file(String name, String path) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      Path found =
          folders
              .filter(Files::isDirectory)
              .filter(
                  f ->
                      f.getFileName().toString().startsWith(name + "-")
                          || f.getFileName().toString().equals(name))
              .findFirst()
              .orElseThrow(() -> new IOException("no package " + name + " in " + folder));
      return found.resolve("package").resolve(path);
    }
  }

  /** The map that the keys lead to. */
  @SuppressWarnings("unchecked") // a JSON object of strings, by the packages' own schema
  Map<String, String> strings(String name, String path, String... keys) throws IOException {
    Object value = json(file(name, path));
    for (String key : keys) value = ((Map<String, Object>) value).get(key);
    return (Map<String, String>) value;
  }

  @SuppressWarnings("unchecked") // a JSON array of objects of strings
  List<Map<String, String>> objects(String name, String path) throws IOException {
    return (List<Map<String, String>>) json(file(name, path));
  }

  private static Object json(Path file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    try (InputStream in = Files.newInputStream(file)) {
      return new Load(settings).loadFromInputStream(in);
    }
  }
}
