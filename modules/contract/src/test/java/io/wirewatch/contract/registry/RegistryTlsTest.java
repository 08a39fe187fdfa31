package io.wirewatch.contract.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.contract.InvalidSettingException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registries behind TLS, with certificates that nobody else trusts. */
final class RegistryTlsTest {
  private static final String STRING = Schema.create(Schema.Type.STRING).toString();

  @TempDir private static Path directory;
  private static Certificates certificates;
  private static Path key;
  private static Path trust;
  private FakeRegistry registry;

  @BeforeAll
  static void certify() {
    certificates = new Certificates(directory);
    key = certificates.key("registry", "localhost");
    trust = certificates.trustIn("registry");
  }

  @BeforeEach
  void start() throws Exception {
    registry = FakeRegistry.secured(certificates.server(key, trust), false);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void registry_itsCertificateTrusted_answers() {
    assertThat(asked("localhost", registry, trusting(trust))).isEqualTo(STRING);
  }

  @Test
  void registry_itsCertificateNotTrusted_isNotAsked() {
    assertThatThrownBy(() -> asked("localhost", registry, Map.of()))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("SSLHandshakeException");
    assertThat(registry.asked()).isEmpty();
  }

  @Test
  void registry_ofAnotherName_isNotAsked() {
    assertThatThrownBy(() -> asked("127.0.0.1", registry, trusting(trust)))
        .isInstanceOf(RegistryUnavailableException.class);
    assertThat(registry.asked()).isEmpty();
  }

  @Test
  void registry_wantsOurCertificate_getsIt() throws Exception {
    Path ours = certificates.key("wirewatch", "client");
    Path trustInUs = certificates.trustIn("wirewatch");
    try (FakeRegistry mutual = FakeRegistry.secured(certificates.server(key, trustInUs), true)) {
      Map<String, Object> config = trusting(trust);
      config.put("schema.registry.ssl.keystore.location", ours.toString());
      config.put("schema.registry.ssl.keystore.password", Certificates.PASSWORD);
      config.put("schema.registry.ssl.keystore.type", "PKCS12");

      assertThat(asked("localhost", mutual, config)).isEqualTo(STRING);
      assertThatThrownBy(() -> asked("localhost", mutual, trusting(trust)))
          .isInstanceOf(RegistryUnavailableException.class);
    }
  }

  @Test
  void nameCheck_switchedOff_isRefused() {
    Map<String, Object> config = trusting(trust);
    config.put("schema.registry.ssl.endpoint.identification.algorithm", "");

    assertThatThrownBy(() -> asked("localhost", registry, config))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void trustStore_wrongPassword_isSaidWithoutIt() {
    Map<String, Object> config = trusting(trust);
    config.put("schema.registry.ssl.truststore.password", "not-this-secret");

    assertThatThrownBy(() -> asked("localhost", registry, config))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(trust.toString())
        .satisfies(RegistryClientTest.tellsNothingOf("not-this-secret"));
  }

  private static String asked(String host, FakeRegistry registry, Map<String, Object> settings) {
    Map<String, Object> config = new HashMap<>(settings);
    config.put("schema.registry.url", "https://" + host + ":" + registry.port());
    return new SchemaRegistry(config).schema(1).toString();
  }

  private static Map<String, Object> trusting(Path store) {
    Map<String, Object> config = new HashMap<>();
    config.put("schema.registry.ssl.truststore.location", store.toString());
    config.put("schema.registry.ssl.truststore.password", Certificates.PASSWORD);
    config.put("schema.registry.ssl.truststore.type", "PKCS12");
    return config;
  }
}
