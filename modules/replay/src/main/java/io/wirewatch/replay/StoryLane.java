package io.wirewatch.replay;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.StoryOfArticle;
import io.wirewatch.StoryStart;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.Stories;
import io.wirewatch.enrich.StoryStarts;
import io.wirewatch.enrich.story.Sketch;
import java.util.Optional;
import java.util.function.BiConsumer;

/** All partitions as the stage of stories sees them: one after another, with one stream time. */
final class StoryLane {
  private static final String STARTS = "story/first/";
  private static final String COPIES = "story/copy/";
  private static final String TIME = "story/time";
  private static final long UNKNOWN = -1;

  private final Workbench bench;
  private final Stories stories;
  private long streamMillis;

  StoryLane(Workbench bench, EnrichConfig config) {
    this.bench = bench;
    this.stories =
        new Stories(
            config, starts(bench), bench.memory(COPIES, RecordBytes.of(StoryOfArticle.class)));
    this.streamMillis = Numbers.get(bench, TIME, UNKNOWN);
  }

  void tell(EnrichedArticle article, Optional<Sketch> sketch, long eventMillis) {
    streamMillis = Math.max(streamMillis, eventMillis);
    stories.tell(article, sketch, eventMillis, streamMillis);
  }

  void keep() {
    Numbers.put(bench, TIME, streamMillis);
  }

  private static StoryStarts starts(Workbench bench) {
    RecordBytes<StoryStart> form = RecordBytes.of(StoryStart.class);
    return new StoryStarts() {
      @Override
      public void put(String key, StoryStart start) {
        bench.put(STARTS + key, form.bytes(start));
      }

      @Override
      public void delete(String key) {
        bench.delete(STARTS + key);
      }

      @Override
      public void each(BiConsumer<String, StoryStart> wanted) {
        bench.each(
            STARTS,
            (key, value) -> {
              wanted.accept(key, form.read(value));
              return true;
            });
      }
    };
  }
}
