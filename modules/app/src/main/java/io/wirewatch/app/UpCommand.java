package io.wirewatch.app;

import io.wirewatch.dashboard.Dashboard;
import io.wirewatch.deliver.route.FilePlan;
import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.InputReader;
import io.wirewatch.ingest.http.ReceiverConfig;
import io.wirewatch.ingest.source.Sources;
import io.wirewatch.observe.ObserveSettings;
import io.wirewatch.rules.RuleSet;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirewatch up}: everything in one process, on the embedded Kafka. */
@Command(
    name = "up",
    description = {
      "Run everything in one process, on an embedded Kafka and schema registry.",
      "Without inputs it plays the bundled sample articles, and stays up."
    })
final class UpCommand implements Callable<Integer> {
  private static final List<String> SAMPLES =
      List.of("english.jsonl", "arabic.jsonl", "kurdish.jsonl");

  @Mixin private InputOptions inputs = new InputOptions();
  @Mixin private RulesOption rules = new RulesOption();
  @Mixin private SettingOptions others = new SettingOptions();

  @Option(names = "--once", description = "Process the inputs, print the alerts and exit.")
  private boolean once;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      converter = KindConverter.class,
      description = "What the inputs are: page, feed or jsonl. Default: found from their content.")
  private @Nullable InputKind kind;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keep everything here; the next run goes on where this one ends. Default: nothing is kept.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "Where the page of the desk is, and POST /articles is answered (default: 8080; not with --once).")
  private int port;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      description = "Where Kafka listens (default: 9092; with --once any that is free).")
  private @Nullable Integer kafkaPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description =
          "Where the schema registry listens (default: 8081; with --once any that is free).")
  private @Nullable Integer registryPort;

  @Option(
      names = "--sources",
      paramLabel = "FILE",
      description =
          "Also poll the sources of this file. Default: sources.yaml here or in --data DIR, if it is there; not with --once.")
  private @Nullable Path sources;

  @Option(
      names = "--deliver",
      paramLabel = "FILE",
      description =
          "Tell the targets of this file of alerts. Default: deliver.yaml here or in --data DIR, if it is there.")
  private @Nullable Path deliver;

  @Option(names = "--json", description = "Alerts as JSON lines on a terminal too.")
  private boolean json;

  @Override
  public Integer call() {
    Screen screen = Screen.standard(json);
    Optional<Run.Front> front = once ? Optional.empty() : Optional.of(front(screen));
    RuleSet set = rules.load();
    Optional<Sources> polled = sources();
    Optional<FilePlan> plan = plan();
    List<Input> toRead = toRead(polled.isEmpty());
    Instant observedAt = inputs.observedAt(Clock.systemUTC());
    try (StopSignal stop = StopSignal.listen();
        DataDirectory directory = DataDirectory.open(data);
        Lookout lookout = Lookout.open(others.settings(), "up", metricsPort(), screen::say);
        Pipeline pipeline =
            Pipeline.start(directory, ports(), new Pipeline.Work(set, plan, lookout, screen));
        Run run = Run.start(pipeline, new InputReader(Optional.ofNullable(kind)), screen, stop)) {
      if (!pipeline.ruleSet().equals(set.hash())) {
        screen.say(
            "runs the published rule set %s, not the one it was given; 'wirewatch rules publish DIR' publishes another"
                .formatted(pipeline.ruleSet()));
      }
      if (!once && data == null) {
        screen.say(
            "nothing is kept when this ends; --data DIR keeps articles, rules and what the desk decides");
      }
      polled.ifPresent(all -> run.poll(all, inputs.allowPrivate()));
      PublishedInputs published = new PublishedInputs(directory.inputs());
      return front.isPresent()
          ? run.stayUp(toRead, observedAt, published, front.get())
          : run.once(toRead, observedAt, published, directory.isFresh());
    }
  }

  private Run.Front front(Screen screen) {
    InetSocketAddress address =
        ReceiverConfig.onLoopback(Pipeline.Ports.legal("--port", port)).address();
    return new Run.Front(
        port, Dashboard.door(others.settings(), address, Clock.systemUTC(), screen::say));
  }

  private List<Input> toRead(boolean nothingIsPolled) {
    if (!inputs.isEmpty()) {
      return inputs.inputs();
    }
    return nothingIsPolled ? samples() : List.of();
  }

  private Optional<Sources> sources() {
    if (sources != null && once) {
      throw new Refusal("--sources is polled for ever: take --once away, or the sources");
    }
    Path here = Path.of(SourcesOption.USUAL);
    return Stream.of(sources, here, data == null ? null : data.resolve(here))
        .filter(file -> file != null && !once && (file.equals(sources) || Files.exists(file)))
        .findFirst()
        .map(SourcesOption::load);
  }

  private Optional<FilePlan> plan() {
    Path here = Path.of(PlanOption.USUAL);
    return Stream.of(deliver, here, data == null ? null : data.resolve(here))
        .filter(file -> file != null && (file.equals(deliver) || Files.exists(file)))
        .findFirst()
        .map(PlanOption::load);
  }

  private List<Input> samples() {
    return inputs.inputs(
        SAMPLES.stream().map(name -> Home.samples().resolve(name).toString()).toList());
  }

  private OptionalInt metricsPort() {
    return once ? OptionalInt.empty() : OptionalInt.of(ObserveSettings.USUAL_PORT);
  }

  private Pipeline.Ports ports() {
    return new Pipeline.Ports(port(kafkaPort, 9092), port(registryPort, 8081));
  }

  private int port(@Nullable Integer wanted, int usual) {
    if (wanted != null) {
      return wanted;
    }
    return once ? 0 : usual;
  }
}
