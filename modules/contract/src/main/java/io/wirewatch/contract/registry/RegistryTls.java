package io.wirewatch.contract.registry;

import io.wirewatch.contract.InvalidSettingException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * Whom we trust, and who we are, on TLS connections to registries: Kafka's own {@code ssl.*}
 * settings under the prefix {@code schema.registry.}, read by Kafka's own code.
 */
final class RegistryTls {
  private static final String ALL = RegistrySettings.PREFIX + "ssl.*";

  private RegistryTls() {}

  /**
   * The context for these settings; the JDK's own where there are none.
   *
   * @throws InvalidSettingException where a store cannot be read; the message holds no password
   */
  static SSLContext context(Map<String, ?> config) {
    Map<String, Object> settings = new HashMap<>();
    config.forEach(
        (name, value) -> {
          if (name.startsWith(RegistrySettings.PREFIX + "ssl.") && !value.toString().isBlank()) {
            settings.put(name.substring(RegistrySettings.PREFIX.length()), value);
          }
        });
    Object nameCheck =
        config.get(
            RegistrySettings.PREFIX + SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);
    if (nameCheck != null && nameCheck.toString().isBlank()) {
      throw new InvalidSettingException(
          ALL, "certificates with the registry's name: it is checked");
    }
    try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
      factory.configure(new ConfigDef().withClientSslSupport().parse(settings));
      return factory.sslContext();
    } catch (KafkaException unusable) {
      throw new InvalidSettingException(
          ALL, "stores that their passwords open (" + unusable.getMessage() + ")");
    }
  }
}
