package io.wirewatch.contract.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names a server of ours answers to: localhost and loopback addresses, the address that it
 * listens on as the user wrote it, and names that the user allows. One that listens on every
 * address also answers to any address in figures and to names without a dot.
 */
public final class AllowedHosts {
  /* A page in a browser on this machine can make its own name lead here (DNS rebinding), and then read what
   * it is answered. Its name is in Host, and in Origin. Such a name is one that somebody else gave out, so
   * it has a dot; an address in figures cannot be made to lead elsewhere. */

  private static final int MISDIRECTED = 421;
  private static final int FORBIDDEN = 403;
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern FIGURES =
      Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}|\\[[0-9a-f:.]{2,45}]");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_-]{1,63}");

  private final Set<String> names;
  private final InetAddress listening;

  /**
   * Those of a server.
   *
   * @param listening where it listens
   * @param others names that the user allows beside
   */
  public AllowedHosts(InetSocketAddress listening, Collection<String> others) {
    this.names = new HashSet<>(Set.of("localhost"));
    this.names.add(listening.getHostString().toLowerCase(Locale.ROOT));
    others.forEach(name -> this.names.add(name.strip().toLowerCase(Locale.ROOT)));
    this.listening = listening.getAddress();
  }

  /** The status that a request with these headers is refused with; empty where it is for us. */
  public OptionalInt refusal(Map<String, List<String>> headers) {
    List<String> hosts = headers.getOrDefault("Host", List.of());
    if (hosts.size() != 1 || !isOurs(hosts.get(0))) {
      return OptionalInt.of(MISDIRECTED);
    }
    boolean ours = headers.getOrDefault("Origin", List.of()).stream().allMatch(this::isOurOrigin);
    return ours ? OptionalInt.empty() : OptionalInt.of(FORBIDDEN);
  }

  private boolean isOurOrigin(String origin) {
    int scheme = origin.indexOf("://");
    return scheme > 0 && isOurs(origin.substring(scheme + 3));
  }

  private boolean isOurs(String authority) {
    String name = name(authority.strip().toLowerCase(Locale.ROOT));
    if (names.contains(name)) {
      return true;
    }
    boolean everywhere = listening.isAnyLocalAddress();
    return address(name)
        .map(known -> everywhere || known.isLoopbackAddress() || known.equals(listening))
        .orElseGet(() -> everywhere && LABEL.matcher(name).matches());
  }

  /** Without the port, which a container's host may have changed. */
  private static String name(String authority) {
    int end = authority.startsWith("[") ? authority.indexOf(']') + 1 : authority.indexOf(':');
    return end < 0 ? authority : authority.substring(0, end);
  }

  private static Optional<InetAddress> address(String name) {
    try {
      return FIGURES.matcher(name).matches()
          ? Optional.of(InetAddress.getByName(name))
          : Optional.empty();
    } catch (UnknownHostException rubbish) {
      return Optional.empty();
    }
  }
}
