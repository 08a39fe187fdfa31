package io.wirewatch.app;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
import io.wirewatch.SourceAlarmKind;
import io.wirewatch.contract.Settings;
import io.wirewatch.ingest.ArticlePublisher;
import io.wirewatch.ingest.poll.HostGates;
import io.wirewatch.ingest.poll.Polling;
import io.wirewatch.ingest.poll.Pushes;
import io.wirewatch.ingest.poll.ReadingSink;
import io.wirewatch.ingest.poll.SourcePoller;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.source.Sources;
import io.wirewatch.ingest.web.FetchSettings;
import io.wirewatch.ingest.web.Fetcher;
import io.wirewatch.ingest.web.FormPoster;
import io.wirewatch.ingest.websub.WebSubConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The sources of a file, polled into a cluster; what people should know of them is said. */
final class SourcePolling implements StageRun.Work, AutoCloseable {
  private final Fetcher fetcher;
  private final Polling polling;
  private final Hubs hubs;

  private SourcePolling(Fetcher fetcher, Polling polling, Hubs hubs) {
    this.fetcher = fetcher;
    this.polling = polling;
    this.hubs = hubs;
  }

  /** What hubs are asked with, and what they bring. */
  private record Hubs(FormPoster poster, Pushes pushes) implements AutoCloseable {
    static Hubs of(Sources sources, boolean allowPrivate) {
      FormPoster poster = new FormPoster(allowPrivate);
      if (sources.callback().isEmpty()) {
        return new Hubs(poster, Pushes.none());
      }
      WebSubConfig config = sources.callback().get();
      try {
        return new Hubs(poster, Pushes.listening(config, poster, Clock.systemUTC()));
      } catch (IOException taken) {
        poster.close();
        throw new Refusal(
            "cannot listen for hubs at %s; give another 'listen:' in the file of sources"
                .formatted(config.address()),
            taken);
      }
    }

    @Override
    public void close() {
      pushes.close();
      poster.close();
    }
  }

  /** Where a polling works: what it publishes with, and what it is told. */
  record Place(Settings settings, ArticlePublisher publisher, Screen screen) {}

  static SourcePolling start(Sources sources, boolean allowPrivate, Place place) {
    Hubs hubs = Hubs.of(sources, allowPrivate);
    Fetcher fetcher = fetcher(sources, allowPrivate);
    SourcePoller.Tools tools =
        tools(gates(sources), fetcher, place.publisher()::publish, hubs.pushes());
    Polling.Watcher watcher =
        (source, before, after, alarms) -> {
          news(source, before, after).ifPresent(news -> place.screen().say(news));
          alarms.forEach(alarm -> place.screen().say(alarm(alarm)));
        };
    return new SourcePolling(fetcher, new Polling(sources, tools, place.settings(), watcher), hubs);
  }

  static Fetcher fetcher(Sources sources, boolean allowPrivate) {
    return new Fetcher(
        new FetchSettings(sources.userAgent(Fetcher.PRODUCT), allowPrivate, sources.proxyHosts()));
  }

  static HostGates gates(Sources sources) {
    return new HostGates(sources.hostsAtOnce(), sources.hostPause());
  }

  static SourcePoller.Tools tools(
      HostGates gates, Fetcher fetcher, ReadingSink sink, Pushes pushes) {
    return new SourcePoller.Tools(fetcher::ask, gates, sink, pushes, Clock.systemUTC());
  }

  /** What a person should hear of a poll; nothing of most. */
  static Optional<String> news(Source source, FeedState before, FeedState after) {
    boolean told =
        (after.getUnreadable() && !before.getUnreadable())
            || isFirst("robots-forbidden", before, after);
    boolean moved =
        after.getMovedTo() != null && !Objects.equals(before.getMovedTo(), after.getMovedTo());
    if (moved) {
      return Optional.of(
          "source %s has moved for good to %s; give it that address"
              .formatted(source.name(), Fetcher.told(after.getMovedTo())));
    }
    return told
        ? Optional.of("source %s: %s".formatted(source.name(), after.getStatus()))
        : Optional.empty();
  }

  /** An alarm in a line, as it begins or ends. */
  static String alarm(SourceAlarm alarm) {
    SourceAlarmKind ended = alarm.getEnded();
    return ended == null
        ? "ALARM: source %s is %s: %s"
            .formatted(alarm.getSource(), word(alarm.getKind()), alarm.getExplanation())
        : "source %s is no longer %s: %s"
            .formatted(alarm.getSource(), word(ended), alarm.getExplanation());
  }

  private static String word(SourceAlarmKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isFirst(String kind, FeedState before, FeedState after) {
    return after.getErrors().containsKey(kind) && !before.getErrors().containsKey(kind);
  }

  /** What is known of the sources that this instance has. */
  List<FeedState> states() {
    return polling.states();
  }

  @Override
  public Optional<Throwable> failure() {
    return polling.failure();
  }

  @Override
  public boolean isWorking(Duration within) {
    return polling.isWorking(within);
  }

  @Override
  public void close() {
    polling.close();
    hubs.close();
    fetcher.close();
  }
}
