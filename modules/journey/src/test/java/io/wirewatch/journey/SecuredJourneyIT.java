package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.PublishedRule;
import io.wirewatch.RawArticle;
import io.wirewatch.Silence;
import io.wirewatch.app.Right;
import io.wirewatch.app.Role;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.RecordSerdes;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.journey.CommandLine.Ended;
import io.wirewatch.rules.RuleSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
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
  private static final String PASSWORD = "pass-of-the-principals";
  private static final String STRANGER = "stranger";
  private static final List<Role> MUTUAL = List.of(Role.INGEST, Role.ENRICH, Role.ALERT);

  private static final byte[] NOT_AVRO = "not avro".getBytes(StandardCharsets.UTF_8);

  private Path directory;
  private SecuredBroker broker;
  private EmbeddedRegistry registry;
  private PlainReader reader;
  private int flows;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    directory = scratch;
    broker =
        new SecuredBroker(
            directory,
            new SecuredBroker.Passwords("pass-of-the-stores", PASSWORD),
            MUTUAL.stream().map(SecuredJourneyIT::name).toList());
    registry = EmbeddedRegistry.start(directory, 0);
    reader = new PlainReader(broker.bootstrapServers(), registry.url());
    List<String> users = new ArrayList<>(List.of(STRANGER));
    Stream.of(Role.values()).map(SecuredJourneyIT::name).forEach(users::add);
    broker.know(users);
    for (Role role : Role.values()) {
      broker.allow("User:" + name(role), role);
    }
    for (Role role : MUTUAL) {
      broker.allow("User:CN=" + name(role), role);
    }
    new ClusterTopics(broker.admin(), 1)
        .ensure(Topics.all(RuleSet.load(Path.of("../../rules")).routes()));
  }

  @AfterAll
  void stop() {
    registry.close();
    broker.close();
  }

  @Test
  @Order(1)
  void journey_overScram_withExactlyTheRightsOfEachRole_works() throws Exception {
    flowOverScram();
    // Once more on machines that remember nothing.
    flowOverScram();
    setAsideByTheAlertStage();
    assertEnds(1, scram(Role.REDRIVE, "dead-letter", "--only-passing"));
    assertEnds(1, scram(Role.REDRIVE, "rejected"));
    assertEnds(0, scram(Role.REDRIVE, "dead-letter"));
    assertEnds(0, scram(Role.TOPICS_CREATE, "--partitions", "2", "--retention", "P100D"));
    assertEnds(0, scram(Role.TOPICS_CREATE, "--rules", rulesWithANewRoute().toString()));
    assertEnds(1, scram(Role.TOPICS_DESCRIBE));
    String alerted = reader.records("news.alerts", 1).get(0).key();
    assertEnds(0, scram(Role.WHY, alerted));
    assertEnds(0, scram(Role.REPLAY, "--source", "raw"));
    assertEnds(0, scram(Role.REPLAY, "--against", "live"));
    pollOverScram();
    deliverOverScram();
    try (InProcess dashboard = scram(Role.DASHBOARD, "--port", "0")) {
      new DeskAtWork(dashboard).doAll(alerted);
    }
    assertEnds(0, scram(Role.RESET_ENRICH, "--to", "latest"));
    assertEnds(0, scram(Role.RESET_ALERT, "--to", "latest"));
    assertEnds(0, scram(Role.RESET_INCIDENTS, "--to", "latest"));
    assertEnds(
        0, scram(Role.DELIVER_SILENCE, "--matcher", "rule=border", "--for", "1h", "--why", "x"));
  }

  @Test
  @Order(2)
  void rights_ofEveryRole_areAllNeededAndNoneIsMissing() {
    for (Role role : Role.values()) {
      String principal = "User:" + name(role);
      assertThat(broker.asked().notNeeded(role, principal)).as("not needed: " + role).isEmpty();
      assertThat(broker.asked().deniedTo(principal)).as("missing: " + role).isEmpty();
    }
  }

  @Test
  @Order(3)
  void journey_withCertificates_works() throws Exception {
    int before = reader.records("news.alerts", 4).size();
    try (InProcess enrich = mutual(Role.ENRICH);
        InProcess alert = mutual(Role.ALERT, "--rules", rules().toString())) {
      assertEnds(0, mutual(Role.INGEST, page("Tal Afar").toString()));

      assertThat(reader.records("news.alerts", before + 2)).hasSize(before + 2);
      assertThat(enrich.hasEnded()).as(enrich.said()).isFalse();
      assertThat(alert.hasEnded()).as(alert.said()).isFalse();
    }
  }

  @Test
  @Order(4)
  void doctor_withTheRightsOfAStage_findsAllWell() throws Exception {
    assertEnds(0, doctor(Role.ENRICH, broker.scram("enrich", PASSWORD)));
    assertEnds(0, doctor(Role.ALERT, broker.mutual("alert")));
    assertEnds(0, doctor(Role.DASHBOARD, broker.scram("dashboard", PASSWORD)));
  }

  @Test
  @Order(4)
  void doctor_withTheRightsOfAnother_saysWhichAreLacking() throws Exception {
    InProcess doctor = doctor(Role.ENRICH, broker.scram("ingest", PASSWORD));

    assertThat(doctor.end().exit()).isEqualTo(1);
    assertThat(doctor.end().out())
        .contains("BAD  rights", "read topic news.articles.raw", "write transactional id")
        .doesNotContain("write topic news.articles.rejected");
  }

  private InProcess doctor(Role role, Map<String, String> settings) throws IOException {
    List<String> words = words("doctor", settings);
    words.addAll(List.of("--for", role.name()));
    return InProcess.start(words);
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
    Ended ended = InProcess.run(words(command, broker.scram(STRANGER, PASSWORD)));

    assertRefused(ended, "docs/security.md");
  }

  @Test
  @Order(4)
  void wrongPassword_isToldInOneLineWhatToLookAt() throws Exception {
    Ended ended = InProcess.run(words("enrich", broker.scram("enrich", "not-" + PASSWORD)));

    assertRefused(ended, "does not let us in");
  }

  @ParameterizedTest
  @Order(5)
  @EnumSource(names = {"INGEST", "RULES_PUBLISH", "RULES_LIST"})
  void right_takenAway_isMissed(Role role) throws Exception {
    String principal = "User:" + name(role);
    for (Right right : role.rights()) {
      broker.take(principal, right);
      String what =
          command(role)
              + Map.of(Role.INGEST, " PAGE", Role.RULES_PUBLISH, " RULES").getOrDefault(role, "");
      Ended ended = InProcess.run(words(what, broker.scram(name(role), PASSWORD)));
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

  private InProcess scram(Role role, String... more) throws IOException {
    return start(role, broker.scram(name(role), PASSWORD), more);
  }

  private InProcess mutual(Role role, String... more) throws IOException {
    return start(role, broker.mutual(name(role)), more);
  }

  private InProcess start(Role role, Map<String, String> settings, String... more)
      throws IOException {
    List<String> words = words(command(role), settings);
    words.addAll(List.of(more));
    return InProcess.start(words);
  }

  private List<String> words(String command, Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("schema.registry.url", registry.url());
    // Where a stage does not say good-bye, the next waits so long for it.
    all.put("session.timeout.ms", "6000");
    all.put("heartbeat.interval.ms", "1000");
    all.put("state.dir", Files.createTempDirectory(directory, "state").toString());
    String given =
        command.replace("PAGE", page("Rabia").toString()).replace("RULES", rules().toString());
    List<String> words = new ArrayList<>(List.of(given.split(" ", -1)));
    words.add("--config");
    words.add(
        InProcess.file(Files.createTempFile(directory, "set", ".properties"), all).toString());
    return words;
  }

  /** What is typed; where there is a choice, the first. */
  private static String command(Role role) {
    return role.command().replaceAll("\\|\\S*", "");
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Path rules() {
    return Path.of("../../rules").toAbsolutePath().normalize();
  }

  private Path rulesWithANewRoute() throws IOException {
    return Files.writeString(
        directory.resolve("new.yaml"),
        "version: 1\nrules:\n  - {id: tank, when: tank, route: armour}\n  - {id: jet, when: jet, status: experimental}\n");
  }

  private Path page(String place) throws IOException {
    return Files.writeString(
        directory.resolve(place + ".txt"), CommandLine.PAGE.replace("Rabia", place));
  }

  /** One page on its way, with everything that can go wrong on it. */
  private void flowOverScram() throws Exception {
    flows++;
    // What is done between the steps is cleared every half minute; nobody waits for that here.
    String soon = "repartition.purge.interval.ms=100";
    try (InProcess enrich = scram(Role.ENRICH, "--set", soon);
        InProcess alert = scram(Role.ALERT, "--rules", rules().toString())) {
      publish("news.articles.raw", NOT_AVRO, new RecordHeaders());
      publish("news.articles.enriched", NOT_AVRO, new RecordHeaders());
      assertEnds(0, scram(Role.INGEST, page("Rabia " + flows).toString()));
      publishUnusable();

      assertThat(reader.records("news.alerts", 2 * flows)).hasSize(2 * flows);
      assertThat(reader.records("news.dead-letter", 2 * flows)).hasSize(2 * flows);
      assertEnds(0, scram(Role.RULES_PUBLISH, rules().toString()));
      publishBrokenSeal();
      // A block without a text, an article without one, and the rule set.
      assertThat(reader.records("news.articles.rejected", 3 * flows)).hasSize(3 * flows);
      assertEnds(0, scram(Role.RULES_PUBLISH, rules().toString()));
      assertEnds(0, scram(Role.RULES_LIST));
      assertThat(enrich.hasEnded()).as(enrich.said()).isFalse();
      assertThat(alert.hasEnded()).as(alert.said()).isFalse();
    }
  }

  private void pollOverScram() throws Exception {
    try (PolledSites sites = new PolledSites(1)) {
      Path sources = directory.resolve("sources.yaml");
      String file = sites.file(sources, "desk", PolledSites.EVERY_SECOND).toString();
      try (InProcess serve = scram(Role.INGEST_SERVE, "--allow-private", "--sources", file)) {
        assertThat(reader.records("news.feeds", 2)).as(serve.said()).hasSizeGreaterThan(1);
        sites.answerNoMore();
        assertThat(reader.records("news.sources.alarms", 1)).as(serve.said()).hasSize(1);
      }
    }
    assertEnds(0, scram(Role.SOURCES_SHOW));
  }

  /** A target that takes nothing at first, and a silence that is over. */
  private void deliverOverScram() throws Exception {
    publish("news.incidents", NOT_AVRO, new RecordHeaders());
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
    try (InProcess deliver = scram(Role.DELIVER, "--plan", plan, "--set", soon)) {
      assertThat(reader.records("news.deliveries.failed", 1)).as(deliver.said()).isNotEmpty();
      assertThat(deliver.hasEnded()).as(deliver.said()).isFalse();
    }
    status.set(204);
    assertEnds(0, scram(Role.DELIVER_RETRY, "--plan", plan));
    // Once more, by one who has something to recall.
    DeskEntry silence = endedSilence();
    publish("news.desk", silence.getId(), written("news.desk", silence), new RecordHeaders());
    try (InProcess deliver = scram(Role.DELIVER, "--plan", plan)) {
      assertThat(reader.records("news.desk", 2)).as(deliver.said()).hasSizeGreaterThan(1);
    }
    target.stop(0);
  }

  private static DeskEntry endedSilence() {
    Instant then = Instant.parse("2025-08-18T10:00:00Z");
    return DeskEntry.newBuilder()
        .setId("silence/over")
        .setKind(DeskKind.SILENCE)
        .setBy("Ann")
        .setAt(then)
        .setText("drill")
        .setSilence(new Silence(List.of("rule=\"none\""), then, then.plusSeconds(1), null, false))
        .build();
  }

  /** A dead letter of the alert stage that can be read: a step must have broken on it. */
  private void setAsideByTheAlertStage() throws Exception {
    byte[] enriched =
        reader.records("news.articles.enriched", 2).stream()
            .map(ConsumerRecord::value)
            .filter(value -> !Arrays.equals(value, NOT_AVRO))
            .findFirst()
            .orElseThrow();
    publish(
        "news.dead-letter",
        enriched,
        new RecordHeaders()
            .add(
                "__streams.errors.topic",
                "news.articles.enriched".getBytes(StandardCharsets.UTF_8)));
  }

  /** An article without a text, which no edge of ours would publish. */
  private void publishUnusable() throws Exception {
    Instant observed = Instant.parse("2025-08-18T10:00:00Z");
    publish(
        "news.articles.raw",
        "empty-" + flows,
        written(
            "news.articles.raw",
            RawArticle.newBuilder()
                .setId("empty-" + flows)
                .setSource("Basin News")
                .setHeadline(" ")
                .setBody(" ")
                .setPublishedAt(observed)
                .setObservedAt(observed)
                .setFeed("jsonl:test")
                .build()),
        new RecordHeaders());
  }

  private byte[] written(String topic, SpecificRecord record) {
    Settings settings =
        Settings.of(Map.of(), Map.of(), Map.of("schema.registry.url", registry.url()));
    return new RecordSerdes(settings)
        .of(SpecificRecord.class)
        .serializer()
        .serialize(topic, record);
  }

  private void publishBrokenSeal() throws Exception {
    PublishedRule seal = new PublishedRule("#set", "not-the-hash-" + flows, null, 999);
    publish("news.rules", "#set", written("news.rules", seal), new RecordHeaders());
  }

  private void publish(String topic, byte[] value, Headers headers) throws Exception {
    publish(topic, "k", value, headers);
  }

  private void publish(String topic, String key, byte[] value, Headers headers) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, null, key, value, headers)).get();
    }
  }
}
