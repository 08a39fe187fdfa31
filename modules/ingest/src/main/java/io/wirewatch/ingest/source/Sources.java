package io.wirewatch.ingest.source;

import io.wirewatch.ingest.websub.WebSubConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that a file of sources says.
 *
 * @param contact who publishers can write to: a mail or web address
 * @param hostsAtOnce at how many hosts requests may run at the same time
 * @param hostPause how long a host is left alone after a request
 * @param callback where hubs reach us and where we listen for them; empty for no subscriptions
 * @param all the sources, in the file's order
 */
public record Sources(
    Optional<String> contact,
    int hostsAtOnce,
    Duration hostPause,
    Optional<WebSubConfig> callback,
    List<Source> all) {

  /** Sources in any number. */
  public Sources {
    all = List.copyOf(all);
  }

  /** How requests name themselves: {@code wirewatch/0.1 (+contact)}. */
  public String userAgent(String product) {
    return contact.map(who -> product + " (+" + who + ")").orElse(product);
  }

  /** Hosts of the proxies; who writes them into the file wants them asked, wherever they are. */
  public Set<String> proxyHosts() {
    return all.stream()
        .flatMap(source -> Optional.ofNullable(source.access().proxy()).stream())
        .map(URI::getHost)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a host is this machine, by its name alone. */
  static boolean isLoopback(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("[::1]")
        || name.matches("127(\\.\\d{1,3}){3}");
  }
}
