package io.wirewatch.dashboard.picture;

import static io.wirewatch.dashboard.picture.Samples.TIME;
import static io.wirewatch.dashboard.picture.Samples.aComment;
import static io.wirewatch.dashboard.picture.Samples.anAlert;
import static io.wirewatch.dashboard.picture.Samples.anIncident;
import static io.wirewatch.dashboard.picture.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirewatch.Alert;
import io.wirewatch.Incident;
import io.wirewatch.dashboard.ApiSchema;
import io.wirewatch.dashboard.web.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WholePictureTest {
  private final SharedPicture picture =
      new SharedPicture(() -> Samples.picture(100, 100), Clock.fixed(TIME, ZoneOffset.UTC));
  private final WholePicture whole = new WholePicture(picture, Form.WHOLE);
  private final WholePicture brief = new WholePicture(picture, Form.BRIEF);

  @Test
  void json_beforeAllHasBeenRead_saysSo() throws IOException {
    assertThat(json().toString())
        .isEqualTo(
            "{\"position\":\"%s\",\"loading\":true,\"alerts\":[],\"incidents\":[],\"desk\":[]}"
                .formatted(picture.look().snapshot().position().text()));

    picture.loaded();

    assertThat(json().get("loading").asBoolean()).isFalse();
  }

  @Test
  void json_afterAChange_hasItAndTheNewestAlertFirst() throws IOException {
    json();
    take(anAlert("early").build(), 0);
    take(anAlert("late").setEventTime(TIME.plusSeconds(1)).build(), 1);
    picture.change(now -> now.take(aComment("comment/1", "late"), stored(Watched.DESK, 0)));

    assertThat(json().get("alerts").findValuesAsText("id")).containsExactly("late", "early");
    assertThat(json().get("incidents").findValuesAsText("id"))
        .containsExactlyInAnyOrder("early", "late");
    assertThat(json().get("desk").findValuesAsText("id")).containsExactly("comment/1");
  }

  @Test
  void brief_ofAlertsInOneRegion_namesItByCode_andSaysItOnce() throws IOException {
    take(anAlert("early").build(), 0);
    take(anAlert("late").build(), 1);

    JsonNode told = json(brief);

    ApiSchema.fits("BriefPicture", told);
    assertThat(told.get("regions").findValuesAsText("code")).containsExactly("IQ-AN");
    assertThat(told.at("/alerts/0/regions/0").asText()).isEqualTo("IQ-AN");
    assertThat(told.at("/alerts/1/regions/0").asText()).isEqualTo("IQ-AN");
  }

  @Test
  void brief_ofAnIncidentThatSaysNoMoreThanItsAlert_hasTheAlertWithItsActorsAlone()
      throws IOException {
    take(anAlert("alone").setActors(List.of("group:a")).build(), 0);
    Alert first = anAlert("first").setActors(List.of("group:b")).build();
    take(first, 1);
    Incident grown = anIncident("first", first);
    grown.setRevision(2);
    picture.change(now -> now.take(grown, stored(Watched.INCIDENTS, 2)));

    JsonNode told = json(brief);

    assertThat(told.get("incidents").findValuesAsText("id")).containsExactly("first");
    assertThat(told.findValuesAsText("actors")).hasSize(2);
    assertThat(told.at("/alerts").toString()).contains("group:a").doesNotContain("group:b");
  }

  @Test
  void reply_whileNothingChanges_isPackedOnce_andThenAnew() {
    take(anAlert("early").build(), 0);
    byte[] packed = packed();

    assertThat(packed()).isSameAs(packed);

    take(anAlert("late").build(), 1);
    assertThat(packed()).isNotEqualTo(packed);
  }

  private byte[] packed() {
    return ((Reply.Packed) brief.reply()).gzip();
  }

  private void take(Alert alert, long at) {
    picture.change(now -> now.take(alert, stored(Watched.ALERTS, at, alert)));
    picture.change(
        now -> now.take(anIncident(alert.getId(), alert), stored(Watched.INCIDENTS, at)));
  }

  private JsonNode json() throws IOException {
    return json(whole);
  }

  private static JsonNode json(WholePicture picture) throws IOException {
    return new JsonMapper().readTree(picture.json());
  }
}
