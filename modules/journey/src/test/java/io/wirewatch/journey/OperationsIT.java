package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.contract.registry.SchemaRegistry;
import io.wirewatch.embedded.EmbeddedBroker;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.journey.CommandLine.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Topics, schemas and the doctor, on a cluster where nothing is prepared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OperationsIT {
  private EmbeddedBroker broker;
  private EmbeddedRegistry registry;

  @BeforeAll
  void start(@TempDir Path kafka) {
    broker = EmbeddedBroker.start(kafka, 0);
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @BeforeEach
  void prepare(@TempDir Path schemas) {
    registry = EmbeddedRegistry.start(schemas, 0);
  }

  @AfterEach
  void clear() throws Exception {
    registry.close();
    try (Admin admin = admin()) {
      admin.deleteTopics(names()).all().get();
    }
    // The broker learns of it after the controller, and the next test begins with nothing.
    while (!names().isEmpty()) {
      Thread.sleep(20);
    }
  }

  @Test
  void topics_createdAsWanted_areDescribedAsWanted() throws Exception {
    String[] wish = {"--partitions", "4", "--replication", "1", "--retention", "P3D"};

    assertExit(0, topics("create", "--dry-run"));
    assertThat(names()).isEmpty();
    assertExit(1, topics("describe", wish));
    assertExit(0, topics("create", wish));
    assertExit(0, topics("describe", wish));
    assertThat(names()).contains("news.articles.raw", "news.rules", "news.alerts.border");
    assertThat(partitions("news.articles.raw")).isEqualTo(4);
    assertThat(partitions("news.rules")).isEqualTo(1);
    assertExit(1, topics("describe"));
  }

  @Test
  void topics_more_isDoneAndLess_isRefusedBeforeAnythingChanges() throws Exception {
    assertExit(0, topics("create", "--partitions", "2"));

    Ended grown = topics("create", "--partitions", "3", "--retention", "P100D");
    assertThat(grown.exit()).as(grown.err()).isZero();
    assertThat(grown.err()).contains("news.articles.raw has more partitions now", "reset");
    assertThat(partitions("news.articles.raw")).isEqualTo(3);
    assertRefused(topics("create", "--partitions", "2"), "none can be taken away");
    assertRefused(topics("create", "--retention", "P99D"), "would delete what is there");
    assertRefused(topics("create", "--replication", "2"), "kafka-reassign-partitions.sh");
    assertThat(partitions("news.alerts")).isEqualTo(3);
  }

  @Test
  void topics_moreCopiesThanBrokers_areRefused() throws Exception {
    assertRefused(topics("create", "--replication", "3"), "fewer brokers");
    assertThat(names()).isEmpty();
  }

  @Test
  void schemas_registered_areThereAndKeepTheirLevel() {
    assertThat(schemas("check").out()).contains("\"outcome\":\"compatible\"");
    assertExit(0, schemas("register"));

    Ended check = schemas("check");
    assertExit(0, check);
    assertThat(check.out()).contains("\"registered\"").doesNotContain("\"compatible\"");
    assertThat(
            client().objection("news.alerts-value", Schema.create(Schema.Type.LONG)).orElseThrow())
        .contains("cannot follow");
  }

  @Test
  void schemas_incompatible_areSaidAndNothingIsRegistered() {
    client().id("news.alerts-value", Schema.create(Schema.Type.LONG), true);

    Ended check = schemas("check");
    assertExit(1, check);
    assertThat(check.out())
        .contains("{\"subject\":\"news.alerts-value\",\"outcome\":\"incompatible\",\"reason\":");
    assertExit(1, schemas("register"));
    assertThat(schemas("check").out()).doesNotContain("\"registered\"");
  }

  @Test
  void doctor_whereNothingIsPrepared_saysWhatToDo() {
    Ended ended = run("doctor");

    assertExit(1, ended);
    assertThat(ended.out())
        .contains("ok   brokers", "ok   versions", "BAD  topics", "'wirewatch topics create'")
        .contains("ok   registry", "ok   clock");
  }

  @Test
  void doctor_whereAllIsPrepared_findsAllWell() {
    assertExit(0, topics("create"));
    assertExit(0, schemas("register"));

    Ended ended = run("doctor", "--json");
    assertExit(0, ended);
    assertThat(ended.out().lines().toList())
        .allMatch(line -> line.contains("\"well\":true"))
        .hasSize(9);
  }

  @Test
  void doctor_whereNobodyAnswers_saysSoOfBoth() {
    Ended ended =
        InProcess.run(
            List.of(
                "doctor",
                "--bootstrap-servers",
                "127.0.0.1:1",
                "--schema-registry",
                "http://127.0.0.1:1"));

    assertExit(1, ended);
    assertThat(ended.out())
        .contains("BAD  brokers", "no Kafka broker answers at 127.0.0.1:1")
        .contains("BAD  registry", "no schema registry answers");
    assertThat(ended.err()).isEmpty();
  }

  private static void assertExit(int exit, Ended ended) {
    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(exit);
  }

  private static void assertRefused(Ended ended, String saying) {
    assertExit(2, ended);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().toList()).singleElement().asString().contains(saying);
  }

  private Ended topics(String verb, String... more) {
    return run("topics", with(verb, more));
  }

  private Ended schemas(String verb) {
    return run("schemas", verb);
  }

  private static String[] with(String verb, String... more) {
    List<String> words = new ArrayList<>(List.of(verb));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private Ended run(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(more));
    words.addAll(
        List.of(
            "--bootstrap-servers",
            broker.bootstrapServers(),
            "--schema-registry",
            registry.url(),
            "--rules",
            "../../rules"));
    return InProcess.run(words);
  }

  private SchemaRegistry client() {
    return new SchemaRegistry(Map.of("schema.registry.url", registry.url()));
  }

  private List<String> names() throws Exception {
    try (Admin admin = admin()) {
      return List.copyOf(admin.listTopics().names().get());
    }
  }

  private int partitions(String topic) throws Exception {
    try (Admin admin = admin()) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .get(topic)
          .partitions()
          .size();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }
}
