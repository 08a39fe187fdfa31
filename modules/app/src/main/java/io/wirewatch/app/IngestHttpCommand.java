package io.wirewatch.app;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.Settings;
import io.wirewatch.ingest.ArticlePublisher;
import io.wirewatch.ingest.http.ArticleReceiver;
import io.wirewatch.ingest.http.ReceiverConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirewatch ingest http}. */
@Command(
    name = "http",
    description = {
      "Receive articles: POST /articles, one object, an array, or JSON lines.",
      "Whoever reaches it can publish."
    })
final class IngestHttpCommand implements Callable<Integer> {
  @Mixin private ListenOptions listen = new ListenOptions();
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--dry-run",
      description = "Publish nothing; write the articles received to standard output.")
  private boolean dryRun;

  @Override
  public Integer call() {
    InetSocketAddress address = listen.address(8080);
    ReceiverConfig config = ReceiverConfig.at(address, listen.allowed());
    return dryRun ? show(config) : publish(config);
  }

  private static int show(ReceiverConfig config) {
    Screen screen = Screen.standard();
    try (StopSignal stop = StopSignal.listen();
        ArticleReceiver receiver = Receivers.start(config, new DryRun(screen))) {
      screen.say("dry run: POST " + Receivers.url(receiver) + "; Ctrl-C stops");
      stop.await();
    }
    return 0;
  }

  private int publish(ReceiverConfig config) {
    Settings settings = cluster.settings();
    Screen screen = Screen.standard();
    try (StopSignal stop = StopSignal.listen();
        Lookout lookout = Lookout.open(settings, "ingest", OptionalInt.empty(), screen::say)) {
      Preflight.prepare(settings, Role.INGEST, List.of());
      return receive(config, screen, lookout, stop);
    }
  }

  private static int receive(
      ReceiverConfig config, Screen screen, Lookout lookout, StopSignal stop) {
    Settings settings = lookout.settings();
    try (HealthFile health = HealthFile.of(settings);
        ArticlePublisher publisher = new ArticlePublisher(settings, lookout.ofPublisher());
        ArticleReceiver receiver = Receivers.start(config, publisher)) {
      lookout.watch("ingest", StageRun.Work.ALWAYS);
      screen.say(
          "ready: POST %s to Kafka %s; Ctrl-C stops"
              .formatted(Receivers.url(receiver), settings.value(Cluster.BOOTSTRAP_SERVERS)));
      while (!stop.within(Duration.ofMillis(200))) {
        health.tell(true);
        screen.count("published " + publisher.sums().published());
      }
      screen.endCounter();
      screen.say("stopping: published " + publisher.sums().published());
    }
    return 0;
  }
}
