package io.wirewatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertTrialTest {
  @TempDir Path directory;
  private AlertTrial trial;

  @BeforeEach
  void start() throws Exception {
    Path file = directory.resolve("rules.yaml");
    Files.writeString(file, "version: 1\nrules:\n  - {id: border, when: {term: border}}\n");
    trial = new AlertTrial(RuleSet.load(file));
  }

  @Test
  void article_thatTheRulesCanBeAskedOf_passes() {
    RawArticle article =
        RawArticle.newBuilder()
            .setId("id-1")
            .setSource("Rafidain Wire")
            .setHeadline("Gate")
            .setBody("The border is open.")
            .setObservedAt(Instant.parse("2025-08-18T08:00:00Z"))
            .setFeed("page:test")
            .build();

    assertThat(
            trial.of(
                "id-1", new EnrichedArticle(article, 1, "en", List.of(), List.of(), null, null)))
        .isEqualTo(new Outcome.Passed<>("id-1"));
  }

  @Test
  void article_thatIsNone_failsAsADeadLetterWould() {
    assertThat(trial.of(null, null))
        .isEqualTo(new Outcome.Failed<>("", "alert", "a record without a value"));
  }
}
