package io.wirewatch.journey;

import static io.wirewatch.journey.Principals.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wirewatch.app.Right;
import io.wirewatch.app.Role;
import io.wirewatch.journey.CommandLine.Ended;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The journey on a broker that lets nobody in whom it does not know, and nobody do what nobody has
 * allowed: every command has a principal of its own with exactly the rights of its {@link Role}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SecuredJourneyIT {
  private Path directory;
  private Principals principals;
  private SecuredBroker broker;
  private PlainReader reader;
  private StrayRecords stray;
  private int flows;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    directory = scratch;
    principals = new Principals(directory);
    broker = principals.broker();
    reader = new PlainReader(broker.bootstrapServers(), principals.registryUrl());
    stray = new StrayRecords(broker.bootstrapServers(), principals.registryUrl());
  }

  @AfterAll
  void stop() {
    principals.close();
  }

  @Test
  @Order(1)
  void journey_overScram_withExactlyTheRightsOfEachRole_works() throws Exception {
    flowOverScram();
    // Once more on machines that remember nothing.
    flowOverScram();
    stray.deadLetterOfTheAlertStage(reader);
    assertEnds(1, principals.scram(Role.REDRIVE, "dead-letter", "--only-passing"));
    assertEnds(1, principals.scram(Role.REDRIVE, "rejected"));
    assertEnds(0, principals.scram(Role.REDRIVE, "dead-letter"));
    assertEnds(
        0, principals.scram(Role.TOPICS_CREATE, "--partitions", "2", "--retention", "P100D"));
    assertEnds(
        0,
        principals.scram(
            Role.TOPICS_CREATE, "--rules", principals.rulesWithANewRoute().toString()));
    assertEnds(1, principals.scram(Role.TOPICS_DESCRIBE));
    String alerted = reader.records("news.alerts", 1).get(0).key();
    assertEnds(0, principals.scram(Role.WHY, alerted));
    assertEnds(0, principals.scram(Role.REPLAY, "--source", "raw"));
    assertEnds(0, principals.scram(Role.REPLAY, "--against", "live"));
    pollOverScram();
    deliverOverScram();
    try (InProcess dashboard = principals.scram(Role.DASHBOARD, "--port", "0")) {
      new DeskAtWork(dashboard).doAll(alerted);
    }
    assertEnds(0, principals.scram(Role.RESET_ENRICH, "--to", "latest"));
    assertEnds(0, principals.scram(Role.RESET_ALERT, "--to", "latest"));
    assertEnds(0, principals.scram(Role.RESET_INCIDENTS, "--to", "latest"));
    assertEnds(
        0,
        principals.scram(
            Role.DELIVER_SILENCE, "--matcher", "rule=border", "--for", "1h", "--why", "x"));
  }

  @Test
  @Order(2)
  void rights_ofEveryRole_areAllNeededAndNoneIsMissing() {
    for (Role role : Role.values()) {
      String principal = "User:" + Principals.name(role);
      assertThat(broker.asked().notNeeded(role, principal)).as("not needed: " + role).isEmpty();
      assertThat(broker.asked().deniedTo(principal)).as("missing: " + role).isEmpty();
    }
  }

  @Test
  @Order(3)
  void journey_withCertificates_works() throws Exception {
    int before = reader.records("news.alerts", 4).size();
    try (InProcess enrich = principals.mutual(Role.ENRICH);
        InProcess alert = principals.mutual(Role.ALERT, "--rules", Principals.rules().toString())) {
      assertEnds(0, principals.mutual(Role.INGEST, principals.page("Tal Afar").toString()));

      assertThat(reader.records("news.alerts", before + 2)).hasSize(before + 2);
      assertThat(enrich.hasEnded()).as(enrich.said()).isFalse();
      assertThat(alert.hasEnded()).as(alert.said()).isFalse();
    }
  }

  @Test
  @Order(4)
  void doctor_withTheRightsOfAStage_findsAllWell() throws Exception {
    assertEnds(0, principals.doctor(Role.ENRICH, broker.scram("enrich", PASSWORD)));
    assertEnds(0, principals.doctor(Role.ALERT, broker.mutual("alert")));
    assertEnds(0, principals.doctor(Role.DASHBOARD, broker.scram("dashboard", PASSWORD)));
  }

  @Test
  @Order(4)
  void doctor_withTheRightsOfAnother_saysWhichAreLacking() throws Exception {
    InProcess doctor = principals.doctor(Role.ENRICH, broker.scram("ingest", PASSWORD));

    assertThat(doctor.end().exit()).isEqualTo(1);
    assertThat(doctor.end().out())
        .contains("BAD  rights", "read topic news.articles.raw", "write transactional id")
        .doesNotContain("write topic news.articles.rejected");
  }

  @ParameterizedTest
  @Order(4)
  @ValueSource(
      strings = {
        "ingest page PAGE",
        "enrich",
        "alert",
        "rules publish RULES",
        "rules list",
        "redrive rejected",
        "why some-article",
        "reset --stage enrich",
        "reset --stage alert",
        "topics create",
        "dashboard --port 0",
      })
  void stranger_isToldInOneLineWhatToDo(String command) throws Exception {
    Ended ended =
        InProcess.run(principals.words(command, broker.scram(Principals.STRANGER, PASSWORD)));

    assertRefused(ended, "docs/security.md");
  }

  @Test
  @Order(4)
  void wrongPassword_isToldInOneLineWhatToLookAt() throws Exception {
    Ended ended =
        InProcess.run(principals.words("enrich", broker.scram("enrich", "not-" + PASSWORD)));

    assertRefused(ended, "does not let us in");
  }

  @ParameterizedTest
  @Order(5)
  @EnumSource(names = {"INGEST", "RULES_PUBLISH", "RULES_LIST"})
  void right_takenAway_isMissed(Role role) throws Exception {
    String principal = "User:" + Principals.name(role);
    for (Right right : role.rights()) {
      broker.take(principal, right);
      String what =
          Principals.command(role)
              + Map.of(Role.INGEST, " PAGE", Role.RULES_PUBLISH, " RULES").getOrDefault(role, "");
      Ended ended =
          InProcess.run(principals.words(what, broker.scram(Principals.name(role), PASSWORD)));
      broker.allow(principal, right);

      assertThat(ended.exit()).as("without " + right + ended.err()).isEqualTo(2);
      assertThat(ended.err()).as("without " + right).contains("docs/security.md");
    }
  }

  private static void assertRefused(Ended ended, String saying) {
    assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().toList()).singleElement().asString().contains(saying);
    assertThat(ended.err()).doesNotContain(PASSWORD);
  }

  private static void assertEnds(int exit, InProcess command) {
    assertThat(command.end().exit()).as(command.said()).isEqualTo(exit);
  }

  /** One page on its way, with everything that can go wrong on it. */
  private void flowOverScram() throws Exception {
    flows++;
    // What is done between the steps is cleared every half minute; nobody waits for that here.
    String soon = "repartition.purge.interval.ms=100";
    try (InProcess enrich = principals.scram(Role.ENRICH, "--set", soon);
        InProcess alert = principals.scram(Role.ALERT, "--rules", Principals.rules().toString())) {
      stray.notAvro("news.articles.raw");
      stray.notAvro("news.articles.enriched");
      assertEnds(0, principals.scram(Role.INGEST, principals.page("Rabia " + flows).toString()));
      stray.articleWithoutText("empty-" + flows);

      assertThat(reader.records("news.alerts", 2 * flows)).hasSize(2 * flows);
      assertThat(reader.records("news.dead-letter", 2 * flows)).hasSize(2 * flows);
      assertEnds(0, principals.scram(Role.RULES_PUBLISH, Principals.rules().toString()));
      stray.brokenSeal("not-the-hash-" + flows);
      // A block without a text, an article without one, and the rule set.
      assertThat(reader.records("news.articles.rejected", 3 * flows)).hasSize(3 * flows);
      assertEnds(0, principals.scram(Role.RULES_PUBLISH, Principals.rules().toString()));
      assertEnds(0, principals.scram(Role.RULES_LIST));
      assertThat(enrich.hasEnded()).as(enrich.said()).isFalse();
      assertThat(alert.hasEnded()).as(alert.said()).isFalse();
    }
  }

  private void pollOverScram() throws Exception {
    try (PolledSites sites = new PolledSites(1)) {
      Path sources = directory.resolve("sources.yaml");
      String file = sites.file(sources, "desk", PolledSites.EVERY_SECOND).toString();
      try (InProcess serve =
          principals.scram(Role.INGEST_SERVE, "--allow-private", "--sources", file)) {
        assertThat(reader.records("news.feeds", 2)).as(serve.said()).hasSizeGreaterThan(1);
        sites.answerNoMore();
        assertThat(reader.records("news.sources.alarms", 1)).as(serve.said()).hasSize(1);
      }
    }
    assertEnds(0, principals.scram(Role.SOURCES_SHOW));
  }

  /** A target that takes nothing at first, and a silence that is over. */
  private void deliverOverScram() throws Exception {
    stray.notAvro("news.incidents");
    AtomicInteger status = new AtomicInteger(400);
    HttpServer target =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    target.start();
    String plan =
        Files.writeString(
                directory.resolve("deliver.yaml"),
                "targets: {desk: {webhook: {url: 'http://127.0.0.1:%d/'}}}"
                    .formatted(target.getAddress().getPort()))
            .toString();
    String soon = "repartition.purge.interval.ms=100";
    try (InProcess deliver = principals.scram(Role.DELIVER, "--plan", plan, "--set", soon)) {
      assertThat(reader.records("news.deliveries.failed", 1)).as(deliver.said()).isNotEmpty();
      assertThat(deliver.hasEnded()).as(deliver.said()).isFalse();
    }
    status.set(204);
    assertEnds(0, principals.scram(Role.DELIVER_RETRY, "--plan", plan));
    // Once more, by one who has something to recall.
    stray.endedSilence();
    try (InProcess deliver = principals.scram(Role.DELIVER, "--plan", plan)) {
      assertThat(reader.records("news.desk", 2)).as(deliver.said()).hasSizeGreaterThan(1);
    }
    target.stop(0);
  }
}
