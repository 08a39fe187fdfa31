package io.wirewatch.annotate.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.annotate.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Marked articles as JSON lines: {@code {"id","body","entities":[{"type","start","end"}]}}. A file
 * without any nationality does not mark them.
 */
final class CorpusFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CorpusFile() {}

  /** Its articles, in their order. */
  static List<MarkedText> read(Path file) throws IOException {
    List<MarkedText> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        JsonNode article = JSON.readTree(line);
        List<Mark> marks = new ArrayList<>();
        for (JsonNode entity : article.path("entities")) {
          EntityType type = EntityType.valueOf(entity.path("type").asText());
          marks.add(new Mark(entity.path("start").asInt(), entity.path("end").asInt(), type));
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        texts.add(
            new MarkedText(
                article.path("id").asText(), article.path("body").asText(), marks, false));
      }
    }
    return hasNationalities(texts)
        ? texts.stream().map(t -> new MarkedText(t.name(), t.text(), t.marks(), true)).toList()
        : texts;
  }

  private static boolean hasNationalities(List<MarkedText> texts) {
    return texts.stream()
        .flatMap(text -> text.marks().stream())
        .anyMatch(mark -> mark.type() == EntityType.NATIONALITY);
  }
}
