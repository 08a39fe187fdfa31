package io.wirewatch.dashboard.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SilenceTrialTest {
  private static final Alert RETRACTED =
      Alert.newBuilder(Samples.alert("a3", "border", Samples.TIME.minusSeconds(60)))
          .setStatus(AlertStatus.RETRACTED)
          .build();

  private final Asked asked =
      new Asked(
          List.of(
              new SilenceTrial(
                      () ->
                          List.of(
                              Samples.alert("a1", "border", Samples.TIME),
                              Samples.alert("a2", "border", Samples.TIME.plusMillis(1_500)),
                              Samples.alert("a1", "flood", Samples.TIME.plusSeconds(9)),
                              RETRACTED))
                  .route()));

  @Test
  void preview_ofMatchers_countsStandingAlertsAndShowsTheNewest() {
    JsonNode said =
        asked.post(User.LOCAL, "/api/desk/preview", "{'matchers':['rule=border']}").json();

    assertThat(said.path("hidden").asInt()).isEqualTo(2);
    assertThat(said.path("of").asInt()).isEqualTo(3);
    assertThat(said.path("since").asText()).isEqualTo("2026-01-01T08:00:00.000Z");
    assertThat(said.path("examples").findValuesAsText("eventTime"))
        .containsExactly("2026-01-01T08:00:01.500Z", "2026-01-01T08:00:00.000Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'matchers':[]}",
        "{'matchers':'rule=x'}",
        "{'matchers':[7]}",
        "{'matchers':['nothing']}",
        "{'matchers':['rule=~\"(x{99}){99}\"']}",
        "{'matchers':['mood=good']}",
        "[]",
        "no json"
      })
  void preview_ofWhatIsNoMatcher_saysWhatToWrite(String body) {
    assertThatThrownBy(() -> asked.post(User.LOCAL, "/api/desk/preview", body))
        .isInstanceOf(BadRequestException.class)
        .hasMessageMatching(".{20,}");
  }
}
