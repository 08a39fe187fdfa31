package io.wirewatch.enrich;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.StoryOfArticle;
import io.wirewatch.enrich.story.Sketch;
import io.wirewatch.enrich.story.Sketcher;
import io.wirewatch.stage.Memory;
import io.wirewatch.stage.Recollection;
import java.util.Optional;

/** Says of enriched articles which story they are of; asked in one order for all of them. */
public final class Stories {
  private final StoryMemory starts;
  private final Recollection<StoryOfArticle> copies;

  /** Remembers there. */
  public Stories(EnrichConfig config, StoryStarts starts, Memory<StoryOfArticle> copies) {
    this.starts = new StoryMemory(starts, config.storyWindow(), config.storiesMost());
    this.copies = new Recollection<>(copies, config.memory());
  }

  /** What is kept of an article's text; empty where it has no word. */
  public static Optional<Sketch> sketch(Sketcher sketcher, RawArticle article) {
    return sketcher.of(article.getHeadline(), article.getBody());
  }

  /**
   * Sets the story of an article. A revision keeps the story of the first text.
   *
   * @param sketch of its text
   * @param eventMillis of the article, as its record has it
   * @param streamMillis of all articles that this was asked of
   */
  public void tell(
      EnrichedArticle article, Optional<Sketch> sketch, long eventMillis, long streamMillis) {
    String id = article.getArticle().getId();
    Optional<String> original =
        article.getRevision() > 1
            ? copies.recall(id, streamMillis).map(StoryOfArticle::getStoryId)
            : sketch.flatMap(text -> starts.original(text, eventMillis, streamMillis));
    if (original.isPresent()) {
      copies.remember(id, new StoryOfArticle(original.get()), streamMillis);
    } else if (article.getRevision() == 1) {
      sketch.ifPresent(text -> starts.add(id, text, eventMillis, streamMillis));
    }
    article.setStoryId(original.orElse(id));
    article.setDuplicateOf(original.filter(first -> !first.equals(id)).orElse(null));
  }
}
