package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.contract.Cluster;
import io.wirewatch.contract.Setting;
import io.wirewatch.contract.registry.RegistrySettings;
import io.wirewatch.dashboard.DashboardSettings;
import io.wirewatch.deliver.dispatch.DispatchSettings;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.observe.ObserveSettings;
import io.wirewatch.stage.StageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * docs/settings.md is made from the settings themselves: {@code mvn verify -Dsettings.write} writes
 * it anew.
 */
final class SettingsDocTest {
  private static final Path PAGE = Path.of("../../docs/settings.md");

  @Test
  void page_saysWhatTheCodeSays() throws IOException {
    String page = page();
    if (System.getProperty("settings.write") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Settings

            Generated from the code: `mvn verify -Dsettings.write` writes this page anew, and the build compares.

            Kafka's own settings (`security.protocol`, `sasl.jaas.config`, `ssl.truststore.location`, …) pass through under their
            own names; those of the schema registry have the names of Confluent's clients. Where a setting is given more than once,
            the later of these wins:

            1. a properties file, named with `--config FILE`;
            2. the environment: `WIREWATCH_` and the name in capitals, dots as underscores
               (`WIREWATCH_BOOTSTRAP_SERVERS=broker:9092`);
            3. the command line: `--set NAME=VALUE`, and options of their own such as `--bootstrap-servers`.

            Secrets belong into the file or the environment: other users of a machine can read command lines.
            """);
    section(page, "Cluster", Cluster.settings());
    section(page, "Schema registry", RegistrySettings.settings());
    section(page, "Every stage", StageSettings.settings());
    section(page, "Metrics, health, traces", ObserveSettings.settings());
    section(page, "enrich", EnrichConfig.settings());
    section(page, "alert", AlertConfig.settings());
    section(page, "deliver", DispatchSettings.settings());
    section(page, "deliver: incidents", IncidentConfig.settings());
    section(page, "dashboard", DashboardSettings.settings());
    return page.toString();
  }

  private static void section(StringBuilder page, String title, List<Setting<?>> settings) {
    page.append("\n## ")
        .append(title)
        .append("\n\n| setting | default | takes | what it does |\n|---|---|---|---|\n");
    for (Setting<?> setting : settings) {
      page.append(
          String.format(
              Locale.ROOT,
              "| `%s` | `%s` | %s | %s |%n",
              setting.key(),
              setting.fallback(),
              setting.range(),
              setting.doc()));
    }
  }
}
