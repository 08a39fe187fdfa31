package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.observe.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * docs/metrics.md is made from the catalogue of metrics: {@code mvn verify -Dmetrics.write} writes
 * it anew. What it says of names, types, units and labels is for ever: dashboards of others use it.
 */
final class MetricsDocTest {
  private static final Path PAGE = Path.of("../../docs/metrics.md");

  @Test
  void page_saysWhatTheCodeSays() throws IOException {
    String page = page();
    if (System.getProperty("metrics.write") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Metrics

            Generated from the code: `mvn verify -Dmetrics.write` writes this page anew, and the build compares. How to have them
            served, and what to do with them: [observability.md](observability.md).

            Names, types, units and labels stay; there may be more of each. Counters begin at 0 with the process, those of sources
            when the source is first known. What a stage reads again after a crash is counted again.

            | metric | type | unit | labels | what it says |
            |---|---|---|---|---|
            """);
    for (Metric metric : Metric.values()) {
      page.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s | %s | %s |%n",
              metric.sample(),
              metric.type().name().toLowerCase(Locale.ROOT),
              metric.unit(),
              String.join(", ", metric.labels()),
              metric.doc()));
    }
    page.append(
        """

        The histogram is `wirewatch_latency_seconds_bucket`, `…_sum` and `…_count`, with buckets from 5 ms to an hour; the gauge
        `wirewatch_latency_seconds_max` is the longest of the last minutes.

        Beside them, as Micrometer names them: `jvm_memory_used_bytes`, `jvm_memory_max_bytes`, `jvm_gc_pause_seconds`,
        `jvm_threads_live_threads`, `process_cpu_usage`, `process_files_open_files`, `process_uptime_seconds`, `system_cpu_usage` and
        others of the Java machine. They are Micrometer's, and may change with it.
        """);
    return page.toString();
  }
}
