package io.wirewatch.journey;

import io.wirewatch.app.Right;
import io.wirewatch.app.Role;
import io.wirewatch.contract.ClusterTopics;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedBroker;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * A real broker that denies whatever nobody has allowed. Clients come by SCRAM-SHA-512 over TLS or
 * with certificates of their own; only this test's administrator comes without either.
 */
final class SecuredBroker implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  static final String BROKER = "broker";
  private static final int ITERATIONS = 4096;

  private final AskedRights asked = new AskedRights();
  private final Passwords passwords;
  private final KeyStores keys;
  private final Path trust;
  private final int scramPort = freePort();
  private final int mutualPort = freePort();
  private final EmbeddedBroker broker;
  private final Admin admin;

  /** Of the key stores, and of those who come by SCRAM. */
  record Passwords(String stores, String principals) {}

  /** A broker that knows the certificates of these. */
  SecuredBroker(Path directory, Passwords passwords, List<String> certified)
      throws IOException, GeneralSecurityException {
    this.passwords = passwords;
    List<String> owners = new ArrayList<>(certified);
    owners.add(BROKER);
    keys = new KeyStores(directory.resolve("keys"), passwords.stores(), owners);
    trust = keys.trusting("trust-in-broker", List.of(BROKER));
    broker =
        EmbeddedBroker.start(
            directory.resolve("kafka"), 0, settings(keys.trusting("trust-in-clients", certified)));
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private Map<String, Object> settings(Path clients) {
    Map<String, Object> settings = new HashMap<>(asked.settings());
    settings.put(
        "listeners", "SASL_SSL://%s:%d,SSL://%s:%d".formatted(HOST, scramPort, HOST, mutualPort));
    settings.put("super.users", "User:ANONYMOUS");
    settings.put("ssl.keystore.location", keys.of(BROKER).toString());
    settings.put("ssl.keystore.password", passwords.stores());
    settings.put("ssl.keystore.type", "PKCS12");
    settings.put("ssl.truststore.location", clients.toString());
    settings.put("ssl.truststore.type", "PEM");
    settings.put("listener.name.ssl.ssl.client.auth", "required");
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put(
        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    return settings;
  }

  /** All topics of the bundled rules. */
  void createTopics() throws RuleProblems {
    new ClusterTopics(admin, 1).ensure(Topics.all(RuleSet.load(Path.of("../../rules")).routes()));
  }

  /** Makes these users known. */
  void know(Collection<String> users) throws InterruptedException, ExecutionException {
    List<UserScramCredentialAlteration> all = new ArrayList<>();
    for (String user : users) {
      all.add(
          new UserScramCredentialUpsertion(
              user,
              new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
              passwords.principals()));
    }
    admin.alterUserScramCredentials(all).all().get();
  }

  /** Allows a principal, as in {@code User:enrich}, what the role needs, and nothing else. */
  void allow(String principal, Role role) throws InterruptedException, ExecutionException {
    admin
        .createAcls(role.rights().stream().map(right -> right.givenTo(principal)).toList())
        .all()
        .get();
  }

  /** Allows it one thing; returns when the broker knows. */
  void allow(String principal, Right right) throws InterruptedException, ExecutionException {
    admin.createAcls(List.of(right.givenTo(principal))).all().get();
    awaitKnown(principal, right, true);
  }

  /** Takes one thing away; returns when the broker knows. */
  void take(String principal, Right right) throws InterruptedException, ExecutionException {
    admin.deleteAcls(List.of(right.givenTo(principal).toFilter())).all().get();
    awaitKnown(principal, right, false);
  }

  private void awaitKnown(String principal, Right right, boolean wanted)
      throws InterruptedException, ExecutionException {
    AclBindingFilter filter = right.givenTo(principal).toFilter();
    while (admin.describeAcls(filter).values().get().isEmpty() == wanted) {
      // Between two looks: the broker tells nobody when it has learnt of a right.
      Thread.sleep(20);
    }
  }

  /** What a user has to set who comes by SCRAM. */
  Map<String, String> scram(String user, String password) {
    return Map.of(
        "bootstrap.servers",
        HOST + ":" + scramPort,
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(user, password),
        "ssl.truststore.location",
        trust.toString(),
        "ssl.truststore.type",
        "PEM");
  }

  /** What the owner of a certificate has to set. */
  Map<String, String> mutual(String owner) {
    return Map.of(
        "bootstrap.servers",
        HOST + ":" + mutualPort,
        "security.protocol",
        "SSL",
        "ssl.keystore.location",
        keys.of(owner).toString(),
        "ssl.keystore.password",
        passwords.stores(),
        "ssl.keystore.type",
        "PKCS12",
        "ssl.truststore.location",
        trust.toString(),
        "ssl.truststore.type",
        "PEM");
  }

  KeyStores keys() {
    return keys;
  }

  /** What was asked of its authorizer so far. */
  AskedRights asked() {
    return asked;
  }

  /** Where the administrator comes in. */
  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public void close() {
    admin.close();
    broker.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new AssertionError(none);
    }
  }
}
