package io.wirewatch.dashboard.picture;

import static io.wirewatch.dashboard.picture.Samples.TIME;
import static io.wirewatch.dashboard.picture.Samples.aComment;
import static io.wirewatch.dashboard.picture.Samples.aRetraction;
import static io.wirewatch.dashboard.picture.Samples.anAlert;
import static io.wirewatch.dashboard.picture.Samples.anArticle;
import static io.wirewatch.dashboard.picture.Samples.anIncident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wirewatch.Alert;
import io.wirewatch.contract.Topics;
import io.wirewatch.contract.WireFormat;
import io.wirewatch.dashboard.web.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The picture on topics as the stages write them; each test has alerts of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class LivePictureIT {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Cluster cluster;
  private LivePicture picture;
  private Stream page;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    cluster = new Cluster(directory);
    cluster.create(Topics.ALERTS, Topics.ENRICHED_ARTICLES, Topics.DESK);
    picture = live();
  }

  @AfterAll
  void stop() {
    picture.close();
    cluster.close();
  }

  @BeforeEach
  void open() throws InterruptedException {
    page = Stream.open(picture, Optional.empty());
    page.toPosition();
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void alert_onceItsRecordIsThere_isToldWithinTwoSeconds() throws Exception {
    cluster.write(Topics.ALERTS, "article-a", anAlert("a").build());
    long written = System.nanoTime();

    page.next(told("alert", "\"id\":\"a\""));

    assertThat(Duration.ofNanos(System.nanoTime() - written)).isLessThan(SOON);
    assertThat(ids(whole(), "alerts")).contains("a");
    assertThat(picture.alerts()).extracting(Alert::getId).contains("a");
  }

  @Test
  void excerpt_ofAnAlertWhoseArticleComesLater_isTold() throws Exception {
    cluster.write(Topics.ALERTS, "article-e", anAlert("e").build());
    page.next(told("alert", "\"id\":\"e\""));
    cluster.write(Topics.ENRICHED_ARTICLES, "article-e", anArticle("article-e", TIME));

    assertThat(json(page.next(told("alert", "\"id\":\"e\"")).data()).at("/excerpt/text").asText())
        .contains("cross the border");
    JsonNode article = get("/api/articles/article-e", Map.of());
    assertThat(article.at("/article/body").asText()).isEqualTo(Samples.BODY);
    assertThat(article.at("/alerts/0/id").asText()).isEqualTo("e");
    assertThat(ids(get("/api/articles", Map.of("text", "CROSS the border")), "articles"))
        .contains("article-e");
  }

  @Test
  void incident_onATopicThatWasNotThere_isJoined() throws Exception {
    Alert alert = anAlert("i").build();
    cluster.write(Topics.ALERTS, "article-i", alert);
    page.next(told("alert", "\"id\":\"i\""));
    cluster.create(Topics.INCIDENTS);
    cluster.write(Topics.INCIDENTS, "i", anIncident("i", alert));

    assertThat(page.next(told("alert", "\"incident\":\"i\"")).data())
        .contains("first of its event");
    assertThat(ids(whole(), "incidents")).containsExactly("i");
  }

  @Test
  void entry_andThatItIsTakenBack_isTold() throws Exception {
    cluster.write(Topics.DESK, "comment/1", aComment("comment/1", "i"));
    assertThat(json(page.next(told("desk", "comment/1")).data()).get("by").asText())
        .isEqualTo("amal");
    assertThat(ids(whole(), "desk")).contains("comment/1");

    cluster.write(Topics.DESK, "comment/1", (byte[]) null);

    page.next(told("desk", "{\"id\":\"comment/1\",\"gone\":true}"));
    await(() -> !ids(whole(), "desk").contains("comment/1"));
  }

  @Test
  void retraction_ofAnAlert_replacesIt() throws Exception {
    cluster.write(Topics.ALERTS, "article-r", anAlert("r").build());
    cluster.write(Topics.ALERTS, "article-r", aRetraction("r").build());

    page.next(told("alert", "\"id\":\"r\",\"status\":\"RETRACTED\""));

    await(() -> ids(whole(), "alerts").stream().filter("r"::equals).count() == 1);
  }

  @Test
  void record_thatCannotBeRead_isCountedAndTheNextIsTold() throws Exception {
    long before = picture.unreadable();
    byte[] good = cluster.bytes(Topics.ALERTS, anAlert("u").build());
    byte[] noNumbers = good.clone();
    Arrays.fill(noNumbers, WireFormat.HEADER_BYTES, noNumbers.length, (byte) 0xFF);
    cluster.write(Topics.ALERTS, "article-u", new byte[] {1, 2, 3});
    cluster.write(Topics.ALERTS, "article-u", Arrays.copyOf(good, good.length / 2));
    cluster.write(Topics.ALERTS, "article-u", noNumbers);
    cluster.write(Topics.ALERTS, "article-u", new byte[] {0, 0x7F, 0, 0, 0, 1});
    cluster.write(Topics.ALERTS, "article-u", (byte[]) null);
    cluster.write(
        Topics.ALERTS,
        "article-u",
        cluster.bytes(Topics.ENRICHED_ARTICLES, anArticle("article-u", TIME)));
    cluster.write(Topics.ALERTS, "article-u", anAlert("u").build());

    page.next(told("alert", "\"id\":\"u\""));

    assertThat(picture.unreadable()).isEqualTo(before + 6);
    assertThat(picture.outage()).isEmpty();
  }

  @Test
  void page_thatComesBackToAServerThatWasStartedAnew_isToldExactlyWhatItMissed() throws Exception {
    LivePicture first = live();
    String seen;
    try (Stream told = Stream.open(first, Optional.empty())) {
      told.toPosition();
      cluster.write(Topics.ALERTS, "article-seen", anAlert("seen").build());
      told.next(told("alert", "\"id\":\"seen\""));
      seen = told.lastId();
    }
    first.close();
    cluster.write(Topics.ALERTS, "article-m1", anAlert("m1").build());
    cluster.write(Topics.ALERTS, "article-m2", anAlert("m2").build());
    cluster.write(Topics.DESK, "comment/m3", aComment("comment/m3", "m1"));

    try (LivePicture second = live();
        Stream back = Stream.open(second, Optional.of(seen))) {
      assertThat(back.toPosition())
          .extracting(event -> json(event.data()).get("id").asText())
          .containsExactlyInAnyOrder("m1", "m2", "comment/m3");
      cluster.write(Topics.ALERTS, "article-m4", anAlert("m4").build());
      back.next(told("alert", "\"id\":\"m4\""));
    }
  }

  @Test
  void notice_toAllPages_comesWithoutAPosition() throws Exception {
    picture.tell("health", JsonNodeFactory.instance.objectNode().put("at", "now"));

    assertThat(page.next(told("health", "")).data()).isEqualTo("{\"at\":\"now\"}");
  }

  @Test
  void article_thatIsNotHeld_isNotFound() {
    Reply reply = Stream.reply(picture, "/api/articles/nowhere", Map.of());

    assertThat(reply.status()).isEqualTo(404);
  }

  private LivePicture live() {
    LivePicture live = new LivePicture(cluster.settings(), Clock.systemUTC());
    await(live::isLoaded);
    return live;
  }

  private JsonNode whole() {
    return get("/api/picture", Map.of());
  }

  private JsonNode get(String path, Map<String, String> query) {
    Reply reply = Stream.reply(picture, path, query);
    assertThat(reply.status()).isEqualTo(200);
    byte[] content =
        reply instanceof Reply.Packed packed
            ? packed.plain().get()
            : ((Reply.Whole) reply).content();
    return json(new String(content, StandardCharsets.UTF_8));
  }

  private static List<String> ids(JsonNode node, String list) {
    return node.get(list).findValuesAsText("id").stream().toList();
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(text, broken);
    }
  }

  private static Predicate<Stream.Event> told(String name, String data) {
    return event -> event.name().equals(name) && event.data().contains(data);
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
