package io.wirewatch.dashboard.door;

import io.wirewatch.dashboard.web.Visitor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which other ends of a connection are believed about who is behind them. */
final class Proxies {
  private static final Pattern FIGURES =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,40}");

  private final Set<InetAddress> trusted = new HashSet<>();

  /**
   * Those of a list.
   *
   * @param addresses in figures, parted by commas
   * @throws UnusableDoorException where one is no address
   */
  Proxies(String addresses) {
    for (String address : addresses.split(",", -1)) {
      if (!address.isBlank()) {
        trusted.add(
            address(address.strip())
                .orElseThrow(
                    () ->
                        new UnusableDoorException(
                            "dashboard.proxy.from takes addresses in figures, parted by commas, such as 127.0.0.1,::1")));
      }
    }
  }

  /** An address in figures; no name is looked up. */
  private static Optional<InetAddress> address(String figures) {
    try {
      return FIGURES.matcher(figures).matches()
          ? Optional.of(InetAddress.getByName(figures))
          : Optional.empty();
    } catch (UnknownHostException rubbish) {
      return Optional.empty();
    }
  }

  /** Whether what comes from there is believed. */
  boolean isTrusted(Visitor visitor) {
    return trusted.contains(visitor.from());
  }

  /** Whether a proxy that is believed was spoken to over https. */
  boolean isSecure(Visitor visitor) {
    return isTrusted(visitor)
        && visitor.header("X-Forwarded-Proto").orElse("").strip().equalsIgnoreCase("https");
  }

  /** From where the visitor comes; behind a proxy that is believed, what it says. */
  InetAddress origin(Visitor visitor) {
    // The last is what the nearest proxy has seen itself; those before are anybody's words.
    String seen = visitor.header("X-Forwarded-For").orElse("");
    String last = seen.substring(seen.lastIndexOf(',') + 1).strip();
    return isTrusted(visitor) ? address(last).orElse(visitor.from()) : visitor.from();
  }
}
