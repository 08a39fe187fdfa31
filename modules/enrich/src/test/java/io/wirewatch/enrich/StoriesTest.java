package io.wirewatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.StoryOfArticle;
import io.wirewatch.StoryStart;
import io.wirewatch.enrich.story.Sketcher;
import io.wirewatch.stage.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

final class StoriesTest {
  private static final long NOW = Instant.parse("2025-08-18T08:00:00Z").toEpochMilli();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final String TEXT =
      "The old bridge was opened to lorries this morning after six weeks of work, and farmers took"
          + " their wheat to the stores beyond the river before the rain came over the hills.";

  private final TreeMap<String, StoryStart> starts = new TreeMap<>();
  private final TreeMap<String, StoryOfArticle> copies = new TreeMap<>();
  private final Sketcher sketcher = new Sketcher();
  private Stories stories = stories(3);

  @Test
  void copies_afterARestart_areKnown() {
    assertThat(told("a", 1, TEXT, NOW)).isEqualTo("a");
    stories = stories(3);

    assertThat(told("b", 1, TEXT + " More soon.", NOW)).isEqualTo("a");
    assertThat(told("b", 2, "All of it is withdrawn.", NOW)).isEqualTo("a");
  }

  @Test
  void revision_ofAFirstArticle_isNoDuplicateOfItself() {
    told("a", 1, TEXT, NOW);
    EnrichedArticle revised = article("a", 2, TEXT + " More soon.");
    stories.tell(revised, Stories.sketch(sketcher, revised.getArticle()), NOW, NOW);

    assertThat(revised.getStoryId()).isEqualTo("a");
    assertThat(revised.getDuplicateOf()).isNull();
  }

  @Test
  void store_neverHoldsMoreThanTheMost_theOldestGoes() {
    for (String id : List.of("a", "b", "c", "d")) {
      told(id, 1, id + " " + id + " alone", NOW);
    }

    assertThat(starts.values()).extracting(StoryStart::getArticle).containsExactly("b", "c", "d");
    assertThat(told("e", 1, "a a alone", NOW)).isEqualTo("e");
    assertThat(told("f", 1, "d d alone", NOW)).isEqualTo("d");
  }

  @Test
  void store_forgetsWhatIsBeforeTheWindow() {
    told("a", 1, TEXT, NOW);
    told("b", 1, "Rain fell.", NOW + 4 * DAY);

    assertThat(starts.values()).extracting(StoryStart::getArticle).containsExactly("b");
  }

  @Test
  void article_thatIsTooLate_isAStoryThatIsNotRemembered() {
    told("a", 1, TEXT, NOW + 4 * DAY);
    EnrichedArticle late = article("b", 1, TEXT);
    stories.tell(late, Stories.sketch(sketcher, late.getArticle()), NOW, NOW + 4 * DAY);

    assertThat(late.getStoryId()).isEqualTo("b");
    assertThat(starts).hasSize(1);
  }

  @Test
  void article_withoutAWord_isAStory() {
    assertThat(told("a", 1, "…", NOW)).isEqualTo("a");
    assertThat(told("b", 1, "…", NOW)).isEqualTo("b");
  }

  private String told(String id, int revision, String body, long millis) {
    EnrichedArticle article = article(id, revision, body);
    stories.tell(article, Stories.sketch(sketcher, article.getArticle()), millis, millis);
    return article.getStoryId();
  }

  private static EnrichedArticle article(String id, int revision, String body) {
    RawArticle raw =
        RawArticle.newBuilder()
            .setId(id)
            .setSource("River Post")
            .setHeadline("")
            .setBody(body)
            .setObservedAt(Instant.ofEpochMilli(NOW))
            .setFeed("test")
            .build();
    return new EnrichedArticle(raw, revision, "en", List.of(), List.of(), null, null);
  }

  private Stories stories(int most) {
    return new Stories(
        new EnrichConfig(Duration.ofDays(7), Duration.ofDays(3), most),
        kept(),
        Memory.inHeap(copies));
  }

  private StoryStarts kept() {
    return new StoryStarts() {
      @Override
      public void put(String key, StoryStart start) {
        starts.put(key, start);
      }

      @Override
      public void delete(String key) {
        assertThat(starts.remove(key)).isNotNull();
      }

      @Override
      public void each(BiConsumer<String, StoryStart> wanted) {
        starts.forEach(wanted);
      }
    };
  }
}
