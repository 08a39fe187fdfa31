package io.wirewatch.journey;

import io.wirewatch.app.Role;
import io.wirewatch.embedded.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Those whom a secured broker knows: one for each role, with exactly its rights, and a stranger who
 * has none. What they run is in this process.
 */
final class Principals implements AutoCloseable {
  static final String PASSWORD = "pass-of-the-principals";
  static final String STRANGER = "stranger";
  private static final List<Role> MUTUAL = List.of(Role.INGEST, Role.ENRICH, Role.ALERT);

  private final Path directory;
  private final SecuredBroker broker;
  private final EmbeddedRegistry registry;

  Principals(Path directory) throws Exception {
    this.directory = directory;
    broker =
        new SecuredBroker(
            directory,
            new SecuredBroker.Passwords("pass-of-the-stores", PASSWORD),
            MUTUAL.stream().map(Principals::name).toList());
    registry = EmbeddedRegistry.start(directory, 0);
    List<String> users = new ArrayList<>(List.of(STRANGER));
    Stream.of(Role.values()).map(Principals::name).forEach(users::add);
    broker.know(users);
    for (Role role : Role.values()) {
      broker.allow("User:" + name(role), role);
    }
    for (Role role : MUTUAL) {
      broker.allow("User:CN=" + name(role), role);
    }
    broker.createTopics();
  }

  SecuredBroker broker() {
    return broker;
  }

  String registryUrl() {
    return registry.url();
  }

  /** Runs the role's command by SCRAM. */
  InProcess scram(Role role, String... more) throws IOException {
    return start(role, broker.scram(name(role), PASSWORD), more);
  }

  /** Runs it with the role's certificate. */
  InProcess mutual(Role role, String... more) throws IOException {
    return start(role, broker.mutual(name(role)), more);
  }

  /** Asks the doctor for a role, by these settings. */
  InProcess doctor(Role role, Map<String, String> settings) throws IOException {
    List<String> words = words("doctor", settings);
    words.addAll(List.of("--for", role.name()));
    return InProcess.start(words);
  }

  private InProcess start(Role role, Map<String, String> settings, String... more)
      throws IOException {
    List<String> words = words(command(role), settings);
    words.addAll(List.of(more));
    return InProcess.start(words);
  }

  /** The command's words, with these settings; PAGE and RULES stand for files. */
  List<String> words(String command, Map<String, String> settings) throws IOException {
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
  static String command(Role role) {
    return role.command().replaceAll("\\|\\S*", "");
  }

  static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Path rules() {
    return Path.of("../../rules").toAbsolutePath().normalize();
  }

  Path rulesWithANewRoute() throws IOException {
    return Files.writeString(
        directory.resolve("new.yaml"),
        "version: 1\nrules:\n  - {id: tank, when: tank, route: armour}\n  - {id: jet, when: jet, status: experimental}\n");
  }

  Path page(String place) throws IOException {
    return Files.writeString(
        directory.resolve(place + ".txt"), CommandLine.PAGE.replace("Rabia", place));
  }

  @Override
  public void close() {
    registry.close();
    broker.close();
  }
}
