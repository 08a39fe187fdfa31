package io.wirewatch.dashboard.picture;

import static io.wirewatch.dashboard.picture.Samples.TIME;
import static io.wirewatch.dashboard.picture.Samples.aComment;
import static io.wirewatch.dashboard.picture.Samples.aRetraction;
import static io.wirewatch.dashboard.picture.Samples.anAlert;
import static io.wirewatch.dashboard.picture.Samples.anArticle;
import static io.wirewatch.dashboard.picture.Samples.anIncident;
import static io.wirewatch.dashboard.picture.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirewatch.Alert;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PictureTest {
  private final Picture picture = Samples.picture(3, 3);
  private long offset;

  @Test
  void alert_alone_isShownAsItsRecordSays() throws Exception {
    take(anAlert("a").build());

    assertThat(json(alert("a")))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"id":"a","status":"NEW","rule":"border","severity":"HIGH","article":"article-a","revision":1,
                     "headline":"Gate is shut","source":"Basin News","language":"en",
                     "eventTime":"2026-01-01T08:00:00.000Z","arrivedAt":"2026-01-01T08:00:00.000Z",
                     "regions":[{"code":"IQ-AN","level":"ADMIN1","name":"Al Anbar","country":"IQ","lat":33.4,"lon":43.3,"weight":0.7}],
                     "matches":[{"field":"body","start":42,"end":48,"text":"border","term":"border"}],
                     "unlistedMatches":0,"actors":[]}
                    """));
  }

  @Test
  void excerpt_whicheverComesFirst_isThere() throws Exception {
    takeArticle("article-a", 0);
    take(anAlert("a").build());
    take(anAlert("b").build());
    long before = picture.lastChange();
    takeArticle("article-b", 1);

    assertThat(json(alert("a")).at("/excerpt/text").asText()).contains("cross the border");
    assertThat(json(alert("b")).at("/excerpt/marks/0/start").asInt()).isEqualTo(42);
    assertThat(picture.after(before)).extracting(Item::id).containsExactly("b");
  }

  @Test
  void incident_whicheverComesFirst_isJoined() throws Exception {
    Alert first = anAlert("a").build();
    Alert second = anAlert("b").build();
    picture.take(anIncident("a", first), stored(Watched.INCIDENTS, 0));
    assertThat(picture.after(0)).isEmpty();
    take(first);
    take(second);
    long before = picture.lastChange();
    picture.take(anIncident("a", second), stored(Watched.INCIDENTS, 1));

    assertThat(json(alert("a")).get("incident").asText()).isEqualTo("a");
    assertThat(json(alert("b")).get("because").asText()).isEqualTo("the first of its event");
    assertThat(picture.after(before))
        .extracting(Item::event)
        .containsExactlyInAnyOrder("incident", "alert");
    assertThat(picture.snapshot(0).incidents()).extracting(Item::id).containsExactly("a");
  }

  @Test
  void incident_whoseFirstAlertComesLater_isToldWithIt() {
    picture.take(anIncident("a", anAlert("a").build()), stored(Watched.INCIDENTS, 0));
    picture.passed(Watched.INCIDENTS, 0, 1);
    long before = picture.lastChange();
    Position seen = picture.position(minute());
    take(anAlert("a").build());

    assertThat(picture.after(before)).extracting(Item::event).contains("incident", "alert");
    assertThat(picture.missedSince(seen, TIME).orElseThrow())
        .extracting(Item::event)
        .containsExactlyInAnyOrder("incident", "alert");
  }

  @Test
  void retraction_ofAnAlert_replacesItAndKeepsItsIncident() throws Exception {
    Alert alert = anAlert("a").build();
    takeArticle("article-a", 0);
    take(alert);
    picture.take(anIncident("i", alert), stored(Watched.INCIDENTS, 0));
    take(aRetraction("a").build());

    JsonNode now = json(alert("a"));
    assertThat(picture.snapshot(0).alerts()).hasSize(1);
    assertThat(now.get("status").asText()).isEqualTo("RETRACTED");
    assertThat(now.get("incident").asText()).isEqualTo("i");
    assertThat(now.has("excerpt")).isFalse();
    assertThat(picture.alertsOf("article-a").get(0).line().stands()).isFalse();
  }

  @Test
  void alerts_beyondTheBound_areThoseOfTheOldestEvents() {
    for (int hour : List.of(5, 1, 4, 2, 3)) {
      take(anAlert("at-" + hour).setEventTime(TIME.plusSeconds(3_600L * hour)).build());
    }

    assertThat(picture.snapshot(0).alerts())
        .extracting(Item::id)
        .containsExactly("at-5", "at-4", "at-3");
    assertThat(picture.after(0)).hasSize(3);
    assertThat(picture.alertsOf("article-at-1")).isEmpty();
  }

  @Test
  void incident_whoseAlertsAreHeldNoMore_isNotShown() {
    Alert old = anAlert("old").build();
    take(old);
    picture.take(anIncident("i", old), stored(Watched.INCIDENTS, 0));
    for (int hour = 1; hour <= 3; hour++) {
      take(anAlert("at-" + hour).setEventTime(TIME.plusSeconds(3_600L * hour)).build());
    }

    assertThat(picture.snapshot(0).incidents()).isEmpty();
    assertThat(picture.after(0)).extracting(Item::event).containsOnly("alert");
  }

  @Test
  void articles_beyondTheBound_areThoseThatCameFirst() {
    for (int number = 0; number < 5; number++) {
      takeArticle("n" + number, number);
    }

    assertThat(picture.articles())
        .extracting(HeldArticle::id)
        .containsExactlyInAnyOrder("n2", "n3", "n4");
    assertThat(picture.article("n0")).isNull();
  }

  @Test
  void entry_thatIsTakenBack_isToldAndNotShown() throws Exception {
    picture.take(aComment("comment/1", "i"), stored(Watched.DESK, 0));
    assertThat(picture.snapshot(0).desk()).hasSize(1);
    long before = picture.lastChange();
    picture.gone("comment/1", new Origin(Watched.DESK, 0, 1));

    assertThat(picture.snapshot(0).desk()).isEmpty();
    assertThat(new String(picture.after(before).get(0).json(), StandardCharsets.UTF_8))
        .isEqualTo("{\"id\":\"comment/1\",\"gone\":true}");
  }

  @Test
  void missed_sinceAPosition_isWhatAnyRecordBehindItChanged() {
    takeArticle("article-before", 0);
    take(anAlert("before").build());
    take(anAlert("joined").build());
    takeComment("comment/before", 0);
    Position seen = passed();
    picture.take(anIncident("i", anAlert("joined").build()), stored(Watched.INCIDENTS, 0));
    take(anAlert("new").build());
    takeComment("comment/new", 1);
    passed();

    assertThat(missed(seen)).containsExactlyInAnyOrder("i", "joined", "new", "comment/new");
    assertThat(missed(passed())).isEmpty();
  }

  @Test
  void missed_ofTheExcerptThatAnotherServerReadInAnotherOrder_isFound() {
    Picture other = Samples.picture(3, 3);
    Alert alert = anAlert("a").build();
    other.take(alert, stored(Watched.ALERTS, 0, alert));
    other.passed(Watched.ALERTS, 0, 1);
    Position seen = other.position(minute());
    takeArticle("article-a", 0);
    take(alert);
    passed();

    assertThat(missed(seen)).containsExactly("a");
  }

  @Test
  void missed_ofAPositionThatIsTooOldOrOfOtherTopicsOrAhead_cannotBeSaid() {
    take(anAlert("a").build());
    Position now = passed();
    Picture later = new Picture(new Picture.Bounds(3, 3), Samples.DECODER);
    later.begins(Watched.ALERTS, "0a", new long[] {5});
    Picture other = new Picture(new Picture.Bounds(3, 3), Samples.DECODER);
    other.begins(Watched.ALERTS, "0b", new long[] {0});
    Position ofAlerts =
        new Position(minute(), Map.of(Watched.ALERTS, now.stands().get(Watched.ALERTS)));

    assertThat(picture.missedSince(ofAlerts, TIME)).isPresent();
    assertThat(later.missedSince(ofAlerts, TIME)).isEmpty();
    assertThat(other.missedSince(ofAlerts, TIME)).isEmpty();
    assertThat(picture.missedSince(now, TIME.plus(Picture.OLDEST).plusSeconds(60))).isEmpty();
    assertThat(Samples.picture(3, 3).missedSince(now, TIME)).isEmpty();
    assertThat(Samples.picture(3, 3).isYetToReach(now)).isTrue();
    assertThat(other.isYetToReach(ofAlerts)).isFalse();
  }

  @Test
  void missed_sinceATopicThatCameLater_isAllOfIt() {
    Picture young = new Picture(new Picture.Bounds(3, 3), Samples.DECODER);
    young.begins(Watched.ALERTS, "0a", new long[1]);
    Position seen = young.position(minute());
    young.begins(Watched.DESK, "0a", new long[1]);
    young.take(aComment("comment/1", "i"), stored(Watched.DESK, 0));

    assertThat(young.missedSince(seen, TIME).orElseThrow())
        .extracting(Item::id)
        .containsExactly("comment/1");
  }

  @Test
  void missed_ofMoreThanTheBound_cannotBeSaid() {
    Picture large = Samples.picture(Picture.MOST_MISSED + 10, 3);
    Position seen = large.position(minute());
    for (int number = 0; number <= Picture.MOST_MISSED; number++) {
      Alert alert = anAlert("n" + number).build();
      large.take(alert, stored(Watched.ALERTS, number, alert));
      if (number == Picture.MOST_MISSED - 1) {
        assertThat(large.missedSince(seen, TIME).orElseThrow()).hasSize(Picture.MOST_MISSED);
      }
    }

    assertThat(large.missedSince(seen, TIME)).isEmpty();
  }

  @Test
  void text_thatIsHostile_staysOneLineOfJson() throws Exception {
    String hostile = "\n\ndata: {}\u2028</script>\"\u0000";
    take(anAlert("a").setHeadline(hostile).build());

    assertThat(new String(alert("a").json(), StandardCharsets.UTF_8)).doesNotContain("\n", "\r");
    assertThat(json(alert("a")).get("headline").asText()).isEqualTo(hostile);
  }

  private List<String> missed(Position seen) {
    Optional<List<Item>> missed = picture.missedSince(seen, TIME);
    return missed.orElseThrow().stream().map(Item::id).toList();
  }

  private static long minute() {
    return Position.minuteOf(TIME);
  }

  /** All that has been taken so far. */
  private Position passed() {
    for (Watched topic : Watched.values()) {
      picture.passed(topic, 0, topic == Watched.ALERTS ? offset : count(topic));
    }
    return picture.position(minute());
  }

  private long count(Watched topic) {
    return switch (topic) {
      case DESK -> picture.snapshot(0).desk().size();
      case INCIDENTS -> picture.snapshot(0).incidents().size();
      default -> picture.articles().size();
    };
  }

  private void take(Alert alert) {
    picture.take(alert, stored(Watched.ALERTS, offset++, alert));
  }

  private void takeArticle(String id, long at) {
    var article = anArticle(id, TIME);
    picture.take(article, stored(Watched.ARTICLES, at, article));
  }

  private void takeComment(String id, long at) {
    picture.take(aComment(id, "i"), stored(Watched.DESK, at));
  }

  private HeldAlert alert(String id) {
    return picture.snapshot(0).alerts().stream()
        .filter(alert -> alert.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(Item item) throws JsonProcessingException {
    return new JsonMapper().readTree(new String(item.json(), StandardCharsets.UTF_8));
  }
}
