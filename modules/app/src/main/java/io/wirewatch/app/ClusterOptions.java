package io.wirewatch.app;

import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.Settings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the cluster is, and everything else that can be set. */
final class ClusterOptions {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT,…",
      description = "Kafka brokers (default: localhost:9092).")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--schema-registry",
      paramLabel = "URL,…",
      description = "Schema registry (default: http://localhost:8081).")
  private @Nullable String schemaRegistry;

  @Mixin private SettingOptions others = new SettingOptions();

  /** All that was set, with the right one winning. */
  Settings settings() {
    Map<String, String> named = new HashMap<>();
    if (bootstrapServers != null) {
      named.put(Cluster.BOOTSTRAP_SERVERS.key(), bootstrapServers);
    }
    if (schemaRegistry != null) {
      named.put(Cluster.REGISTRY_URL.key(), schemaRegistry);
    }
    return others.settings(named);
  }
}
