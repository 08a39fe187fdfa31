package io.wirewatch.benchmarks.copies;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Headline and body. */
record Text(String headline, String body) {

  /** Those of JSON lines. */
  static List<Text> read(Path jsonl) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(jsonl)) {
      JsonNode article = mapper.readTree(line);
      texts.add(new Text(article.path("headline").asText(), article.path("body").asText()));
    }
    return texts;
  }
}
