package io.wirewatch.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.wirewatch.FeedState;
import io.wirewatch.RawArticle;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.source.Access;
import io.wirewatch.ingest.source.Labels;
import io.wirewatch.ingest.source.PollBounds;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.web.Fetcher;
import io.wirewatch.ingest.web.LoopbackFetchers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A week among publishers who behave well, badly, or hardly at all, in some seconds. */
final class SimulatedWeekTest {
  private static final Instant BEGIN = SimulatedClock.MONDAY;
  private static final Instant END = BEGIN.plus(Duration.ofDays(7));
  private static final int HOSTS_AT_ONCE = 4;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String PAGE =
      "<html><body><article><h1>The harbour opens</h1><p>"
          + "The harbour is open again after the storm, its master said on Sunday. ".repeat(10)
          + "</p></article></body></html>";

  private final SimulatedClock clock = new SimulatedClock();
  private final Fetcher fetcher = LoopbackFetchers.within(Duration.ofMillis(1500));
  private final ExecutorService workers = Executors.newFixedThreadPool(HOSTS_AT_ONCE);
  private final ConcurrentLinkedQueue<String> published = new ConcurrentLinkedQueue<>();
  private final Map<String, NewsSite> sites = new LinkedHashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, FeedState> states = new HashMap<>();
  private MisbehavingServer server;

  @BeforeEach
  void start() throws IOException {
    server = new MisbehavingServer(clock, HOSTS_AT_ONCE);
  }

  @AfterEach
  void stop() {
    server.close();
    workers.shutdownNow();
    fetcher.close();
  }

  @Test
  void week_amongAllKinds_isPoliteAndPublishesEachItemOnce() {
    wellBehaved();
    strange();
    hostile();
    guarded();

    run(BEGIN, BEGIN.plus(Duration.ofDays(4)));
    // Another instance takes over: it knows what is in the states, and nothing else.
    run(BEGIN.plus(Duration.ofDays(4)), END);

    assertThat(server.offences()).isEmpty();
    sites.values().forEach(site -> assertThat(site.offences()).isEmpty());
    assertThat(published).doesNotHaveDuplicates();
    sites.forEach(this::assertComplete);
    assertPaused();
    assertThat(server.requests())
        .allMatch(r -> r.agent().equals("wirewatch/test (+desk@wire.test)"));
    assertBusyOnesAreLeftAlone();
    assertRobotsAreObeyed();
    assertThat(states.get("gone").getGone()).isTrue();
    assertThat(states.get("moved").getMovedTo()).contains("new-home.test");
    assertThat(requests("old-home.test")).hasSizeLessThan(requests("new-home.test").size());
    assertThat(states.get("hourly").getNotModified() * 4)
        .isGreaterThan(states.get("hourly").getPolls());
    assertThat(states.get("slow").getErrors()).containsKey("timeout");
    assertThat(states.get("endless").getErrors())
        .containsAnyOf(entry("too-large", 2L), entry("timeout", 2L));
    assertThat(states.get("short").getErrors()).containsOnlyKeys("connection");
    assertThat(states.get("loop").getErrors()).containsOnlyKeys("redirect");
  }

  private void wellBehaved() {
    news("hourly", new NewsSite("hourly.test", Duration.ofHours(1)));
    news("brisk", new NewsSite("brisk.test", Duration.ofMinutes(50)));
    news("weekly", new NewsSite("weekly.test", Duration.ofHours(60)));
    news("office", new NewsSite("office.test", Duration.ofMinutes(30)).only(7, 8, 9, 10, 11, 12));
  }

  private void strange() {
    news("forgetful", new NewsSite("forgetful.test", Duration.ofHours(2)).withoutEtags());
    news("nervous", new NewsSite("nervous.test", Duration.ofHours(3)).withNewEtags());
    NewsSite away = new NewsSite("new-home.test", Duration.ofHours(4));
    sites.put("moved", away);
    server.site("new-home.test", away);
    server.site(
        "old-home.test",
        asked -> asked.with("Location", server.address("new-home.test", "/feed")).say(301, ""));
    sources.add(source("moved", server.address("old-home.test", "/feed"), InputKind.FEED));
    // Two sources that lead to one host, where they must not meet.
    NewsSite hub = new NewsSite("hub.test", Duration.ofHours(5));
    server.site(
        "hub.test",
        asked -> {
          if (asked.path().equals("/feed")) {
            hub.answer(asked);
          } else {
            asked.say(asked.path().equals("/robots.txt") ? 404 : 200, PAGE);
          }
        });
    sites.put("detour", hub);
    server.site(
        "detour.test",
        asked -> asked.with("Location", server.address("hub.test", "/feed")).say(302, ""));
    sources.add(source("detour", server.address("detour.test", "/feed"), InputKind.FEED));
    sources.add(source("hub-list", server.address("hub.test", "/list"), InputKind.PAGE));
    NewsSite flaky = new NewsSite("flaky.test", Duration.ofHours(2));
    sites.put("flaky", flaky);
    int[] count = {0};
    server.site(
        "flaky.test",
        asked -> {
          if (count[0]++ % 3 == 1) {
            asked.say(500, "");
          } else {
            flaky.answer(asked);
          }
        });
    sources.add(source("flaky", server.address("flaky.test", "/feed"), InputKind.FEED));
  }

  private void hostile() {
    // These two cost real time, so they are so in the first hour only.
    hostile("slow", asked -> early(asked, MisbehavingServer.Exchange::keepWaiting));
    hostile("endless", asked -> early(asked, MisbehavingServer.Exchange::sayForEver));
    hostile("short", asked -> asked.sayTooLittle("<rss>"));
    hostile("loop", asked -> asked.with("Location", "/" + asked.path().length() % 7).say(302, ""));
    hostile(
        "gone",
        asked -> asked.say(asked.now().isAfter(BEGIN.plus(Duration.ofDays(1))) ? 410 : 304, ""));
    hostile("busy", asked -> asked.with("Retry-After", "5000").say(429, ""));
    hostile("login", asked -> asked.with("Content-Type", "image/png").say(200, "<html>log in"));
  }

