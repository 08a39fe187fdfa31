package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.embedded.EmbeddedCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Instances of {@code ingest serve} share their sources: when one is killed and another hangs, the
 * third has all of them; the one that hung wakes up and disturbs nobody.
 */
final class SharedSourcesIT {
  private static final int SITES = 12;
  private static final Duration TAKEOVER = Duration.ofSeconds(30);

  /** Polls are 1 s apart at least; the test's clock looks at when requests arrive. */
  private static final Duration APART = Duration.ofMillis(900);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  private EmbeddedCluster cluster;
  private PolledSites sites;

  @BeforeEach
  void start() throws IOException {
    cluster = EmbeddedCluster.start(directory);
    sites = new PolledSites(SITES);
  }

  @AfterEach
  void stop() {
    sites.close();
    cluster.close();
  }

  @Test
  void instances_killedAndHung_areReplacedWithinSecondsAndNoneAsksTwice() throws Exception {
    try (Instance killed = serve("killed");
        Instance hung = serve("hung");
        Instance third = serve("third")) {
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
      assertEachItemCameOnce();
    }
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

  private void assertEachItemCameOnce() {
    var raw = new PlainReader(cluster.bootstrapServers(), cluster.registryUrl());

    assertThat(raw.records("news.articles.raw", SITES * PolledSites.ITEMS))
        .extracting(message -> message.key())
        .hasSize(SITES * PolledSites.ITEMS)
        .doesNotHaveDuplicates();
  }

  /** Whether each site was asked since then, by that one. */
  private boolean hasAll(String agent, long since) {
    return sites.since(since).stream()
        .allMatch(all -> all.stream().anyMatch(asked -> asked.agent().equals(agent)));
  }

  private Instance serve(String name) throws IOException {
    Path file = sites.file(directory.resolve(name + ".yaml"), name);
    return Instance.start(
        List.of(),
        directory.resolve(name + ".out"),
        List.of(
            "ingest",
            "serve",
            "--allow-private",
            "--sources",
            file.toString(),
            "--bootstrap-servers",
            cluster.bootstrapServers(),
            "--schema-registry",
            cluster.registryUrl(),
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
