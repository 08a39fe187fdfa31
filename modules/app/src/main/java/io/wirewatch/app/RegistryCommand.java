package io.wirewatch.app;

import io.wirewatch.embedded.EmbeddedRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirewatch registry}: the schema registry of {@code up} as a process of its own. */
@Command(
    name = "registry",
    description = {
      "Run a small schema registry, for clusters that have none.",
      "It keeps its schemas in one file, and has no authentication, TLS or second copy."
    })
final class RegistryCommand implements Callable<Integer> {
  @Mixin private SettingOptions others = new SettingOptions();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: loopback). Whoever reaches it can register.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Port to listen on (default: 8081; 0 for any that is free).")
  private int port;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "A name that requests may give in Host and Origin, beside localhost and the address listened on.")
  private Set<String> allowed = Set.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Where the schemas are kept. Without them no record can be read: keep it.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path data;

  @Override
  public Integer call() {
    InetSocketAddress address = Receivers.address(host, port);
    Screen screen = Screen.standard();
    try (StopSignal stop = StopSignal.listen();
        HealthFile health = HealthFile.of(others.settings());
        EmbeddedRegistry registry = EmbeddedRegistry.start(data, address, allowed)) {
      screen.say("ready: schema registry at " + registry.url() + "; Ctrl-C stops");
      while (!stop.within(Duration.ofMillis(200))) {
        health.tell(true);
      }
    }
    return 0;
  }
}
