package io.wirewatch.journey;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings full of secrets: right ones, and each kind of wrong ones. */
final class SecretSettings {
  static final String USER = "keeper";

  private static final boolean ALL = Boolean.getBoolean("secrets.all");
  private static final List<String> CLUSTER =
      List.of("bootstrap.servers", "security.protocol", "sasl.mechanism", "schema.registry.url");

  private final Secrets secrets;
  private final SecuredBroker broker;
  private final String registryUrl;

  SecretSettings(Secrets secrets, SecuredBroker broker, String registryUrl) {
    this.secrets = secrets;
    this.broker = broker;
    this.registryUrl = registryUrl;
  }

  /** Words that are no settings, though they were meant to be. */
  List<List<String>> mistyped() {
    return List.of(
        List.of("--set", secrets.of("set-without-key")),
        List.of("--sett", "ssl.key.password=" + secrets.of("wrong-option")),
        List.of("--sasl.jaas.config=" + secrets.of("setting-as-option")),
        List.of("--nonsense", "bearer.auth.token=" + secrets.of("stray-word")));
  }

  /** By what is wrong with them, settings that a command may be given; the last are right. */
  Map<String, Map<String, String>> scenarios(String command) throws Exception {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    if (CommandTree.has(command, "--bootstrap-servers")) {
      all.put("wrong password", changed("sasl.jaas.config", jaas(secrets.of("wrong-password"))));
      all.put("broken jaas", changed("sasl.jaas.config", secrets.of("jaas") + " is none"));
      all.put("no such store", changed("ssl.keystore.location", "/nowhere/keys.p12"));
      all.put("wrong key password", changed("ssl.key.password", secrets.of("wrong-key-password")));
      all.put("wrong store", changed("ssl.truststore.password", secrets.of("wrong-trust")));
      all.put("keys as text", keysAsText());
      all.put("registry away", registryAway());
      all.put(
          "broken address",
          changed("schema.registry.url", "http://" + secrets.user("address") + "@no host:99999"));
      all.put("two credentials", changed("bearer.auth.token", secrets.of("second-credential")));
      all.keySet().retainAll(inTurn(command, all.keySet()));
      all.put("all is well", working());
    } else if (CommandTree.has(command, "--config")) {
      Map<String, String> unused = working();
      unused.keySet().removeAll(CLUSTER);
      all.put("all is well", unused);
    }
    return all;
  }

  /** Every secret that can be used at once, and the right one. */
  Map<String, String> working() throws Exception {
    Map<String, String> settings = new HashMap<>(broker.scram(USER, secrets.of("scram")));
    Path keys = broker.keys().of(USER);
    Path trust = broker.keys().storeTrusting(SecuredBroker.BROKER);
    for (String prefix : List.of("", "schema.registry.")) {
      settings.put(prefix + "ssl.keystore.location", keys.toString());
      settings.put(prefix + "ssl.keystore.type", "PKCS12");
      settings.put(prefix + "ssl.keystore.password", secrets.of("stores"));
      settings.put(prefix + "ssl.key.password", secrets.of("stores"));
      settings.put(prefix + "ssl.truststore.location", trust.toString());
      settings.put(prefix + "ssl.truststore.type", "PKCS12");
      settings.put(prefix + "ssl.truststore.password", secrets.of("stores"));
    }
    settings.put(
        "schema.registry.url", registryUrl.replace("//", "//" + secrets.user("address") + "@"));
    settings.put("basic.auth.credentials.source", "URL");
    settings.put("metrics.port", "0");
    settings.put("basic.auth.user.info", secrets.user("basic"));
    return settings;
  }

  /** Each command meets a third of what goes wrong, and the next command the next third. */
  private static List<String> inTurn(String command, Set<String> troubles) {
    int place = CommandTree.names().indexOf(command);
    List<String> all = List.copyOf(troubles);
    return all.stream().filter(one -> ALL || (all.indexOf(one) + place) % 3 == 0).toList();
  }

  private Map<String, String> changed(String key, String value) throws Exception {
    Map<String, String> settings = working();
    settings.put(key, value);
    return settings;
  }

  private Map<String, String> keysAsText() throws Exception {
    Map<String, String> settings = changed("ssl.keystore.type", "PEM");
    settings.keySet().removeIf(key -> key.startsWith("ssl.keystore.") && !key.endsWith("type"));
    settings.put("ssl.keystore.key", secrets.of("key"));
    settings.put("ssl.keystore.certificate.chain", "not a certificate");
    return settings;
  }

  private Map<String, String> registryAway() throws Exception {
    Map<String, String> settings =
        changed("schema.registry.url", "http://" + secrets.user("address") + "@127.0.0.1:1");
    settings.remove("basic.auth.user.info");
    settings.remove("basic.auth.credentials.source");
    settings.put("bearer.auth.token", secrets.of("token"));
    return settings;
  }

  private static String jaas(String password) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(USER, password);
  }
}
