package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.observe.Metric;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files of docker/observability: they name metrics that there are, and Prometheus reads them.
 */
final class PrometheusFilesTest {
  private static final Path FOLDER = Path.of("../../docker/observability");
  private static final Path DASHBOARD = FOLDER.resolve("grafana/dashboards/wirewatch.json");
  private static final Pattern OURS = Pattern.compile("wirewatch_[a-z_]+");
  private static final Pattern ALERT = Pattern.compile("(?m)alert(?:name)?: (Wirewatch\\w+)");

  @ParameterizedTest
  @ValueSource(strings = {"alerts.yml", "alerts_test.yml", "grafana/dashboards/wirewatch.json"})
  void metrics_named_areThoseOfTheCatalogue(String file) throws IOException {
    assertThat(found(OURS, Files.readString(FOLDER.resolve(file))))
        .isNotEmpty()
        .isSubsetOf(names());
  }

  @Test
  void everyAlert_hasATestWhereItFires() throws IOException {
    Set<String> alerts = found(ALERT, Files.readString(FOLDER.resolve("alerts.yml")));
    String tests = Files.readString(FOLDER.resolve("alerts_test.yml"));

    assertThat(alerts).isNotEmpty();
    assertThat(alerts)
        .allSatisfy(
            alert ->
                assertThat(tests)
                    .containsPattern(
                        "alertname: " + alert + "\\s+eval_time: \\w+\\s+exp_alerts:\\s+- "));
  }

  @Test
  void dashboard_hasPanelsThatAskTheProvisionedSource() throws IOException {
    JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
    String source =
        Files.readString(FOLDER.resolve("grafana/provisioning/datasources/wirewatch.yml"));
    Set<String> places = new TreeSet<>();

    for (JsonNode panel : dashboard.path("panels")) {
      String title = panel.path("title").asText();
      assertThat(panel.path("targets")).as(title).isNotEmpty();
      assertThat(source).contains("uid: " + panel.path("datasource").path("uid").asText() + "\n");
      assertThat(places.add(panel.path("gridPos").toString())).as(title).isTrue();
    }
    assertThat(places).hasSizeGreaterThan(10);
  }

  /** With the tool that comes with Prometheus. */
  @Nested
  final class Promtool {
    @TempDir Path directory;

    @BeforeEach
    void isHere() {
      boolean there =
          Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
      if (!there) {
        System.err.println("skipped: what Prometheus says of its files (no promtool on the PATH)");
      }
      assumeThat(there).as("skipped: no promtool on the PATH (Debian: prometheus)").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus.yml", "local.yml"})
    void configuration_isReadByPrometheus(String file) throws Exception {
      assertSuccess("check", "config", file);
    }

    @Test
    void alertRules_doWhatTheirTestsSay() throws Exception {
      assertSuccess("test", "rules", "alerts_test.yml");
    }

    @Test
    void alertRules_thatAreChanged_failTheirTests() throws Exception {
      String rules = Files.readString(FOLDER.resolve("alerts.yml"));
      Files.writeString(directory.resolve("alerts.yml"), rules.replace("> 0.2", "> 0.9"));
      Files.copy(FOLDER.resolve("alerts_test.yml"), directory.resolve("alerts_test.yml"));

      assertThat(run(directory, "test", "rules", "alerts_test.yml").exit()).isNotZero();
    }

    @Test
    void queries_ofTheDashboard_areReadByPrometheus() throws Exception {
      StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
      List<String> queries =
          new ObjectMapper()
              .readTree(DASHBOARD.toFile()).path("panels").findValuesAsText("expr").stream()
                  .map(query -> query.replace("$__rate_interval", "5m"))
                  .toList();
      for (int at = 0; at < queries.size(); at++) {
        rules
            .append("      - {record: query_" + at + ", expr: '")
            .append(queries.get(at).replace("'", "''"))
            .append("'}\n");
      }
      Files.writeString(directory.resolve("queries.yml"), rules.toString());

      assertThat(queries).isNotEmpty();
      Ran ran = run(directory, "check", "rules", "queries.yml");
      assertThat(ran.exit()).as(ran.said()).isZero();
      assertThat(ran.said()).contains(queries.size() + " rules found");
    }

    private void assertSuccess(String... words) throws Exception {
      Ran ran = run(FOLDER, words);

      assertThat(ran.exit()).as(ran.said()).isZero();
      assertThat(ran.said()).contains("SUCCESS");
    }
  }

  private record Ran(int exit, String said) {}

  private static Ran run(Path folder, String... words) throws IOException, InterruptedException {
    Process promtool =
        new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(words)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(promtool.waitFor(), said);
  }

  private static Set<String> names() {
    Set<String> names =
        Arrays.stream(Metric.values())
            .map(Metric::sample)
            .collect(Collectors.toCollection(TreeSet::new));
    Stream.of("_bucket", "_count", "_sum")
        .forEach(part -> names.add(Metric.LATENCY.sample() + part));
    return names;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(match.groupCount()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
