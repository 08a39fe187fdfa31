package io.wirewatch.embedded;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a schema catalogue, a JSON line each, in a file that only grows. */
final class CatalogueLog {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  /** A schema registered, or a level set, for a subject. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(String subject, @Nullable String schema, @Nullable String level) {
    static Entry schema(String subject, String schema) {
      return new Entry(subject, schema, null);
    }

    static Entry level(String subject, String level) {
      return new Entry(subject, null, level);
    }
  }

  CatalogueLog(Path file) {
    this.file = file;
  }

  /**
   * Everything so far, oldest first. A last line that a crash cut off is taken away: nobody was
   * told of it.
   */
  List<Entry> entries() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = Files.readString(file);
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      if (whole.length() < text.length()) {
        Files.writeString(file, whole);
      }
      return whole.lines().map(this::read).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void append(Entry entry) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          JSON.writeValueAsString(entry) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Entry read(String line) {
    try {
      return JSON.readValue(line, Entry.class);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("damaged schema log " + file, broken);
    }
  }
}
