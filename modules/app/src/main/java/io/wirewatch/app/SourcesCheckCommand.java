package io.wirewatch.app;

import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.json.DryRunLine;
import io.wirewatch.ingest.poll.HostGates;
import io.wirewatch.ingest.poll.Pushes;
import io.wirewatch.ingest.poll.SourceCard;
import io.wirewatch.ingest.poll.SourceTrial;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.source.Sources;
import io.wirewatch.ingest.web.Fetcher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wirewatch sources check}: tries each source once, without Kafka. */
@Command(
    name = "check",
    description = {
      "Try each source of a file once; publish nothing.",
      "What would be published goes to standard output as JSON lines, a line for each source to standard error.",
      "Exit 1 where a source does not work."
    })
final class SourcesCheckCommand implements Callable<Integer> {
  @Mixin private SourcesOption option = new SourcesOption();

  private record Tried(SourceCard card, List<Reading> readings) {}

  @Override
  public Integer call() {
    Sources sources = option.load();
    Screen screen = Screen.standard();
    ExecutorService workers = Executors.newFixedThreadPool(sources.hostsAtOnce());
    try (Fetcher fetcher = SourcePolling.fetcher(sources, option.allowPrivate())) {
      HostGates gates = SourcePolling.gates(sources);
      List<Future<Tried>> running = new ArrayList<>();
      for (Source source : sources.all()) {
        running.add(workers.submit(() -> tried(source, gates, fetcher)));
      }
      boolean well = true;
      for (Future<Tried> one : running) {
        well &= show(ended(one), screen);
      }
      return well ? 0 : 1;
    } finally {
      workers.shutdownNow();
    }
  }

  private static Tried tried(Source source, HostGates gates, Fetcher fetcher)
      throws InterruptedException {
    List<Reading> readings = new ArrayList<>();
    Clock clock = Clock.systemUTC();
    SourceTrial trial =
        new SourceTrial(
            SourcePolling.tools(
                gates,
                fetcher,
                reading -> {
                  readings.add(reading);
                  return CompletableFuture.completedFuture(null);
                },
                Pushes.none()));
    return new Tried(trial.of(source, clock), readings);
  }

  private static Tried ended(Future<Tried> running) {
    try {
      return running.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refusal("stopped before the end", stopped);
    } catch (ExecutionException broken) {
      throw new Refusal("a source cannot be tried; the log says more", broken);
    }
  }

  private static boolean show(Tried tried, Screen screen) {
    SourceCard card = tried.card();
    for (Reading reading : tried.readings()) {
      if (reading instanceof Reading.Read read) {
        screen.data(DryRunLine.of(read.article(), card.source()));
      } else if (reading instanceof Reading.Refused refused) {
        screen.say(Feeding.line(refused.rejection()));
      }
    }
    boolean well = card.health() == SourceCard.Health.WELL;
    screen.say((well ? "well   " : "fails  ") + card.source() + ": " + card.status());
    return well;
  }
}
