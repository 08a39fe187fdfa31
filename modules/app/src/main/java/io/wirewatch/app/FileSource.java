package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.Inputs;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.web.Fetcher;
import io.wirewatch.replay.Plan;
import io.wirewatch.replay.history.ArticleQueue;
import io.wirewatch.replay.history.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Articles in files, with no cluster. */
final class FileSource implements ReplaySource {
  private final List<String> words;
  private final Instant observedAt;
  private final Screen screen;
  private @Nullable ReplayInputs reading;

  /**
   * Articles of these files.
   *
   * @param words as the user named them
   * @param observedAt when they were read, where they do not say
   */
  FileSource(List<String> words, Instant observedAt, Screen screen) {
    this.words = List.copyOf(words);
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
  }

  @Override
  public List<String> fixed() {
    return List.of("input");
  }

  @Override
  public History open(Map<Integer, Long> positions) {
    ArticleQueue queue = new ArticleQueue(positions.getOrDefault(0, 0L));
    ReplayInputs inputs = new ReplayInputs(inputs(), observedAt, queue, screen);
    inputs.start();
    reading = inputs;
    return queue;
  }

  private List<Input> inputs() {
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
