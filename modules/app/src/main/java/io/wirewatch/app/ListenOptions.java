package io.wirewatch.app;

import java.net.InetSocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server listens, and by which names it may be called. */
final class ListenOptions {
  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: loopback).")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Port to listen on (default: 8080, of a registry 8081; 0 for any that is free).")
  private @Nullable Integer port;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "A name that requests may give in Host and Origin, beside localhost and the address listened on.")
  private Set<String> allowed = Set.of();

  /** Where to listen; the usual port where the user names none. */
  InetSocketAddress address(int usualPort) {
    return address(host, port == null ? usualPort : port);
  }

  /** That port of a host of this machine. */
  static InetSocketAddress address(String host, int port) {
    InetSocketAddress address = new InetSocketAddress(host, Pipeline.Ports.legal("--port", port));
    if (address.isUnresolved()) {
      throw new Refusal("no address is known for " + host + ": give one of this machine's");
    }
    return address;
  }

  Set<String> allowed() {
    return allowed;
  }
}
