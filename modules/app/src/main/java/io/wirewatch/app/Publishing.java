package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import io.wirewatch.ingest.ArticlePublisher;
import io.wirewatch.ingest.IngestSums;
import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.InputReader;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.json.DryRunLine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the producers of files and addresses have in common: options, and the way from inputs to the
 * cluster.
 */
final class Publishing {
  @Mixin private InputOptions inputs = new InputOptions();
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--dry-run",
      description = "Publish nothing; write the articles read to standard output as JSON lines.")
  private boolean dryRun;

  /** Publishes the inputs, which are of this kind. Returns the exit code. */
  int run(InputKind kind) {
    if (inputs.isEmpty()) {
      throw new Refusal("nothing to read: give a file, a folder, a web address or -");
    }
    InputReader reader = new InputReader(Optional.of(kind));
    Screen screen = Screen.standard();
    List<Input> toRead = inputs.inputs();
    Instant observedAt = inputs.observedAt(Clock.systemUTC());
    return dryRun
        ? show(toRead, reader, observedAt, screen)
        : publish(toRead, reader, observedAt, screen);
  }

  private static int show(
      List<Input> toRead, InputReader reader, Instant observedAt, Screen screen) {
    boolean usable = true;
    for (Input input : toRead) {
      Shown shown = new Shown(input, screen);
      try {
        reader.read(input, observedAt, shown);
        usable &= shown.isUsable();
      } catch (UnusableInputException unusable) {
        screen.say("wirewatch: " + unusable.getMessage());
        usable = false;
      }
    }
    return usable ? 0 : 2;
  }

  /** Shows the readings of one input. */
  private static final class Shown implements Consumer<Reading> {
    private final Input input;
    private final Screen screen;
    private long articles;
    private long refusals;

    Shown(Input input, Screen screen) {
      this.input = input;
      this.screen = screen;
    }

    @Override
    public void accept(Reading reading) {
      if (reading instanceof Reading.Read read) {
        articles++;
        screen.data(DryRunLine.of(read.article(), input.name()));
      } else if (reading instanceof Reading.Refused refused) {
        refusals++;
        screen.say(Feeding.line(refused.rejection()));
      }
    }

    boolean isUsable() {
      return articles > 0 || refusals == 0;
    }
  }

  private int publish(List<Input> toRead, InputReader reader, Instant observedAt, Screen screen) {
    Settings settings = cluster.settings();
    Preflight.prepare(settings, Role.INGEST, List.of());
    boolean usable = true;
    try (Lookout lookout = Lookout.ofRun(settings, "ingest");
        ArticlePublisher publisher = new ArticlePublisher(settings, lookout.ofPublisher())) {
      Feeding feeding = new Feeding(reader, publisher, screen, () -> false);
      for (Input input : toRead) {
        usable &= feeding.feed(input, observedAt);
        screen.count(line(publisher.sums()));
      }
      screen.endCounter();
      screen.say(line(publisher.flush()));
    }
    return usable ? 0 : 2;
  }

  private static String line(IngestSums sums) {
    return "read %d · published %d · rejected %d"
        .formatted(sums.read(), sums.published(), sums.rejected());
  }
}
