package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.deliver.target.Target.Answer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
final class FileTargetTest {
  @TempDir private Path folder;

  @Test
  void messages_areALineEach() throws Exception {
    try (FileTarget target = target()) {
      assertThat(target.send(message("a1"))).isInstanceOf(Answer.Taken.class);
      assertThat(target.send(message("a2"))).isInstanceOf(Answer.Taken.class);
    }

    assertThat(ids()).containsExactly("a1", "a2");
  }

  @Test
  void message_thatIsThere_isNotWrittenAgain() throws Exception {
    try (FileTarget target = target()) {
      target.send(message("a1"));
      target.send(message("a2"));

      assertThat(target.send(message("a1")).words()).isEqualTo("had it already");
    }
    try (FileTarget afterRestart = target()) {
      assertThat(afterRestart.send(message("a2")).words()).isEqualTo("had it already");
      assertThat(afterRestart.send(message("a")).words()).startsWith("written");
    }

    assertThat(ids()).containsExactly("a1", "a2", "a");
  }

  @Test
  void line_thatACrashLeftHalf_endsBeforeTheNext() throws Exception {
    try (FileTarget target = target()) {
      target.send(message("a1"));
    }
    String whole = Files.readString(file());
    Files.writeString(file(), whole + whole.replace("a1", "a2").substring(0, whole.length() / 2));

    try (FileTarget afterRestart = target()) {
      assertThat(afterRestart.send(message("a2")).words()).startsWith("written");
    }

    assertThat(Files.readAllLines(file())).hasSize(3);
    assertThat(new ObjectMapper().readTree(Files.readAllLines(file()).get(2)).path("id").asText())
        .isEqualTo("a2");
  }

  @Test
  void file_thatWasMovedAway_beginsAnew() throws Exception {
    try (FileTarget target = target()) {
      target.send(message("a1"));
      Files.move(file(), folder.resolve("yesterday.jsonl"));
      target.send(message("a2"));
    }

    assertThat(ids()).containsExactly("a2");
  }

  @Test
  void file_thatAnotherWrites_isLater() throws Exception {
    try (FileTarget target = target();
        FileChannel other =
            FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      try (FileLock only = other.lock()) {
        assertThat(only.isValid()).isTrue();
        assertThat(target.send(message("a1"))).isInstanceOf(Answer.Later.class);
      }

      assertThat(target.send(message("a1"))).isInstanceOf(Answer.Taken.class);
    }
  }

  @Test
  void folder_thatIsGone_isLater() throws Exception {
    try (FileTarget target =
        new FileTarget(folder.resolve("gone/alerts.jsonl"), Duration.ofSeconds(5), "/x")) {
      Answer answer = target.send(message("a1"));

      assertThat(answer).isInstanceOf(Answer.Later.class);
      assertThat(answer.words()).contains("cannot be written");
    }
  }

  @Test
  void disk_thatIsFull_isLater() throws Exception {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isWritable(full), "skipped: no /dev/full here");
    try (FileTarget target = new FileTarget(full, Duration.ofSeconds(5), "/x")) {
      assertThat(target.send(message("a1"))).isInstanceOf(Answer.Later.class);
    }
  }

  private FileTarget target() {
    return new FileTarget(file(), Duration.ofSeconds(5), "/wirewatch/deliver");
  }

  private Path file() {
    return folder.resolve("alerts.jsonl");
  }

  private java.util.List<String> ids() throws IOException {
    java.util.List<String> ids = new java.util.ArrayList<>();
    for (String line : Files.readAllLines(file())) {
      ids.add(new ObjectMapper().readTree(line).path("id").asText());
    }
    return ids;
  }

  private static Message message(String id) {
    return anIncident().withAlert(id).saying("کوردستان: Troops withdrew").first();
  }
}
