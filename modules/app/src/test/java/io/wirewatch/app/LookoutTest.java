package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
import io.wirewatch.SourceAlarmKind;
import io.wirewatch.contract.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is answered to who watches a command. */
final class LookoutTest {
  private static final Instant SOME_TIME = Instant.parse("2026-11-29T12:00:00Z");

  private final List<String> said = new ArrayList<>();
  private boolean works = true;
  private Optional<Throwable> failure = Optional.empty();

  private final StageRun.Work work =
      new StageRun.Work() {
        @Override
        public Optional<Throwable> failure() {
          return failure;
        }

        @Override
        public boolean isWorking(Duration within) {
          return works;
        }
      };

  @Test
  void health_followsWhatWorks() throws Exception {
    try (Lookout lookout = open(Map.of("metrics.port", "0"))) {
      assertThat(asked("/health/ready").statusCode()).as("nothing started yet").isEqualTo(503);
      assertThat(asked("/health/live").statusCode()).isEqualTo(200);

      lookout.watch("enrich", work);
      assertThat(asked("/health/ready").body()).contains("{\"enrich\":true}");
      works = false;
      assertThat(asked("/health/ready").statusCode()).isEqualTo(503);
      assertThat(asked("/metrics").body()).contains("wirewatch_ready{stage=\"enrich\"} 0.0\n");
      assertThat(asked("/health/live").statusCode()).isEqualTo(200);
      failure = Optional.of(new IllegalStateException("broken"));
      assertThat(asked("/health/live").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void metrics_tellOfSources_butNotTheirAddresses() throws Exception {
    FeedState state =
        FeedState.newBuilder()
            .setSource("basin")
            .setUrl("https://basin.example.org/feed?key=sesame")
            .setNextPoll(SOME_TIME)
            .setIntervalMillis(90_000)
            .setLastSuccess(SOME_TIME)
            .setPolls(10)
            .setNotModified(6)
            .setItems(25)
            .setErrors(Map.of("http-404", 2L, "http-410", 1L, "timeout", 4L, "a \"kind\"\n", 1L))
            .setAlarms(List.of(alarm()))
            .build();
    try (Lookout lookout = open(Map.of("metrics.port", "0"))) {
      lookout.watchSources(() -> List.of(state));

      assertThat(asked("/metrics").body())
          .contains("wirewatch_source_items_total{source=\"basin\"} 25.0\n")
          .contains("wirewatch_source_not_modified_total{source=\"basin\"} 6.0\n")
          .contains("wirewatch_source_interval_seconds{source=\"basin\"} 90.0\n")
          .contains("wirewatch_source_errors_total{kind=\"http_4xx\",source=\"basin\"} 3.0\n")
          .contains("wirewatch_source_errors_total{kind=\"timeout\",source=\"basin\"} 4.0\n")
          .contains("wirewatch_source_errors_total{kind=\"other\",source=\"basin\"} 1.0\n")
          .contains("wirewatch_source_alarm{kind=\"silent\",source=\"basin\"} 1.0\n")
          .contains("wirewatch_source_alarm{kind=\"failing\",source=\"basin\"} 0.0\n")
          .doesNotContain("wirewatch_source_last_item")
          .doesNotContain("sesame")
          .doesNotContain("example.org");
    }
  }

  @Test
  void server_tellsOnlyWhoCallsItByItsName_andOnlyReads() throws Exception {
    try (Lookout lookout = open(Map.of("metrics.port", "0"))) {
      assertThat(lookout.works()).isEmpty();
      HttpRequest.Builder post = request("/metrics").POST(HttpRequest.BodyPublishers.noBody());

      assertThat(send(post).statusCode()).isEqualTo(405);
      assertThat(asked("/").statusCode()).isEqualTo(404);
      HttpRequest.Builder foreign =
          request("/metrics").header("Origin", "https://evil.example.org");
      assertThat(send(foreign).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void takenPort_stopsOnlyWhoNamedIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> open(Map.of("metrics.port", Integer.toString(port))))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("metrics.port");

      said.clear();
      try (Lookout lookout =
          Lookout.open(settings(Map.of()), "up", OptionalInt.of(port), said::add)) {
        assertThat(lookout.observation().scrape()).contains("wirewatch_latency_seconds");
      }
      assertThat(said).singleElement().asString().contains("metrics are not served", port + " of");
    }
  }

  @Test
  void port_thatNobodyNamed_isNone() {
    try (Lookout lookout = open(Map.of())) {
      assertThat(lookout.works()).isEmpty();
    }
    assertThat(said).isEmpty();
  }

  @Test
  void collector_whoseAddressHoldsAPassword_isRefusedWithoutShowingIt() {
    assertThatThrownBy(() -> open(Map.of("traces.endpoint", "http://me:sesame@127.0.0.1:4318/")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("traces.endpoint")
        .hasMessageNotContaining("sesame");
  }

  private static SourceAlarm alarm() {
    return SourceAlarm.newBuilder()
        .setSource("basin")
        .setKind(SourceAlarmKind.SILENT)
        .setSince(SOME_TIME)
        .setAt(SOME_TIME)
        .setExplanation("nothing since noon")
        .build();
  }

  private Lookout open(Map<String, String> settings) {
    return Lookout.open(settings(settings), "enrich", OptionalInt.empty(), said::add);
  }

  private static Settings settings(Map<String, String> set) {
    return Settings.of(Map.of(), Map.of(), set);
  }

  private HttpResponse<String> asked(String path) throws Exception {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    String url = said.get(0).replaceFirst(".*(http://[^/]+)/metrics$", "$1");
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
