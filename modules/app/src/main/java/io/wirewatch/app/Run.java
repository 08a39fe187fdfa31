package io.wirewatch.app;

import io.wirewatch.dashboard.Dashboard;
import io.wirewatch.dashboard.web.DashboardServer;
import io.wirewatch.dashboard.web.Door;
import io.wirewatch.ingest.ArticlePublisher;
import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.InputReader;
import io.wirewatch.ingest.http.ArticleReceiver;
import io.wirewatch.ingest.http.ReceiverConfig;
import io.wirewatch.ingest.source.Sources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Inputs through a pipeline that runs, shown on a screen. */
final class Run implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Pipeline pipeline;
  private final Screen screen;
  private final StopSignal stop;
  private final ArticlePublisher publisher;
  private final Follower follower;
  private final Admin admin;
  private final Feeding feeding;
  private @Nullable SourcePolling polling;
  private final Timer ticker = new Timer("counter", true);

  /**
   * Where a run that stays up is looked at.
   *
   * @param door who may
   */
  record Front(int port, Door door) {}

  private Run(Pipeline pipeline, InputReader reader, Screen screen, StopSignal stop) {
    this.pipeline = pipeline;
    this.screen = screen;
    this.stop = stop;
    this.publisher = new ArticlePublisher(pipeline.settings(), pipeline.lookout().ofPublisher());
    this.follower = new Follower(pipeline.settings(), screen);
    this.admin = Admin.create(pipeline.settings().asClientConfig());
    this.feeding = new Feeding(reader, publisher, screen, () -> stop.within(Duration.ZERO));
  }

  static Run start(Pipeline pipeline, InputReader reader, Screen screen, StopSignal stop) {
    Run run = new Run(pipeline, reader, screen, stop);
    run.follower.start();
    run.ticker.schedule(run.new ShowCounts(), 0, LOOK.toMillis());
    return run;
  }

  /**
   * All inputs, then the sums. Returns the exit code.
   *
   * @param fresh whether no earlier run has left work behind that would be counted here
   */
  int once(List<Input> inputs, Instant observedAt, PublishedInputs published, boolean fresh) {
    boolean usable = feeding.feed(inputs, observedAt, published);
    Backlog backlog = new Backlog(admin);
    while (!backlog.isEmpty(follower)) {
      if (look()) {
        return 0;
      }
    }
    while (pipeline.delivers() && !(backlog.isFiled() && pipeline.isDelivered())) {
      if (look()) {
        return 0;
      }
    }
    ticker.cancel();
    screen.endCounter();
    Counts counts = counts();
    screen.say(counts.toString());
    if (fresh && !counts.addUp()) {
      screen.say(
          "wirewatch: these sums should add up and do not; the log says more: " + Logs.file());
      return 1;
    }
    return usable ? 0 : 2;
  }

  /** All inputs, then whatever comes, until the user has enough. Returns the exit code. */
  int stayUp(List<Input> inputs, Instant observedAt, PublishedInputs published, Front front) {
    try (Dashboard dashboard =
        Desks.start(
            pipeline.settings(),
            new Dashboard.Front(site(front.port()), front.door()),
            pipeline.knowledge())) {
      pipeline.lookout().watch("dashboard", Desks.work(dashboard));
      screen.say(
          "ready: desk %s · POST %<sarticles · %s · Ctrl-C stops"
              .formatted(Desks.url(dashboard), pipeline.addresses()));
      feeding.feed(inputs, observedAt, published);
      boolean wanted = false;
      while (!wanted) {
        wanted = look();
      }
    }
    ticker.cancel();
    screen.endCounter();
    screen.say("stopping: " + counts());
    return 0;
  }

  /** The page, and articles that are posted, on one port. */
  private DashboardServer.Site site(int port) {
    ReceiverConfig config = ReceiverConfig.onLoopback(port);
    return new DashboardServer.Site(
        config.address(),
        config.hosts(),
        Map.of(ArticleReceiver.PATH, ArticleReceiver.handler(config, publisher, Clock.systemUTC())),
        Version.number());
  }

  @Override
  public void close() {
    ticker.cancel();
    if (polling != null) {
      Closing.quietly(polling);
    }
    Closing.quietly(publisher);
    Closing.quietly(follower);
    Closing.quietly(admin);
  }

  /** Also polls these sources, as long as it stays up. */
  void poll(Sources sources, boolean allowPrivate) {
    polling =
        SourcePolling.start(
            sources, allowPrivate, new SourcePolling.Place(pipeline.settings(), publisher, screen));
    pipeline.lookout().watch("polling", polling);
    pipeline.lookout().watchSources(polling::states);
    screen.say(
        "polling %d sources; 'wirewatch sources show' tells how they do"
            .formatted(sources.all().size()));
  }

  private Optional<Throwable> pollingFailure() {
    return polling == null ? Optional.empty() : polling.failure();
  }

  /** A moment's wait; whether the user wants to stop. */
  private boolean look() {
    Stream.of(pipeline.failure(), follower.failure(), pollingFailure())
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(
            failure -> {
              throw new Refusal("a stage stopped: " + Trouble.message(failure), failure);
            });
    return stop.within(LOOK);
  }

  private final class ShowCounts extends TimerTask {
    @Override
    public void run() {
      screen.count(counts().toString());
    }
  }

  private Counts counts() {
    return new Counts(publisher.sums(), pipeline.duplicates(), follower.seen());
  }
}
