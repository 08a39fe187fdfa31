package io.wirewatch.enrich;

import io.wirewatch.contract.Setting;
import io.wirewatch.contract.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How articles are enriched.
 *
 * @param memory for how long, in stream time, a copy of an article is known as one
 * @param storyWindow for how long, in event time, copies of a text under other ids are of one story
 * @param storiesMost how many stories are remembered
 */
public record EnrichConfig(Duration memory, Duration storyWindow, int storiesMost) {

  /** Name of the stage in the cluster: its consumer group, its changelog topics. */
  public static final String NAME = "wirewatch-enrich";

  /** Topic in which the stage keeps what it remembers. */
  public static final String CHANGELOG = NAME + "-" + ReviseStep.STORE + "-changelog";

  /** Topic through which all articles come in one order. */
  public static final String REPARTITION = NAME + "-" + EnrichTopology.STORIES + "-repartition";

  /** Topic in which the stage keeps the first articles of stories. */
  public static final String STORY_STARTS = NAME + "-" + StoryStep.STARTS + "-changelog";

  /** Topic in which the stage keeps which articles are copies. */
  public static final String STORY_COPIES = NAME + "-" + StoryStep.COPIES + "-changelog";

  /** For how long a copy is known as one. */
  public static final Setting<Duration> MEMORY =
      Setting.duration(
          "enrich.memory",
          Duration.ofDays(7),
          "For how long, in event time and whole days, an article is remembered to know its copies and revisions.");

  /** For how long copies are of one story. */
  public static final Setting<Duration> STORY_WINDOW =
      Setting.duration(
          "enrich.stories.window",
          Duration.ofDays(3),
          "For how long, in event time, an article with nearly the text of an earlier one is of its story.");

  /** How many stories are remembered. */
  public static final Setting<Integer> STORIES_MOST =
      Setting.count(
          "enrich.stories.most",
          1_000_000,
          new Setting.Range(1, 8_000_000, "stories"),
          "How many stories are remembered within the window, the oldest forgotten first; some 370 bytes of heap each.");

  /** What the user has set, or the defaults. */
  public static EnrichConfig of(Settings settings) {
    return new EnrichConfig(
        settings.value(MEMORY), settings.value(STORY_WINDOW), settings.value(STORIES_MOST));
  }

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return List.of(MEMORY, STORY_WINDOW, STORIES_MOST);
  }
}
