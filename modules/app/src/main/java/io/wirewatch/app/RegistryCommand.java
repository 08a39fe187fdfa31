package io.wirewatch.app;

import io.wirewatch.embedded.EmbeddedRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirewatch registry}: the schema registry of {@code up} as a process of its own. */
@Command(
    name = "registry",
    description = {
      "Run a small schema registry, for clusters that have none.",
      "It keeps its schemas in one file, and has no authentication, TLS or second copy: whoever reaches it can register."
    })
final class RegistryCommand implements Callable<Integer> {
  @Mixin private ListenOptions listen = new ListenOptions();
  @Mixin private SettingOptions others = new SettingOptions();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Where the schemas are kept. Without them no record can be read: keep it.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path data;

  @Override
  public Integer call() {
    InetSocketAddress address = listen.address(8081);
    Screen screen = Screen.standard();
    try (StopSignal stop = StopSignal.listen();
        HealthFile health = HealthFile.of(others.settings());
        EmbeddedRegistry registry = EmbeddedRegistry.start(data, address, listen.allowed())) {
      screen.say("ready: schema registry at " + registry.url() + "; Ctrl-C stops");
      while (!stop.within(Duration.ofMillis(200))) {
        health.tell(true);
      }
    }
    return 0;
  }
}
