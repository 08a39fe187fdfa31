package io.wirewatch.app;

import io.wirewatch.contract.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Everything that can be set, from a file, the environment and the command line. */
final class SettingOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "Properties file with any setting of wirewatch or Kafka; see docs/settings.md.",
        "Also: environment variables (WIREWATCH_BOOTSTRAP_SERVERS), which win over the file."
      })
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting; wins over file and environment. For secrets use those instead.")
  private Map<String, String> options = new LinkedHashMap<>();

  /** All that was set, with the right one winning. */
  Settings settings() {
    return settings(Map.of());
  }

  /** The same, under options of the command line that have names of their own. */
  Settings settings(Map<String, String> named) {
    Map<String, String> given = new HashMap<>(options);
    given.putAll(named);
    return Settings.of(fromFile(), System.getenv(), given);
  }

  private Map<String, String> fromFile() {
    Map<String, String> values = new HashMap<>();
    if (file == null) {
      return values;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException failed) {
      throw new Refusal(
          "cannot read the settings in " + file + ": give a properties file that exists", failed);
    }
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }
}
