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
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class WholePictureTest {
  private final SharedPicture picture =
      new SharedPicture(() -> Samples.picture(100, 100), Clock.fixed(TIME, ZoneOffset.UTC));
  private final WholePicture whole = new WholePicture(picture);

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

  private void take(Alert alert, long at) {
    picture.change(now -> now.take(alert, stored(Watched.ALERTS, at, alert)));
    picture.change(
        now -> now.take(anIncident(alert.getId(), alert), stored(Watched.INCIDENTS, at)));
  }

  private JsonNode json() throws IOException {
    return new JsonMapper().readTree(whole.json());
  }
}
