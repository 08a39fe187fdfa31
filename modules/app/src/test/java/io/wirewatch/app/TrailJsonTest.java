package io.wirewatch.app;

import static io.wirewatch.app.Trails.EVIL;
import static io.wirewatch.app.Trails.aTrail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.why.TrailJson;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What programs are told of a trail on which everything has happened. */
final class TrailJsonTest {
  @Test
  void json_ofAWholeTrail_hasEveryRecordWithItsPlace() throws Exception {
    JsonNode json = new ObjectMapper().readTree(TrailJson.of(aTrail("حدود " + EVIL)));

    Set<String> fields =
        json.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    assertThat(fields)
        .containsExactlyInAnyOrder(
            "article",
            "known",
            "inShort",
            "read",
            "setAside",
            "enriched",
            "rules",
            "alerts",
            "incidents",
            "told",
            "waiting",
            "failed",
            "desk",
            "missing");
    assertThat(json.at("/read/0/record/headline").asText()).isEqualTo("حدود " + EVIL);
    assertThat(json.at("/read/1/offset").asLong()).isEqualTo(2);
    assertThat(json.at("/read/0/takenAt").asText()).isEqualTo("2026-01-01T08:00:00.123Z");
    assertThat(json.at("/enriched/0/record/regions/0/weight").asDouble()).isEqualTo(0.75);
    assertThat(json.at("/setAside/0/record/reason").asText()).isEqualTo("dated ahead");
    assertThat(json.at("/rules/explained/0/matches").asBoolean()).isTrue();
    assertThat(json.at("/rules/nearest/0/rule").asText()).isEqualTo("both");
    assertThat(json.at("/told/1/record/outcome").asText()).isEqualTo("SILENCED");
    assertThat(json.at("/waiting/0/record/message/offsets/0").asLong()).isEqualTo(4);
    assertThat(json.at("/desk/0/record/silence/told").isBoolean()).isTrue();
    assertThat(json.at("/missing/0/step").asText()).isEqualTo("delivered");
  }
}
