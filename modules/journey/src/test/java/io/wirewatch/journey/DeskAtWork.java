package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code wirewatch dashboard} in this process, asked as its page asks it. */
final class DeskAtWork {
  private static final Pattern ADDRESS = Pattern.compile("desk at (http://\\S+/)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final InProcess command;
  private final URI address;
  private final String csrf;

  /** Waits until it says where it is. */
  DeskAtWork(InProcess command) throws IOException, InterruptedException {
    this.command = command;
    this.address = address(command);
    this.csrf = get("api/session").path("csrf").asText();
  }

  /** Where a desk says that it is; waits until it does. */
  static URI address(InProcess command) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Matcher said = ADDRESS.matcher(command.said());
    while (!said.find()) {
      assertThat(!command.hasEnded() && System.nanoTime() < end).as(command.said()).isTrue();
      Thread.sleep(50);
      said = ADDRESS.matcher(command.said());
    }
    return URI.create(said.group(1));
  }

  /** Looks at all there is, asks about an article, decides on it, and takes that back. */
  void doAll(String article) throws IOException, InterruptedException {
    when("api/picture", picture -> !picture.path("alerts").isEmpty());
    when("api/articles", articles -> !articles.path("articles").isEmpty());
    assertThat(get("api/articles/" + article).path("alerts")).isNotEmpty();
    assertThat(
            when("api/health", health -> health.at("/stages/0/partitions").size() > 0).toString())
        .contains("news.articles.raw", "news.alerts");
    lookAtRefused("news.articles.rejected");
    lookAtRefused("news.dead-letter");
    assertThat(get("api/why?article=" + article).path("alerts")).isNotEmpty();
    assertThat(get("api/rules").path("origin").asText()).isEqualTo("the published set");
    decide(
        "{\"kind\":\"COMMENT\",\"incident\":\"%s\",\"text\":\"confirmed by phone\"}"
            .formatted(get("api/picture").at("/alerts/0/id").asText()));
    decide(
        "{\"kind\":\"SILENCE\",\"matchers\":[\"rule=none\"],\"until\":\"%s\",\"text\":\"drill\"}"
            .formatted(Instant.now().plusSeconds(600)));
    assertThat(command.hasEnded()).as(command.said()).isFalse();
  }

  private void lookAtRefused(String topic) throws IOException, InterruptedException {
    JsonNode all =
        when("api/refused", refused -> refused.path("refused").toString().contains(topic));
    for (JsonNode one : all.path("refused")) {
      if (one.path("topic").asText().equals(topic)) {
        String where = topic + "/" + one.path("partition") + "/" + one.path("offset");
        assertThat(get("api/refused/" + where).path("headers").isObject()).isTrue();
        return;
      }
    }
  }

  private void decide(String decision) throws IOException, InterruptedException {
    HttpResponse<String> made = send(to("api/desk").POST(BodyPublishers.ofString(decision)));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = JSON.readTree(made.body()).path("id").asText();
    String name = URLEncoder.encode(id, StandardCharsets.UTF_8);
    when("api/picture", picture -> picture.path("desk").toString().contains(id));
    HttpResponse<String> undone = send(to("api/desk?id=" + name).DELETE());
    assertThat(undone.statusCode()).as(undone.body()).isIn(200, 204);
  }

  private JsonNode when(String path, Predicate<JsonNode> fits)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> answer = send(HttpRequest.newBuilder(address.resolve(path)));
    // A 503 in the beginning: the cluster has not answered yet.
    while (answer.statusCode() != 200 || !fits.test(JSON.readTree(answer.body()))) {
      assertThat(System.nanoTime()).as("%s: %s", path, answer.body()).isLessThan(end);
      // The page is told when there is news; this only asks.
      Thread.sleep(100);
      answer = send(HttpRequest.newBuilder(address.resolve(path)));
    }
    return JSON.readTree(answer.body());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(address.resolve(path)));
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Content-Type", "application/json")
        .header("X-Csrf-Token", csrf);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
  }
}
