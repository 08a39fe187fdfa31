package io.wirewatch.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.embedded.EmbeddedCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeskTopicIT {
  private static final DeskEntries.Author AMAL =
      new DeskEntries.Author("amal", Instant.parse("2026-03-10T12:00:00Z"));

  @Test
  void entries_areThereOnceWritten_andGoneOnceTakenBack(@TempDir Path directory) throws Exception {
    try (EmbeddedCluster cluster = EmbeddedCluster.start(directory)) {
      Settings settings = cluster.settings();
      cluster.createTopics(List.of(Topics.DESK), 1);
      DeskEntry comment = DeskEntries.about(AMAL, DeskKind.COMMENT, "i1", "seen");
      DeskEntry silence =
          DeskEntries.silence(
              AMAL,
              "known",
              DeskEntries.matchers(List.of("rule=\"flood\"")),
              AMAL.at().plus(Duration.ofHours(1)),
              Optional.of(Duration.ofMinutes(5)));

      DeskTopic.write(settings, comment);
      DeskTopic.write(settings, silence);

      assertThat(DeskTopic.entries(settings).values()).containsExactlyInAnyOrder(comment, silence);
      assertThat(DeskTopic.silences(settings).values()).containsExactly(silence);

      DeskTopic.remove(settings, comment.getId());

      assertThat(DeskTopic.entries(settings)).containsOnlyKeys(silence.getId());
    }
  }
}
