package io.wirewatch.contract.registry;

import io.wirewatch.contract.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be set for schema registries beside their addresses. The names are Confluent's, so that
 * one file of settings serves their clients and ours.
 */
public final class RegistrySettings {
  static final String PREFIX = "schema.registry.";

  /** Whether a writer may register schemas. */
  public static final Setting<String> REGISTER =
      Setting.text(
          "auto.register.schemas",
          "true",
          "true or false",
          "Whether schemas are registered by who first writes with them.");

  /** Where name and password are said. */
  public static final Setting<String> BASIC_SOURCE =
      Setting.text(
          "basic.auth.credentials.source",
          "",
          "USER_INFO or URL",
          "Where name and password are: in `basic.auth.user.info`, or in the addresses.");

  /** Name and password; a secret. */
  public static final Setting<String> BASIC_USER =
      Setting.text("basic.auth.user.info", "", "name:password", "Basic authentication; a secret.");

  /** Where the token is said. */
  public static final Setting<String> BEARER_SOURCE =
      Setting.text(
          "bearer.auth.credentials.source",
          "",
          "STATIC_TOKEN",
          "Where the token is: in `bearer.auth.token`; no other way is known here.");

  /** A token; a secret. */
  public static final Setting<String> BEARER_TOKEN =
      Setting.text(
          "bearer.auth.token",
          "",
          "a token in visible ASCII, and no basic.auth.user.info beside it",
          "Bearer authentication; a secret.");

  private static final List<Setting<?>> TLS =
      List.of(
          tls("truststore.location", "a file", "Certificates that are trusted; else the JDK's."),
          tls("truststore.password", "a password", "Opens that file; a secret."),
          tls("truststore.type", "JKS, PKCS12 or PEM", "What that file is; JKS if not said."),
          tls("keystore.location", "a file", "Our own key and certificate, where one is asked."),
          tls("keystore.password", "a password", "Opens that file; a secret."),
          tls("keystore.type", "JKS, PKCS12 or PEM", "What that file is; JKS if not said."),
          tls("key.password", "a password", "Opens the key in that file; a secret."));

  private RegistrySettings() {}

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return Stream.concat(
            Stream.of(REGISTER, BASIC_SOURCE, BASIC_USER, BEARER_SOURCE, BEARER_TOKEN),
            TLS.stream())
        .toList();
  }

  /** What a client was given; Confluent's client takes these names with and without a prefix. */
  static @Nullable String given(Map<String, ?> config, Setting<String> setting) {
    Object plain = config.get(setting.key());
    Object found = plain == null ? config.get(PREFIX + setting.key()) : plain;
    return found == null || found.toString().isBlank() ? null : found.toString().strip();
  }

  private static Setting<String> tls(String name, String range, String doc) {
    return Setting.text(PREFIX + "ssl." + name, "", range, doc);
  }
}
