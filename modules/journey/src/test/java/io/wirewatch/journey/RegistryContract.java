package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.Alert;
import io.wirewatch.AlertedArticle;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.PublishedRule;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.SeenArticle;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.registry.RegistryRefusedException;
import io.wirewatch.contract.registry.SchemaRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What wirewatch needs of a schema registry, whoever made it; a subclass has one that runs. */
abstract class RegistryContract {
  private static final String RECORD = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[%s]}";
  private static final Schema FIRST = record("{\"name\":\"a\",\"type\":\"string\"}");
  private static final Schema WIDER =
      record(
          "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\",\"default\":1}");
  private static final Schema BROKEN =
      record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"int\"}");

  private String topic = "";
  private SchemaRegistry registry = new SchemaRegistry(config("http://127.0.0.1:1"));

  /** Where the registry's form of Confluent's API begins. */
  abstract String url();

  /** A registry keeps what it has for all tests of a class, so each has subjects of its own. */
  @BeforeEach
  void begin() {
    topic = "test-" + UUID.randomUUID();
    registry = new SchemaRegistry(config(url()));
  }

  @Test
  void ping_answers() {
    assertThatCode(registry::ping).doesNotThrowAnyException();
  }

  static Stream<Schema> records() {
    return Stream.of(
        RawArticle.getClassSchema(),
        EnrichedArticle.getClassSchema(),
        Alert.getClassSchema(),
        AlertedArticle.getClassSchema(),
        Rejection.getClassSchema(),
        SeenArticle.getClassSchema(),
        PublishedRule.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("records")
  void schema_ofOurs_comesBackEqual(Schema ours) {
    int id = registry.id(topic + "-value", ours, true);

    assertThat(new SchemaRegistry(config(url())).schema(id)).isEqualTo(asOthersSeeIt(ours));
  }

  @Test
  void schema_registeredByTwoClients_hasOneId() {
    int id = registry.id(topic + "-value", FIRST, true);

    assertThat(new SchemaRegistry(config(url())).id(topic + "-value", FIRST, true)).isEqualTo(id);
    assertThat(new SchemaRegistry(config(url())).id(topic + "-value", FIRST, false)).isEqualTo(id);
  }

  @Test
  void schema_notRegistered_isRefusedAsUnknown() {
    assertThatThrownBy(() -> registry.id(topic + "-value", FIRST, false))
        .isInstanceOfSatisfying(
            RegistryRefusedException.class, thrown -> assertThat(thrown.status()).isEqualTo(404));
  }

  @Test
  void id_unknown_isRefusedAsUnknown() {
    assertThatThrownBy(() -> registry.schema(999_999))
        .isInstanceOfSatisfying(
            RegistryRefusedException.class, thrown -> assertThat(thrown.status()).isEqualTo(404));
  }

  @Test
  void schema_thatReadsTheOldOnes_isTaken() throws Exception {
    registry.id(topic + "-value", FIRST, true);
    compatible(topic + "-value");

    assertThat(registry.schema(registry.id(topic + "-value", WIDER, true))).isEqualTo(WIDER);
  }

  @Test
  void schema_thatCannotReadTheOldOnes_isRefused() throws Exception {
    registry.id(topic + "-value", FIRST, true);
    compatible(topic + "-value");

    assertThatThrownBy(() -> registry.id(topic + "-value", BROKEN, true))
        .isInstanceOfSatisfying(
            RegistryRefusedException.class, thrown -> assertThat(thrown.status()).isEqualTo(409));
  }

  @ParameterizedTest
  @MethodSource("io.wirewatch.journey.WrittenArticles#inEveryLanguage")
  void article_written_isReadByUsAndByAStranger(RawArticle article) {
    Serde<RawArticle> serde = serde(url());

    byte[] bytes = serde.serializer().serialize(topic, article);
    assertThat(serde(url()).deserializer().deserialize(topic, bytes)).isEqualTo(article);
    assertThat(new PlainReader("nowhere:1", url()).decode(bytes).get("body"))
        .hasToString(article.getBody());
  }

  @Test
  void article_firstOfTwoRegistriesGone_isWrittenAndRead() {
    RawArticle article = WrittenArticles.inEveryLanguage().findFirst().orElseThrow();
    Serde<RawArticle> serde = serde("http://127.0.0.1:1," + url());

    byte[] bytes = serde.serializer().serialize(topic, article);
    assertThat(serde.deserializer().deserialize(topic, bytes)).isEqualTo(article);
  }

  private static Serde<RawArticle> serde(String url) {
    return new RecordSerdes(Settings.of(Map.of(), Map.of(), Map.of("schema.registry.url", url)))
        .of(RawArticle.class);
  }

  private static Map<String, ?> config(String url) {
    return Map.of("schema.registry.url", url);
  }

  private static Schema record(String fields) {
    return new Schema.Parser().parse(RECORD.formatted(fields));
  }

  private static Schema asOthersSeeIt(Schema ours) {
    return new Schema.Parser()
        .parse(
            ours.toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\""));
  }

  /** As an operator would say it; registries do not agree on what holds where nobody says. */
  private void compatible(String subject) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/config/" + subject))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"BACKWARD_TRANSITIVE\"}"))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }
}
