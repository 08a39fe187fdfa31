package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Entity;
import io.wirewatch.EntityType;
import io.wirewatch.Field;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.embedded.EmbeddedRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Confluent's own JavaScript client, on our registry, with our records; {@code -Pregistries}. */
@Tag("registries")
final class ConfluentJavaScriptIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCRIPT = Path.of("target/javascript/articles.js").toAbsolutePath();
  private static final String TOPIC = "news.articles.raw";

  @TempDir Path directory;
  private EmbeddedRegistry registry;
  private RecordSerdes serdes;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
    serdes =
        new RecordSerdes(
            Settings.of(Map.of(), Map.of(), Map.of("schema.registry.url", registry.url())));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @ParameterizedTest
  @MethodSource("io.wirewatch.journey.WrittenArticles#inEveryLanguage")
  void article_weWrote_isReadThereWithItsOffsets(RawArticle article) throws Exception {
    String body = article.getBody();
    int truck = body.indexOf("🚚");
    Entity entity =
        new Entity(Field.BODY, truck, truck + 2, "🚚", EntityType.GROUP, null, 1.0, null);
    EnrichedArticle enriched =
        new EnrichedArticle(article, 2, "ar", List.of(entity), List.of(), null, null);

    byte[] bytes = serdes.of(EnrichedArticle.class).serializer().serialize(TOPIC, enriched);
    JsonNode read = script("read", line().put("base64", Base64.getEncoder().encodeToString(bytes)));

    assertThat(read.path("article").path("body").asText()).isEqualTo(body);
    assertThat(read.path("article").path("publishedPrecision").asText()).isEqualTo("HOUR");
    assertThat(read.path("article").path("observedAt").asLong())
        .isEqualTo(article.getObservedAt().toEpochMilli());
    JsonNode found = read.path("entities").path(0);
    assertThat(body.substring(found.path("start").asInt(), found.path("end").asInt()))
        .isEqualTo(found.path("text").asText());
  }

  @ParameterizedTest
  @MethodSource("io.wirewatch.journey.WrittenArticles#inEveryLanguage")
  void article_writtenThere_isReadByUs(RawArticle article) throws Exception {
    // Registers the schema, and is what the answer must equal.
    byte[] ours = serdes.of(RawArticle.class).serializer().serialize(TOPIC, article);
    ObjectNode record = (ObjectNode) JSON.readTree(article.toString());
    record.put("publishedAt", article.getPublishedAt().toEpochMilli());
    record.put("observedAt", article.getObservedAt().toEpochMilli());

    byte[] theirs =
        Base64.getDecoder().decode(script("write", line().set("record", record)).asText());

    assertThat(serdes.of(RawArticle.class).deserializer().deserialize(TOPIC, theirs))
        .isEqualTo(article);
    assertThat(theirs).isEqualTo(ours);
  }

  private static ObjectNode line() {
    return JSON.createObjectNode().put("topic", TOPIC);
  }

  private JsonNode script(String what, JsonNode line) throws IOException, InterruptedException {
    Path input = Files.writeString(directory.resolve("in"), line + "\n", StandardCharsets.UTF_8);
    Process node =
        new ProcessBuilder("node", SCRIPT.toString(), what, registry.url())
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("out").toFile())
            .start();
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String answer = Files.readString(directory.resolve("out"));
    assertThat(node.exitValue()).as(answer).isZero();
    return JSON.readTree(answer);
  }
}
