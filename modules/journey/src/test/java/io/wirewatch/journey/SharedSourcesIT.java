package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.embedded.EmbeddedCluster;
import io.wirewatch.journey.faults.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Instances of {@code ingest serve} share their sources: when one is killed and another hangs, the
 * third has all of them; the one that hung wakes up and disturbs nobody. What hubs brought to one
 * that is killed they bring to its heir.
 */
final class SharedSourcesIT {
  private static final int SITES = 12;
  private static final Duration TAKEOVER = Duration.ofSeconds(30);

  /** Polls are 1 s apart at least; the test's clock looks at when requests arrive. */
  private static final Duration APART = Duration.ofMillis(900);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private final Ports ports = new Ports();
  private EmbeddedCluster cluster;
  private PolledSites sites;
  private NewsHub hub;

  @BeforeEach
  void start() throws IOException {
    cluster = EmbeddedCluster.start(directory);
    sites = new PolledSites(SITES);
    hub = new NewsHub();
  }

  @AfterEach
  void stop() {
    hub.close();
    sites.close();
    cluster.close();
  }

  @Test
  void instances_killedAndHung_areReplacedWithinSecondsAndNoneAsksTwice() throws Exception {
    try (Instance killed = serve("killed", PolledSites.EVERY_SECOND);
        Instance hung = serve("hung", PolledSites.EVERY_SECOND);
        Instance third = serve("third", PolledSites.EVERY_SECOND)) {
      long began = System.nanoTime();
      await(
          "all three have some",
          () -> sites.agentsSince(began).equals(Set.of("killed", "hung", "third")),
          List.of(killed, hung, third));
      // What is known of a site is kept with its articles: before that, nobody can know it.
      await("all sites are known", this::areKnown, List.of(killed, hung, third));

      killed.kill();
      hung.signal("STOP");
      long alone = System.nanoTime();
      await("the third has all", () -> hasAll("third", alone), List.of(third));
      assertThat(Duration.ofNanos(System.nanoTime() - alone)).isLessThan(TAKEOVER);

      hung.signal("CONT");
      long awake = System.nanoTime();
      await(
          "both have some",
          () -> sites.agentsSince(awake).equals(Set.of("hung", "third")),
          List.of(hung, third));

      assertNobodyWasAskedTwice();
      assertCameOnce(PolledSites.ITEMS);
    }
  }

  @Test
  void hubs_ofAnInstanceThatIsKilled_bringToItsHeirAndNoItemIsLostOrComesTwice() throws Exception {
    sites.nameHub(hub.address());
    String killedAt = "127.0.0.1:" + ports.next();
    String heirAt = "127.0.0.1:" + ports.next();
    try (Instance killed = serve("killed", pushedTo(killedAt));
        Instance heir = serve("heir", pushedTo(heirAt))) {
      await("both have some", () -> areShared(killedAt, heirAt), List.of(killed, heir));
      bring("brought", hub.subscriptions(), 202);
      await("all that is known", this::arePushesKnown, List.of(killed, heir));

      killed.kill();
      killed.exit();
      long alone = System.nanoTime();
      List.of("brought", "missed").forEach(sites::publish);
      bring("missed", at(killedAt), 0);
      bring("missed", at(heirAt), 202);
      await("the heir has all", () -> topics(at(heirAt)).size() == SITES, List.of(heir));
      assertThat(Duration.ofNanos(System.nanoTime() - alone)).isLessThan(TAKEOVER);
      forge(at(killedAt), at(heirAt));
      bring("arrived", at(heirAt), 202);

      assertCameOnce(List.of("0", "1", "2", "brought", "missed", "arrived"));
      assertNobodyWasAskedTwice();
    }
  }

  /** Polls are rare once a hub has brought something: what comes soon is what it brings. */
  private static String pushedTo(String address) {
    return "interval: {min: 5s, max: 1h}\ncallback: http://%1$s/\nlisten: %1$s".formatted(address);
  }

