package io.wirewatch.contract.registry;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.InvalidSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registries, under Confluent's configuration names.
 *
 * @param addresses in the order in which they were given; never empty
 * @param tls for those that begin with {@code https}
 */
record RegistryConfig(List<Address> addresses, SSLContext tls) {

  /**
   * One registry.
   *
   * @param url without a slash at its end, and without name and password
   * @param authorization the value of the header of that name; a secret
   */
  record Address(String url, @Nullable String authorization) {
    @Override
    public String toString() {
      return url;
    }
  }

  /**
   * What a client was given.
   *
   * @throws InvalidSettingException where something is missing or not legal; the message holds no
   *     value
   */
  static RegistryConfig of(Map<String, ?> config) {
    Object given = config.get(Cluster.REGISTRY_URL.key());
    String joined =
        given instanceof List<?> list
            ? list.stream().map(Object::toString).collect(Collectors.joining(","))
            : String.valueOf(given == null ? "" : given);
    Credentials credentials = Credentials.of(config);
    List<Address> addresses =
        Arrays.stream(joined.split(","))
            .map(String::strip)
            .filter(url -> !url.isEmpty())
            .map(url -> address(url, credentials))
            .toList();
    if (addresses.isEmpty()) {
      throw notAnAddress();
    }
    return new RegistryConfig(addresses, RegistryTls.context(config));
  }

  /** The addresses as text, without secrets. */
  String told() {
    return addresses.stream().map(Address::toString).collect(Collectors.joining(", "));
  }

  private static Address address(String url, Credentials credentials) {
    try {
      URI uri = new URI(url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (!web || uri.getHost() == null || uri.getQuery() != null) {
        throw notAnAddress();
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String path = uri.getRawPath().replaceAll("/+$", "");
      return new Address(
          uri.getScheme() + "://" + uri.getHost() + port + path, credentials.header(uri));
    } catch (URISyntaxException broken) {
      // Its message holds the whole address, and that may hold a password.
      throw notAnAddress();
    }
  }

  private static InvalidSettingException notAnAddress() {
    return new InvalidSettingException(Cluster.REGISTRY_URL.key(), Cluster.REGISTRY_URL.range());
  }
}
