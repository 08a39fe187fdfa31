package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wirewatch.replay.finding.Labels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file of labels that grows: each answer is a line of it at once, the last word counts. */
final class LabelLog {
  private final Path file;
  private final Labels labels;

  private LabelLog(Path file, Labels labels) {
    this.file = file;
    this.labels = labels;
  }

  /**
   * The labels of a file, which is made where it is not there.
   *
   * @throws Refusal where it is no file of labels, or cannot be written
   */
  static LabelLog open(Path file) {
    Labels labels = Files.exists(file) ? LabelFile.read(file) : new Labels();
    LabelLog log = new LabelLog(file, labels);
    // Now, so that nobody reads an article in vain.
    log.append(log.endsWithinLine() ? "\n" : "");
    return log;
  }

  /** What was said of an alert; empty where nobody did. */
  Optional<Boolean> of(LabelItem item) {
    return labels.of(item.rule(), item.article());
  }

  /** Says of an alert whether it is relevant to its rule. */
  void add(LabelItem item, boolean isRelevant) {
    append(
        JsonNodeFactory.instance
                .objectNode()
                .put("article", item.article())
                .put("rule", item.rule())
                .put("relevant", isRelevant)
            + "\n");
    labels.add(item.rule(), item.article(), isRelevant);
  }

  private boolean endsWithinLine() {
    if (!Files.exists(file)) {
      return false;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.position(Math.max(0, channel.size() - 1));
      return channel.read(last) == 1 && last.get(0) != '\n';
    } catch (IOException unreadable) {
      throw failed(unreadable);
    }
  }

  private void append(String text) {
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException unwritable) {
      throw failed(unwritable);
    }
  }

  private Refusal failed(IOException failed) {
    String why =
        failed instanceof NoSuchFileException
            ? "there is no such directory; make it"
            : failed.getMessage() + "; give another file, or make room and go on";
    return new Refusal("cannot write the labels to " + file + ": " + why, failed);
  }
}
