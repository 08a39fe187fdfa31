package io.wirewatch.contract.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.contract.InvalidSettingException;
import io.wirewatch.contract.registry.FakeRegistry.Asked;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the client of registries authenticates, moves on to the next address, and keeps secrets. */
final class RegistryClientTest {
  private static final String SECRET = "s3cr3t-of-the-desk";

  private FakeRegistry first;
  private FakeRegistry second;

  @BeforeEach
  void start() throws Exception {
    first = FakeRegistry.plain();
    second = FakeRegistry.plain();
  }

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void userInfo_set_isSentAsBasicAuthentication() {
    client(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "ann:pw"))
        .schema(1);

    assertThat(authorizations(first)).containsExactly("Basic " + base64("ann:pw"));
  }

  @Test
  void userInfo_withConfluentsPrefix_isTheSame() {
    client(Map.of("schema.registry.basic.auth.user.info", "ann:pw")).schema(1);

    assertThat(authorizations(first)).containsExactly("Basic " + base64("ann:pw"));
  }

  @Test
  void password_inTheAddress_isSentAndNotPartOfIt() {
    new SchemaRegistry(Map.of("schema.registry.url", withPassword(first))).schema(1);

    assertThat(first.asked())
        .containsExactly(new Asked("/schemas/ids/1", "Basic " + base64("ann:" + SECRET)));
  }

  @Test
  void token_set_isSentAsBearer() {
    client(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", SECRET))
        .schema(1);

    assertThat(authorizations(first)).containsExactly("Bearer " + SECRET);
  }

  @Test
  void nothing_set_sendsNoAuthorization() {
    client(Map.of()).schema(1);

    assertThat(first.asked()).containsExactly(new Asked("/schemas/ids/1", null));
  }

  @ParameterizedTest
  @CsvSource({
    "bearer.auth.token, two words",
    "bearer.auth.credentials.source, OAUTHBEARER",
    "basic.auth.credentials.source, SASL_INHERIT",
    "basic.auth.user.info, no-colon"
  })
  void setting_notLegal_isNamedAndItsValueIsNot(String key, String value) {
    assertThatThrownBy(() -> client(Map.of(key, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(key)
        .satisfies(tellsNothingOf(value));
  }

  @Test
  void userInfo_saidToBeThereAndIsNot_isAskedFor() {
    assertThatThrownBy(() -> client(Map.of("basic.auth.credentials.source", "USER_INFO")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("basic.auth.user.info");
  }

  @Test
  void token_withALineFeed_isRefusedBeforeItCouldForgeAHeader() {
    assertThatThrownBy(() -> client(Map.of("bearer.auth.token", SECRET + "\r\nX-Evil: 1")))
        .isInstanceOf(InvalidSettingException.class)
        .satisfies(tellsNothingOf(SECRET));
  }

  @Test
  void tokenAndUserInfo_bothSet_areRefused() {
    assertThatThrownBy(
            () -> client(Map.of("bearer.auth.token", SECRET, "basic.auth.user.info", "ann:pw")))
        .isInstanceOf(InvalidSettingException.class)
        .satisfies(tellsNothingOf(SECRET));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " , ", "localhost:8081", "ftp://a", "http://ann:a b@host", "http://"})
  void address_notOne_isRefusedWithoutShowingIt(String url) {
    assertThatThrownBy(() -> new SchemaRegistry(Map.of("schema.registry.url", url)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("schema.registry.url")
        .satisfies(tellsNothingOf("ann"));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void registry_refusesUs_isNotTheRecordsFault(int status) {
    first.answering(status, "{\"error_code\":" + status + "}");

    assertThatThrownBy(() -> client(Map.of("bearer.auth.token", SECRET)).schema(1))
        .isInstanceOf(RegistryAccessException.class)
        .isNotInstanceOf(SerializationException.class)
        .hasMessageContaining("basic.auth.user.info")
        .satisfies(tellsNothingOf(SECRET));
    assertThat(first.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "500, {}",
    "503, {}",
    "429, {}",
    "408, {}",
    "200, <html>",
    "200, {}",
    "200, '{\"schema\":7}'",
    "404, <html>",
    "404, {}",
    "302, <a>",
    "302, {}"
  })
  void first_doesNotAnswerAsARegistry_secondIsAsked(int status, String body) {
    first.answering(status, body);

    assertThat(both().schema(1).toString()).isEqualTo("\"string\"");
    assertThat(first.asked()).hasSize(1);
  }

  @Test
  void first_gone_secondIsAskedFirstFromThenOn() {
    first.answering(500, "{}");
    SchemaRegistry registry = both();
    registry.schema(1);
    registry.schema(2);

    assertThat(first.asked()).hasSize(1);
    assertThat(second.asked())
        .extracting(Asked::path)
        .containsExactly("/schemas/ids/1", "/schemas/ids/2");
  }

  @Test
  void second_goneLater_firstIsAskedAgain() {
    first.answering(500, "{}");
    SchemaRegistry registry = both();
    registry.schema(1);
    first.answering(200, FakeRegistry.SCHEMA);
    second.close();

    assertThat(registry.schema(2).toString()).isEqualTo("\"string\"");
  }

  @Test
  void answer_ofAnotherError_isFinal() {
    first.answering(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");

    assertThatThrownBy(() -> both().schema(1))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("Schema not found");
    assertThat(second.asked()).isEmpty();
  }

  @Test
  void answer_overTheBound_isNoAnswer() {
    first.answering(200, "[" + "1,".repeat(3 << 20) + "1]");

    assertThat(both().schema(1).toString()).isEqualTo("\"string\"");
  }

  @Test
  void all_gone_isSaidWithoutTheirPasswords() {
    first.answering(503, "{}");
    second.close();
    String urls = withPassword(first) + "," + withPassword(second);

    assertThatThrownBy(() -> new SchemaRegistry(Map.of("schema.registry.url", urls)).schema(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(first.url())
        .hasMessageContaining(second.url())
        .satisfies(tellsNothingOf(SECRET), tellsNothingOf(base64("ann:" + SECRET)));
  }

  /** Neither its messages nor those of its causes hold the secret. */
  static ThrowingConsumer<Throwable> tellsNothingOf(String secret) {
    return thrown -> assertThat(told(thrown)).doesNotContain(secret);
  }

  private static String told(Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private SchemaRegistry client(Map<String, Object> settings) {
    Map<String, Object> config = new HashMap<>(settings);
    config.put("schema.registry.url", first.url() + "/");
    return new SchemaRegistry(config);
  }

  private SchemaRegistry both() {
    return new SchemaRegistry(Map.of("schema.registry.url", List.of(first.url(), second.url())));
  }

  private static List<String> authorizations(FakeRegistry registry) {
    return registry.asked().stream().map(Asked::authorization).toList();
  }

  private static String withPassword(FakeRegistry registry) {
    return registry.url().replace("http://", "http://ann:" + SECRET + "@");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
