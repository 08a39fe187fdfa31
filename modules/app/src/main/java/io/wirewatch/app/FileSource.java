package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.Inputs;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.web.Fetcher;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.history.ArticleQueue;
import io.wirewatch.replay.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Articles in files, with no cluster. */
final class FileSource implements ReplaySource {
  private static final String FILES = "files";

  private final List<String> words;
  private final List<Input> inputs;
  private final Instant observedAt;
  private final Screen screen;
  private @Nullable ReplayInputs reading;

  /**
   * Articles of these files.
   *
   * @param words as the user named them
   * @param observedAt when they were read, where they do not say
   * @throws Refusal where one is not there
   */
  FileSource(List<String> words, Instant observedAt, Screen screen) {
    this.words = List.copyOf(words);
    this.inputs = inputs(words);
    this.observedAt = observedAt;
    this.screen = screen;
  }

  @Override
  public Plan.Source kind() {
    return Plan.Source.RAW;
  }

  @Override
  public void describe(ObjectNode plan) {
    var list = plan.putArray("input");
    words.forEach(list::add);
    plan.put("observedAt", observedAt.toString());
    plan.put(FILES, state());
  }

  /** Refuses files that are not those that a replay which stopped has read a part of. */
  void compare(ObjectNode stopped) {
    if (!stopped.path(FILES).asText().equals(state())) {
      throw new Refusal(
          "the files of --input are not as they were when the replay that stopped began: give them as they were, or begin anew without --resume in another directory");
    }
  }

  private String state() {
    return Fingerprint.of(inputs.stream().map(FileSource::state).toArray(String[]::new));
  }

  /** Size and time of a file; what is none can be told apart by nothing but its name. */
  private static String state(Input input) {
    Path file = Path.of(input.name());
    try {
      return Files.isRegularFile(file)
          ? "%s %d %s".formatted(file, Files.size(file), Files.getLastModifiedTime(file))
          : input.name();
    } catch (IOException failed) {
      throw new Refusal("cannot read %s: %s".formatted(file, failed.getMessage()), failed);
    }
  }

  @Override
  public List<String> fixed() {
    return List.of("input");
  }

  @Override
  public History open(Map<Integer, Long> positions) {
    ArticleQueue queue = new ArticleQueue(positions.getOrDefault(0, 0L));
    reading = new ReplayInputs(inputs, observedAt, queue, screen);
    reading.start();
    return queue;
  }

  private static List<Input> inputs(List<String> words) {
    Inputs named = new Inputs(new Fetcher(false), System.in);
    List<Input> all = new ArrayList<>();
    for (String word : words) {
      try {
        all.addAll(named.named(word));
      } catch (UnusableInputException missing) {
        throw new Refusal(missing.getMessage() + ": give a file, a folder or -", missing);
      }
    }
    return all;
  }

  @Override
  public List<String> remarks() {
    long refused = reading == null ? 0 : reading.refused();
    return refused == 0
        ? List.of()
        : List.of(
            "pieces of the inputs that are no articles: %d; standard error says why"
                .formatted(refused));
  }
}