  private static void early(MisbehavingServer.Exchange asked, MisbehavingServer.Site then)
      throws IOException {
    if (asked.now().isBefore(BEGIN.plus(Duration.ofMinutes(40)))) {
      then.answer(asked);
    } else {
      asked.say(408, "");
    }
  }

  private void guarded() {
    server.site(
        "guarded.test",
        asked -> {
          if (asked.path().equals("/robots.txt")) {
            asked.say(200, "user-agent: wirewatch\ndisallow: /secret\n");
          } else {
            asked.say(200, PAGE);
          }
        });
    sources.add(source("secret", server.address("guarded.test", "/secret/a"), InputKind.PAGE));
    sources.add(source("open", server.address("guarded.test", "/open"), InputKind.PAGE));
    server.site(
        "closed.test",
        asked -> {
          boolean away = asked.now().isBefore(BEGIN.plus(Duration.ofDays(2)));
          boolean robots = asked.path().equals("/robots.txt");
          asked.say(robots ? (away ? 503 : 404) : 200, robots ? "" : PAGE);
        });
    sources.add(source("closed", server.address("closed.test", "/page"), InputKind.PAGE));
  }

  private void news(String name, NewsSite site) {
    sites.put(name, site);
    server.site(name + ".test", site);
    sources.add(source(name, server.address(name + ".test", "/feed"), InputKind.FEED));
  }

  private void hostile(String name, MisbehavingServer.Site site) {
    server.site(name + ".test", site);
    sources.add(source(name, server.address(name + ".test", "/feed"), InputKind.FEED));
  }

  private static Source source(String name, String address, InputKind kind) {
    return new Source(
        name,
        URI.create(address),
        Optional.of(kind),
        Labels.NONE,
        new PollBounds(Duration.ofMinutes(10), Duration.ofHours(12)),
        Access.PLAIN);
  }

  /** One instance, from one moment to another. */
  private void run(Instant from, Instant to) {
    clock.to(from);
    HostGates gates = new HostGates(HOSTS_AT_ONCE, PAUSE);
    SourcePoller poller =
        new SourcePoller(
            new SourcePoller.Tools(fetcher::ask, gates, this::publish, Pushes.none(), clock));
    Timetable timetable = new Timetable(gates);
    sources.forEach(s -> timetable.add(s, Optional.ofNullable(states.get(s.name()))));
    Optional<Instant> next = timetable.next();
    while (next.filter(to::isAfter).isPresent()) {
      if (next.get().isAfter(clock.instant())) {
        clock.to(next.get());
      }
      List<CompletableFuture<FeedState>> running =
          timetable.take(clock.instant()).stream()
              .map(t -> CompletableFuture.supplyAsync(() -> polled(poller, t), workers))
              .toList();
      for (CompletableFuture<FeedState> poll : running) {
        FeedState after = poll.join();
        timetable.done(after);
        states.put(after.getSource(), after);
      }
      next = timetable.next();
    }
  }

  private FeedState polled(SourcePoller poller, Timetable.Turn turn) {
    if (turn.state().getNextPoll().isAfter(clock.instant())) {
      throw new AssertionError(turn.source().name() + " is asked too early");
    }
    return poller.poll(turn.source(), turn.state());
  }

  private CompletableFuture<Void> publish(Reading reading) {
    if (reading instanceof Reading.Read read) {
      RawArticle article = read.article();
      boolean page = article.getFeed().startsWith("page:");
      published.add(page ? article.getId() : article.getHeadline());
    }
    return CompletableFuture.completedFuture(null);
  }

  private void assertComplete(String name, NewsSite site) {
    Instant lastPoll = states.get(name).getLastSuccess();

    assertThat(published).as(name).containsAll(site.until(lastPoll));
  }

  private List<MisbehavingServer.Request> requests(String host) {
    return server.requests().stream().filter(request -> request.host().equals(host)).toList();
  }

  private void assertPaused() {
    Map<String, List<MisbehavingServer.Request>> byHost =
        server.requests().stream().collect(Collectors.groupingBy(MisbehavingServer.Request::host));
    byHost.forEach(
        (host, all) -> {
          for (int i = 1; i < all.size(); i++) {
            Duration between = Duration.between(all.get(i - 1).at(), all.get(i).at());
            // Robots and redirects of one poll belong together.
            assertThat(between.isZero() || between.compareTo(PAUSE) >= 0).as(host).isTrue();
          }
        });
  }

  private void assertBusyOnesAreLeftAlone() {
    List<MisbehavingServer.Request> busy = requests("busy.test");
    assertThat(busy).hasSizeBetween(10, 130);
    for (int i = 1; i < busy.size(); i++) {
      assertThat(Duration.between(busy.get(i - 1).at(), busy.get(i).at()))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(5000));
    }
  }

  private void assertRobotsAreObeyed() {
    assertThat(requests("guarded.test")).noneMatch(request -> request.path().startsWith("/secret"));
    assertThat(requests("guarded.test").stream().filter(r -> r.path().equals("/robots.txt")))
        .as("once a day, and once by who takes over")
        .hasSizeBetween(7, 9);
    assertThat(requests("closed.test").stream().filter(r -> r.path().equals("/page")))
        .isNotEmpty()
        .allMatch(request -> !request.at().isBefore(BEGIN.plus(Duration.ofDays(2))));
  }
}
