package io.wirewatch.annotate.build;

import io.wirewatch.annotate.Meaning.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Armed groups, forces and offices as actors.yaml has them. */
final class Actors {
  /** One of them; names by language. */
  record Actor(String id, Kind kind, @Nullable String country, Map<String, List<String>> names) {}

  private static final Pattern ID = Pattern.compile("(group|force|office|party|org):[a-z0-9-]+");

  private Actors() {}

  /**
   * Reads the list.
   *
   * @throws IOException when an entry has another shape than id, type, country and names; with the
   *     entry's id
   */
  static List<Actor> read(Path file) throws IOException {
    List<Actor> actors = new ArrayList<>();
    LoadSettings settings = LoadSettings.builder().setLabel(file.getFileName().toString()).build();
    try (InputStream in = Files.newInputStream(file)) {
      if (!(new Load(settings).loadFromInputStream(in) instanceof List<?> entries))
        throw new IOException(file + ": no list");
      for (Object entry : entries) {
        if (!(entry instanceof Map<?, ?> fields))
          throw new IOException(file + ": not a map: " + entry);
        actors.add(actor(fields));
      }
    }
    return actors;
  }

  private static Actor actor(Map<?, ?> fields) throws IOException {
    String id = text(fields, "id");
    if (!ID.matcher(id).matches()) throw new IOException("actors.yaml: id of another form: " + id);
    Kind kind =
        switch (text(fields, "type")) {
          case "GROUP" -> Kind.GROUP;
          case "ORGANIZATION" -> Kind.ORGANIZATION;
          default ->
              throw new IOException(
                  "actors.yaml: type of " + id + " is neither GROUP nor ORGANIZATION");
        };
    if (!(fields.get("names") instanceof Map<?, ?> byLanguage))
      throw new IOException("actors.yaml: no names of " + id);
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Map.Entry<?, ?> language : byLanguage.entrySet()) {
      if (!(language.getValue() instanceof List<?> list))
        throw new IOException("actors.yaml: names of " + id + " are no list");
      names.put(String.valueOf(language.getKey()), list.stream().map(String::valueOf).toList());
    }
    Object country = fields.get("country");
    return new Actor(id, kind, country == null ? null : country.toString(), names);
  }

  private static String text(Map<?, ?> fields, String key) throws IOException {
    if (fields.get(key) instanceof String text) return text;
    throw new IOException("actors.yaml: no " + key + " in " + fields);
  }
}
