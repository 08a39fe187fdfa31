package io.wirewatch.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.dashboard.picture.Cluster;
import io.wirewatch.dashboard.picture.Samples;
import io.wirewatch.dashboard.web.DashboardServer;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.why.Groups;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The whole desk over topics on which something of every kind lies, asked over HTTP. */
final class ServedDesk implements AutoCloseable {
  /** An article that alerted. */
  static final String ARTICLE = "article-a";

  /** A report that lies there. */
  static final String REPORT = "/reports/last/report.html";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Groups STAGES = new Groups("enrich", "incidents", "dispatch");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Cluster cluster;
  private final Dashboard dashboard;

  ServedDesk(Path directory) throws Exception {
    cluster = new Cluster(directory);
    cluster.create(Topics.all(List.of()).toArray(Topic[]::new));
    write();
    Files.writeString(
        Files.createDirectories(directory.resolve("reports/last")).resolve("report.html"),
        "<!doctype html><title>Report</title>");
    dashboard = start(directory.resolve("reports"));
  }

  private Dashboard start(Path reports) throws IOException, RuleProblems {
    Settings settings = cluster.settings().with(Map.of("dashboard.reports", reports.toString()));
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    RuleSet rules =
        RuleSet.ofDefinitions(
            List.of("version: 1\nrules: [{id: border, title: Border, when: border}]"),
            LoadProgress.UNSEEN);
    Clock clock = Clock.systemUTC();
    return Dashboard.start(
        settings,
        new Dashboard.Front(
            new DashboardServer.Site(address, Set.of(), Map.of(), "1.2.3"),
            Dashboard.door(settings, address, clock, said -> {})),
        new Dashboard.Knowledge(STAGES, () -> rules, Annotator::bundled),
        clock);
  }

  private void write() throws Exception {
    var alert = Samples.anAlert("a").build();
    var enriched = Samples.anArticle(ARTICLE, Samples.TIME);
    cluster.write(Topics.RAW_ARTICLES, ARTICLE, enriched.getArticle());
    cluster.write(Topics.ENRICHED_ARTICLES, ARTICLE, enriched);
    cluster.write(Topics.ALERTS, ARTICLE, alert);
    cluster.write(Topics.INCIDENTS, "a", Samples.anIncident("a", alert));
    cluster.write(Topics.DESK, "comment/1", Samples.aComment("comment/1", "a"));
    cluster.write(Topics.REJECTED_ARTICLES, "r", rejection(enriched.getArticle()));
    cluster.write(Topics.DEAD_LETTER, "d", new byte[] {1, (byte) 0xC3, 0});
    cluster.write(Topics.DEAD_LETTER, "d", "torn".getBytes(StandardCharsets.UTF_8));
    try (Admin admin = Admin.create(cluster.settings().asClientConfig())) {
      Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
      read.put(new TopicPartition(Topics.RAW_ARTICLES.name(), 0), new OffsetAndMetadata(0));
      admin.alterConsumerGroupOffsets(STAGES.enrich(), read).all().get();
    }
  }

  private static Rejection rejection(RawArticle article) {
    return Rejection.newBuilder()
        .setStep("enrich-check")
        .setReason("it has no text")
        .setTopic(Topics.RAW_ARTICLES.name())
        .setPartition(0)
        .setOffset(0L)
        .setObservedAt(Samples.TIME)
        .setArticle(article)
        .build();
  }

  List<Route> routes() {
    return dashboard.routes();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(to(path), BodyHandlers.ofString());
  }

  private HttpRequest to(String path) {
    String address = "http://127.0.0.1:%d%s".formatted(dashboard.address().getPort(), path);
    return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
  }

  /** The first answer that fits; it is read, or asked for, in the background. */
  JsonNode when(String path, Predicate<JsonNode> fits) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode answer = JSON.readTree(get(path).body());
    while (!fits.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(path + ": " + answer);
      }
      // The topics are read in the background; nobody tells when.
      Thread.sleep(100);
      answer = JSON.readTree(get(path).body());
    }
    return answer;
  }

  /** The lines of the stream, from the beginning on; to be closed. */
  Stream<String> stream() throws IOException, InterruptedException {
    return client.send(to("/api/stream"), BodyHandlers.ofLines()).body();
  }

  void write(Topic<?> topic, String key, org.apache.avro.specific.SpecificRecord record)
      throws Exception {
    cluster.write(topic, key, record);
  }

  void takeBack(String entry) throws Exception {
    cluster.write(Topics.DESK, entry, (byte[]) null);
  }

  @Override
  public void close() {
    dashboard.close();
    cluster.close();
  }
}
