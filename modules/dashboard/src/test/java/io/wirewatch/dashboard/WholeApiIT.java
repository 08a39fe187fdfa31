package io.wirewatch.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.contract.Topics;
import io.wirewatch.dashboard.picture.Samples;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole desk as {@code openapi.json} describes it: nothing else, nothing less. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class WholeApiIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Answered by the server itself, for who has not come in too. */
  private static final Set<String> SESSION =
      Set.of("GET /api/session", "POST /api/session", "DELETE /api/session");

  private static final Map<String, String> EVENTS =
      Map.of("alert", "Alert", "incident", "Incident", "desk", "DeskEntry", "health", "Health");

  private ServedDesk desk;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    desk = new ServedDesk(directory);
    desk.when(
        "/api/picture",
        now -> !now.path("loading").asBoolean(true) && now.path("alerts").at("/0").has("excerpt"));
    desk.when("/api/health", now -> now.path("refused").size() > 1);
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  @Test
  void routes_areThoseOfTheDescription_andTheOtherWayRound() {
    Set<String> answered = new TreeSet<>(SESSION);
    desk.routes().forEach(route -> answered.add(route.method() + " " + route.path()));

    assertThat(described("*")).containsExactlyInAnyOrderElementsOf(answered);
  }

  @Test
  void examples_askForAllThatIsReadThere() {
    Set<String> asked = new TreeSet<>();
    questions()
        .map(WholeApiIT::withoutQuery)
        .map(ApiSchema::template)
        .map(Optional::get)
        .forEach(template -> asked.add("GET " + constant(template)));
    // What flows has no end to be held against a schema; its events are.
    asked.add("GET /api/stream");

    assertThat(asked).containsExactlyInAnyOrderElementsOf(described("GET"));
  }

  static Stream<String> questions() {
    return Stream.of(
        "/api/session",
        "/api/picture",
        "/api/articles",
        "/api/articles?text=border&region=IQ-AN&alerted=yes&limit=1",
        "/api/articles/" + ServedDesk.ARTICLE,
        "/api/why?article=" + ServedDesk.ARTICLE,
        "/api/why?article=nowhere&rule=border",
        "/api/rules",
        "/api/health",
        "/api/refused",
        "/api/refused/news.articles.rejected/%s/0",
        "/api/refused/news.dead-letter/%s/0",
        "/api/refused/news.dead-letter/%s/2",
        "/api/reports",
        "/api/openapi.json",
        ServedDesk.REPORT);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void answer_isAsDescribed(String question) throws Exception {
    String path = question.contains("%s") ? question.formatted(partition(question)) : question;
    HttpResponse<String> answer = desk.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertDescribed(path, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/articles/nowhere",
        "/api/articles?limit=many",
        "/api/articles?before=noon",
        "/api/articles?alerted=perhaps",
        "/api/why",
        "/api/why?article=a%20gate",
        "/api/refused?limit=0",
        "/api/refused/news.alerts/0/0",
        "/api/refused/news.dead-letter/0/99",
        "/reports/last/nothing.html",
      })
  void refusal_isAsDescribed(String path) throws Exception {
    HttpResponse<String> answer = desk.get(path);

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertDescribed(path, answer);
  }

  @Test
  void description_isServedAsItIs() throws Exception {
    assertThat(JSON.readTree(desk.get("/api/openapi.json").body())).isEqualTo(ApiSchema.read());
  }

  @Test
  @Timeout(60)
  void events_areAsDescribed() throws Exception {
    try (Stream<String> lines = desk.stream()) {
      var alert = Samples.anAlert("b").build();
      desk.write(Topics.ALERTS, "article-b", alert);
      desk.write(Topics.INCIDENTS, "b", Samples.anIncident("b", alert));
      desk.write(Topics.DESK, "comment/2", Samples.aComment("comment/2", "b"));
      Map<String, JsonNode> seen = new TreeMap<>();
      Iterator<String> told = lines.iterator();
      String name = "";
      while (seen.size() < EVENTS.size() + 1) {
        String line = told.next();
        if (line.startsWith("event:")) {
          name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
          JsonNode data = JSON.readTree(line.substring("data:".length()));
          if (name.equals("desk") && !data.has("gone")) {
            // Not before: of what is written and taken back at once, pages hear only that it is
            // gone.
            desk.takeBack("comment/2");
          }
          seen.put(data.has("gone") ? "gone" : name, data);
        }
      }

      ApiSchema.fits("Gone", seen.remove("gone"));
      assertThat(seen.keySet()).isEqualTo(EVENTS.keySet());
      seen.forEach((event, data) -> ApiSchema.fits(EVENTS.get(event), data));
    }
  }

  private void assertDescribed(String path, HttpResponse<String> answer) throws Exception {
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    String asked = withoutQuery(path);
    if (type.equals("application/json")) {
      ApiSchema.fits(asked, "GET", answer.statusCode(), JSON.readTree(answer.body()));
    } else {
      JsonNode described =
          ApiSchema.read()
              .path("paths")
              .path(ApiSchema.template(asked).orElseThrow())
              .at("/get/responses/200/content");
      assertThat(described.has(type)).as(type).isTrue();
    }
  }

  /** Where a record of that topic lies. */
  private int partition(String question) throws Exception {
    String topic = question.split("/", -1)[3];
    for (JsonNode one : JSON.readTree(desk.get("/api/refused").body()).path("refused")) {
      if (one.path("topic").asText().equals(topic)) {
        return one.path("partition").asInt();
      }
    }
    throw new AssertionError("nothing was refused to " + topic);
  }

  private static String withoutQuery(String path) {
    return path.split("\\?", 2)[0];
  }

  /** Methods and the constant parts of paths; of one method, or of all: {@code *}. */
  private static List<String> described(String method) {
    List<String> all = new ArrayList<>();
    ApiSchema.read()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        one -> {
                          String name = one.toUpperCase(Locale.ROOT);
                          if (method.equals("*") || method.equals(name)) {
                            all.add(name + " " + constant(path.getKey()));
                          }
                        }));
    return all;
  }

  private static String constant(String template) {
    return template.replaceAll("\\{.*", "");
  }
}
