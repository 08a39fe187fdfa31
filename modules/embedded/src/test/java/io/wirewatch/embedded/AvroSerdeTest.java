package io.wirewatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.SeenArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.WireFormat;
import io.wirewatch.contract.registry.RegistryUnavailableException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our serdes against a registry that answers over HTTP. */
final class AvroSerdeTest {
  private static final String TOPIC = "news.articles.raw";

  @TempDir Path directory;
  private EmbeddedRegistry registry;
  private Serde<RawArticle> articles;

  @BeforeEach
  void start() {
    registry = EmbeddedRegistry.start(directory, 0);
    articles = serdes(registry.url()).of(RawArticle.class);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void article_writtenAndRead_isTheSame() {
    RawArticle article = anArticle();

    assertThat(articles.deserializer().deserialize(TOPIC, written(article))).isEqualTo(article);
  }

  @Test
  void article_written_beginsWithMagicByteAndSchemaId() {
    byte[] bytes = written(anArticle());

    assertThat(bytes[0]).isZero();
    assertThat(WireFormat.schemaId(bytes)).isEqualTo(1);
  }

  @Test
  void schema_registered_doesNotSayHowJavaHoldsStrings() throws Exception {
    written(anArticle());

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry.url() + "/schemas/ids/1")).build();
    String answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    assertThat(answer).contains("RawArticle").doesNotContain("avro.java.string");
  }

  @Test
  void read_otherRecordThanTheTopics_isSerializationError() {
    byte[] bytes =
        serdes(registry.url())
            .of(SeenArticle.class)
            .serializer()
            .serialize(TOPIC + "-other", new SeenArticle("text", 1));

    assertThatThrownBy(() -> articles.deserializer().deserialize(TOPIC, bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("SeenArticle");
  }

  @Test
  void read_unknownSchemaId_isSerializationError() {
    byte[] bytes = written(anArticle());
    bytes[4] = 99;

    assertThatThrownBy(() -> articles.deserializer().deserialize(TOPIC, bytes))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void read_registryGone_isNotTheRecordsFault() {
    byte[] bytes = written(anArticle());
    Serde<RawArticle> fresh = serdes(registry.url()).of(RawArticle.class);
    registry.close();

    assertThatThrownBy(() -> fresh.deserializer().deserialize(TOPIC, bytes))
        .isInstanceOf(RegistryUnavailableException.class)
        .isNotInstanceOf(SerializationException.class);
  }

  @Test
  void read_firstRegistryGone_asksTheSecond() {
    byte[] bytes = written(anArticle());
    Serde<RawArticle> both = serdes("http://127.0.0.1:1," + registry.url()).of(RawArticle.class);

    assertThat(both.deserializer().deserialize(TOPIC, bytes)).isEqualTo(anArticle());
  }

  @Test
  void read_damagedBytes_isSerializationErrorOrSomeArticle() {
    byte[] whole = written(anArticle());
    long seed = 20251123;
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = Arrays.copyOf(whole, 5 + random.nextInt(whole.length - 5));
      for (int hit = 0; hit < 3 && damaged.length > 5; hit++) {
        damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
      }
      try {
        articles.deserializer().deserialize(TOPIC, damaged);
      } catch (SerializationException expected) {
        assertThat(expected).as("seed %d", seed).hasMessageContaining("do not fit");
      }
    }
  }

  private byte[] written(RawArticle article) {
    return articles.serializer().serialize(TOPIC, article);
  }

  private static RecordSerdes serdes(String urls) {
    return new RecordSerdes(Settings.of(Map.of(), Map.of(), Map.of("schema.registry.url", urls)));
  }

  private static RawArticle anArticle() {
    return RawArticle.newBuilder()
        .setId("00112233445566778899aabbccddeeff")
        .setSource("Rafidain Wire")
        .setHeadline("جسر جديد في البصرة")
        .setBody("A bridge was opened.")
        .setPublishedAt(Instant.parse("2025-08-18T06:00:00Z"))
        .setPublishedPrecision(Precision.HOUR)
        .setObservedAt(Instant.parse("2025-08-18T08:00:00Z"))
        .setFeed("page:test")
        .build();
  }
}
