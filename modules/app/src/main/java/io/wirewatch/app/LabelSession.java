package io.wirewatch.app;

import io.wirewatch.ingest.json.BoundedLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Asks somebody about alerts, one after the other, and keeps the answers. */
final class LabelSession {
  private static final int MOST_ANSWER_BYTES = 1024;

  private final List<LabelItem> items;
  private final LabelLog log;
  private final Screen screen;
  private final LabelWalk walk;

  LabelSession(List<LabelItem> items, LabelLog log, Screen screen) {
    this.items = List.copyOf(items);
    this.log = log;
    this.screen = screen;
    this.walk = new LabelWalk(items, item -> log.of(item).isPresent());
  }

  /**
   * Asks until all are labelled or somebody quits.
   *
   * @param typed an answer a line; its end is to quit
   */
  void run(InputStream typed) throws IOException {
    if (walk.current().isPresent()) {
      BoundedLines lines = new BoundedLines(typed, MOST_ANSWER_BYTES);
      show();
      while (take(answer(lines))) {
        show();
      }
    }
    screen.say(position());
  }

  /** Does what was answered; false to end. */
  private boolean take(LabelAnswer answer) {
    Optional<LabelItem> asked = walk.current();
    switch (answer) {
      case YES, NO -> {
        if (asked.isEmpty()) {
          return false;
        }
        log.add(asked.get(), answer == LabelAnswer.YES);
        walk.forward();
      }
      case SKIP -> {
        if (asked.isEmpty()) {
          return false;
        }
        walk.forward();
      }
      case BACK -> {
        if (!walk.back()) {
          screen.say("this is the first");
        }
      }
      case QUIT -> {
        return false;
      }
    }
    return true;
  }

  private void show() {
    walk.current()
        .ifPresent(
            item -> {
              screen.data("");
              item.lines().forEach(screen::data);
              log.of(item)
                  .ifPresent(
                      said -> screen.data("    labelled " + (said ? "relevant" : "not relevant")));
            });
  }

  private LabelAnswer answer(BoundedLines lines) throws IOException {
    String question =
        walk.current()
            .map(
                item ->
                    "[%s] relevant to %s? y / n / s skip / b back / q quit"
                        .formatted(position(), item.rule()))
            .orElseGet(() -> "[%s] that was the last: b back / q quit".formatted(position()));
    while (true) {
      screen.say(question);
      BoundedLines.Line line = lines.next();
      if (line == null) {
        return LabelAnswer.QUIT;
      }
      Optional<LabelAnswer> answer =
          LabelAnswer.of(new String(line.bytes().array(), StandardCharsets.UTF_8));
      if (answer.isPresent()) {
        return answer.get();
      }
      screen.say("that is none of the answers: type one letter, then Enter");
    }
  }

  private String position() {
    long labelled = items.stream().filter(item -> log.of(item).isPresent()).count();
    return "%d of %d labelled".formatted(labelled, items.size());
  }
}
