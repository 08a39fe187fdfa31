package io.wirewatch.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An article with what people marked in it. What a set does not mark is empty.
 *
 * @param text as the annotator takes it
 * @param names marked in the body
 * @param places marked in the body; those without coordinates too
 * @param countries ISO 3166-1 codes of the whole article
 * @param admin1 ISO 3166-2 codes of the whole article
 */
public record MarkedArticle(
    ArticleText text,
    List<Span> names,
    List<Span> places,
    Set<String> countries,
    Set<String> admin1) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads JSON lines; of articles with the same id the last one counts. */
  public static List<MarkedArticle> read(Path jsonl) throws IOException {
    Map<String, MarkedArticle> byId = new LinkedHashMap<>();
    for (String line : Files.readAllLines(jsonl)) {
      if (!line.isBlank()) {
        JsonNode article = JSON.readTree(line);
        byId.put(article.path("id").asText(), of(article));
      }
    }
    return List.copyOf(byId.values());
  }

  private static MarkedArticle of(JsonNode article) {
    List<Span> names = new ArrayList<>();
    for (JsonNode name : article.path("entities")) {
      EntityType type = EntityType.valueOf(name.path("type").asText());
      names.add(Span.of(name.path("start").asInt(), name.path("end").asInt(), type));
    }
    List<Span> places = new ArrayList<>();
    for (JsonNode place : article.path("toponyms")) {
      places.add(
          new Span(
              place.path("start").asInt(),
              place.path("end").asInt(),
              EntityType.LOCATION,
              place.path("lat").isNumber()
                  ? new Point(place.path("lat").asDouble(), place.path("lon").asDouble())
                  : null));
    }
    ArticleText text =
        new ArticleText(
            article.path("headline").asText(),
            article.path("body").asText(),
            given(article, "dateline"),
            given(article, "language"),
            given(article, "source"));
    return new MarkedArticle(
        text, names, places, codes(article.path("countries")), codes(article.path("admin1")));
  }

  private static @Nullable String given(JsonNode article, String field) {
    return article.hasNonNull(field) ? article.path(field).asText() : null;
  }

  private static Set<String> codes(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