  private List<NewsHub.Subscription> at(String address) {
    return hub.subscriptions().stream()
        .filter(subscription -> subscription.callback().startsWith("http://" + address))
        .toList();
  }

  private static Set<String> topics(List<NewsHub.Subscription> subscriptions) {
    return subscriptions.stream().map(NewsHub.Subscription::topic).collect(Collectors.toSet());
  }

  private boolean areShared(String one, String other) {
    List<NewsHub.Subscription> all = hub.subscriptions();
    return all.size() == SITES
        && topics(all).size() == SITES
        && !at(one).isEmpty()
        && !at(other).isEmpty();
  }

  private void bring(String item, List<NewsHub.Subscription> subscriptions, int status)
      throws Exception {
    for (NewsHub.Subscription to : subscriptions) {
      assertThat(hub.bring(to, feed(to, item), to.secret()))
          .as("%s to %s", item, to)
          .isEqualTo(status);
    }
  }

  /** Brings to some what is signed with the secrets of others. */
  private void forge(List<NewsHub.Subscription> others, List<NewsHub.Subscription> some)
      throws Exception {
    for (NewsHub.Subscription other : others) {
      for (NewsHub.Subscription to : some) {
        if (to.topic().equals(other.topic())) {
          hub.bring(to, feed(to, "forged"), other.secret());
        }
      }
    }
  }

  private static String feed(NewsHub.Subscription to, String item) {
    return PolledSites.feed(URI.create(to.topic()).getPath(), List.of(item));
  }

  /** What came is of a state that is written: a successor knows of it. */
  private boolean arePushesKnown() {
    return reader().values("news.feeds", SITES).stream()
            .filter(state -> (Long) state.get("pushes") > 0)
            .map(state -> state.get("source").toString())
            .distinct()
            .count()
        == SITES;
  }

  private boolean areKnown() {
    return sites.since(0).stream()
        .allMatch(all -> all.stream().anyMatch(PolledSites.Asked::conditional));
  }

  private void assertNobodyWasAskedTwice() {
    for (List<PolledSites.Asked> asked : sites.since(0)) {
      for (int i = 1; i < asked.size(); i++) {
        Duration between = Duration.ofNanos(asked.get(i).atNanos() - asked.get(i - 1).atNanos());
        assertThat(between).as("%s then %s", asked.get(i - 1), asked.get(i)).isGreaterThan(APART);
        assertThat(asked.get(i).conditional())
            .as("%s knows what its predecessor knew: %s", asked.get(i), asked)
            .isTrue();
      }
    }
  }

  /** That these items of all sites came, each once, and nothing else. */
  private void assertCameOnce(List<String> items) {
    List<String> expected = sites.headlines(items);

    assertThat(reader().values("news.articles.raw", expected.size()))
        .extracting(article -> article.get("headline").toString())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private PlainReader reader() {
    return new PlainReader(cluster.bootstrapServers(), cluster.registryUrl());
  }

  /** Whether each site was asked since then, by that one. */
  private boolean hasAll(String agent, long since) {
    return sites.since(since).stream()
        .allMatch(all -> all.stream().anyMatch(asked -> asked.agent().equals(agent)));
  }

  private Instance serve(String name, String lines) throws IOException {
    Path file = sites.file(directory.resolve(name + ".yaml"), name, lines);
    return Instance.start(
        List.of(),
        directory.resolve(name + ".out"),
        CommandLine.words(
            cluster.settings(),
            "ingest",
            "serve",
            "--allow-private",
            "--sources",
            file.toString(),
            "--set",
            "session.timeout.ms=6000",
            "--set",
            "heartbeat.interval.ms=500"));
  }

  private static void await(String what, BooleanSupplier is, List<Instance> alive)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!is.getAsBoolean()) {
      for (Instance instance : alive) {
        assertThat(instance.isAlive()).as(instance.said()).isTrue();
      }
      assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
