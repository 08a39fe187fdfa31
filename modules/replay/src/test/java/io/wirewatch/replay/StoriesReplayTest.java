package io.wirewatch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.RawArticle;
import io.wirewatch.alert.ActiveRules;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.embedded.EmbeddedRegistry;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichStep;
import io.wirewatch.replay.history.Past;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw articles of one partition, many of them copies: the same stories live, replayed, resumed. */
final class StoriesReplayTest {
  private static final long SEED = 20261129;
  private static final int ARTICLES = 2_000;
  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  private static final Annotator ANNOTATOR = Annotator.bundled();
  private static final List<String> WORDS =
      List.of(
          "bridge",
          "grain",
          "river",
          "market",
          "school",
          "lorries",
          "rain",
          "wheat",
          "stores",
          "engineers",
          "road",
          "mill");

  @TempDir Path directory;

  @Test
  void stories_replayedAndResumed_areThoseThatWereLive() throws Exception {
    RuleSet rules =
        RuleSet.load(
            Files.writeString(
                directory.resolve("rules.yaml"),
                "version: 1\nrules:\n  - {id: bridge, when: {term: bridge}}\n"));
    List<Past> history = history();
    List<Alert> live = new ArrayList<>();
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(directory.resolve("registry"), 0);
        LivePipeline pipeline =
            new LivePipeline(directory.resolve("live"), registry, ANNOTATOR, rules)) {
      history.forEach(pipeline::take);
      live.addAll(pipeline.alerts());
    }

    assertThat(replayed(rules, history, "whole", 1)).isEqualTo(live);
    assertThat(replayed(rules, history, "resumed", 3)).isEqualTo(live);
    assertThat(live).anyMatch(alert -> !alert.getArticle().equals(alert.getStoryId()));
    assertThat(live).anyMatch(alert -> alert.getArticle().equals(alert.getStoryId()));
  }

  private List<Alert> replayed(RuleSet rules, List<Past> history, String name, int runs)
      throws Exception {
    ActiveRules active = ActiveRules.of(rules, LoadProgress.UNSEEN);
    Told told = new Told(Set.of());
    Plan plan =
        new Plan(
            Plan.Source.RAW,
            Scope.ALL,
            new EnrichConfig(Duration.ofDays(7), Duration.ofDays(3), 1_000_000),
            Duration.ofDays(7),
            2);
    for (int run = 1; run <= runs; run++) {
      int chunks = run == runs ? Integer.MAX_VALUE : 20;
      try (Workbench bench = Workbench.open(directory.resolve(name));
          Replay replay =
              new Replay(
                  plan,
                  new EnrichStep(ANNOTATOR),
                  List.of(RuleTimeline.always(active)),
                  bench,
                  told)) {
        int[] asked = {0};
        replay.run(new ListedHistory(history, replay.positions(), 16), () -> asked[0]++ >= chunks);
      }
    }
    assertThat(told.setAside()).isEmpty();
    return told.alerts();
  }

  private static List<Past> history() {
    Random random = new Random(SEED);
    List<RawArticle> known = new ArrayList<>();
    List<Past> history = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      Instant now = BEGIN.plus(Duration.ofMinutes(9L * i));
      RawArticle article = article(random, known, i, now);
      known.add(article);
      history.add(
          new Past(0, i, now.plusSeconds(1).toEpochMilli(), article.getId(), article, null));
    }
    return history;
  }

  private static RawArticle article(
      Random random, List<RawArticle> known, int number, Instant now) {
    int kind = random.nextInt(10);
    RawArticle before = known.isEmpty() ? null : known.get(random.nextInt(known.size()));
    String id = Fingerprint.of(Integer.toString(number));
    String body = text(random, 60);
    if (kind < 4 && before != null) {
      body = text(random, 8) + " " + before.getBody();
    } else if (kind == 4 && before != null) {
      id = before.getId();
    }
    return RawArticle.newBuilder()
        .setId(id)
        .setSource("River Post")
        .setHeadline("Day " + number)
        .setBody(body)
        .setPublishedAt(kind == 5 ? now.minus(Duration.ofDays(random.nextInt(6))) : now)
        .setObservedAt(now)
        .setFeed("jsonl:generated")
        .build();
  }

  private static String text(Random random, int words) {
    StringBuilder text = new StringBuilder("Then");
    for (int i = 0; i < words; i++) {
      text.append(' ')
          .append(WORDS.get(random.nextInt(WORDS.size())))
          .append(random.nextInt(3) == 0 ? " of" : "");
    }
    return text.append('.').toString();
  }
}
