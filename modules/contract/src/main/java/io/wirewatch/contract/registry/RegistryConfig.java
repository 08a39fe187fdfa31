package io.wirewatch.contract.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registry, under Confluent's configuration names.
 *
 * @param urls in the order in which they are asked; never empty
 * @param authorization the value of the header of that name; a secret
 */
record RegistryConfig(List<String> urls, @Nullable String authorization) {

  static RegistryConfig of(Map<String, ?> config) {
    Object urls = config.get("schema.registry.url");
    if (urls == null || urls.toString().isBlank()) {
      throw new IllegalArgumentException(
          "schema.registry.url is not set: give the registry's address");
    }
    String joined =
        urls instanceof List<?> list
            ? String.join(",", list.stream().map(Object::toString).toList())
            : urls.toString();
    List<String> addresses =
        Arrays.stream(joined.split(","))
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
            .toList();
    return new RegistryConfig(addresses, authorization(config));
  }

  private static @Nullable String authorization(Map<String, ?> config) {
    String user = setting(config, "basic.auth.user.info");
    String source =
        Objects.requireNonNullElse(setting(config, "basic.auth.credentials.source"), "USER_INFO");
    if (user != null && source.equals("USER_INFO")) {
      return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }
    String token = setting(config, "bearer.auth.token");
    return token == null ? null : "Bearer " + token;
  }

  /** Confluent's client takes these names with and without its prefix. */
  private static @Nullable String setting(Map<String, ?> config, String name) {
    Object value = config.get(name);
    Object prefixed = config.get("schema.registry." + name);
    Object found = value == null ? prefixed : value;
    return found == null ? null : found.toString();
  }

  @Override
  public String toString() {
    return "RegistryConfig[urls=" + urls + "]";
  }
}
