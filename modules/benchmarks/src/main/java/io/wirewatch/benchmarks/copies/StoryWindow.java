package io.wirewatch.benchmarks.copies;

import io.wirewatch.enrich.story.FirstArticle;
import io.wirewatch.enrich.story.Likeness;
import io.wirewatch.enrich.story.Sketch;
import io.wirewatch.enrich.story.Sketcher;
import io.wirewatch.enrich.story.StoryIndex;
import java.util.Optional;

/** An index with what makes sketches for it: one article after another, as in the stage. */
final class StoryWindow {
  private final Sketcher sketcher = new Sketcher();
  private final StoryIndex index = new StoryIndex(Likeness.MEASURED);
  private final int most;
  private long clock;

  /** A window of so many articles. */
  StoryWindow(int most) {
    this.most = most;
  }

  /** The article whose text this is; empty where there is none. */
  Optional<String> original(Text text) {
    return sketcher.of(text.headline(), text.body()).flatMap(this::original);
  }

  private Optional<String> original(Sketch sketch) {
    return index.original(sketch, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** The article whose story this is of; it begins one where there is none. */
  String take(String id, Text text) {
    Optional<Sketch> sketch = sketcher.of(text.headline(), text.body());
    Optional<String> original = sketch.flatMap(this::original);
    if (original.isEmpty() && sketch.isPresent()) {
      if (index.size() == most) {
        index.removeOldest();
      }
      index.add(new FirstArticle(id, clock++, sketch.get()));
    }
    return original.orElse(id);
  }

  int size() {
    return index.size();
  }
}
