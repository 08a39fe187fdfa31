package io.wirewatch.dashboard.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of who asks before anything is asked.
 *
 * @param from the other end of the connection; a proxy, where there is one
 * @param headers by their names, as the JDK's server writes them: {@code X-Csrf-Token}
 */
public record Visitor(InetAddress from, Map<String, List<String>> headers) {

  /** The value of a header; empty where it is not there, or more than once. */
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(canonical(name), List.of());
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** Whether a header is there, once or more. */
  public boolean has(String name) {
    return headers.containsKey(canonical(name));
  }

  /** The value of a cookie; empty where it is not there. */
  public Optional<String> cookie(String name) {
    return headers.getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> List.of(line.split(";", -1)).stream())
        .map(String::strip)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .findFirst();
  }

  /** A header's name as the JDK's server writes it: the first letter a capital, no other. */
  private static String canonical(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT)
        + name.substring(1).toLowerCase(Locale.ROOT);
  }
}
