package io.wirewatch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.alert.ActiveRules;
import io.wirewatch.annotate.Annotator;
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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw articles are read in full where something depends on it, and only there. */
final class DeferredReplayTest {
  private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
  private static final EnrichStep ENRICH = new EnrichStep(Annotator.bundled());
  private static final String MATCHING = "The border crossing near Mosul was closed.";
  private static final String OTHER = "The grain market in Mosul was opened.";

  @TempDir Path directory;
  private Told told = new Told(Set.of());
  private Scope scope = Scope.ALL;

  @Test
  void article_thatMatchesAWord_isReadInFull() throws Exception {
    replay(MATCHING);

    assertThat(told.examined().get(0).getEntities()).isNotEmpty();
    assertThat(regions(told.alerts().get(0))).contains("IQ");
  }

  @Test
  void article_thatMatchesNoWord_isNot() throws Exception {
    replay(OTHER);

    assertThat(told.examined().get(0).getEntities()).isEmpty();
    assertThat(told.examined().get(0).getLanguage()).isEqualTo("en");
    assertThat(told.examined().get(0).getStoryId()).isEqualTo("a");
  }

  @Test
  void article_thatIsWanted_isReadInFull() throws Exception {
    told = new Told(Set.of("a"));

    replay(OTHER);

    assertThat(told.examined().get(0).getEntities()).isNotEmpty();
    assertThat(told.examined().get(0).getStoryId()).isEqualTo("a");
  }

  @Test
  void article_whereRegionsAreAskedFor_isReadInFull() throws Exception {
    scope = new Scope(Instant.MIN, Instant.MAX, Duration.ZERO, Set.of("IQ"), Set.of());

    replay(OTHER);

    assertThat(told.examined().get(0).getEntities()).isNotEmpty();
  }

  @Test
  void retraction_byATextThatMatchesNothing_saysWhatTheArticleIsAbout() throws Exception {
    replay(MATCHING, OTHER);

    assertThat(told.alerts())
        .extracting(Alert::getStatus)
        .containsExactly(AlertStatus.NEW, AlertStatus.RETRACTED);
    assertThat(regions(told.alerts().get(1))).contains("IQ");
  }

  @Test
  void article_thatCannotBeReadInFull_isADeadLetterOfTheStepThatReads() throws Exception {
    replay(breaking(), MATCHING, OTHER);

    assertThat(told.setAside()).containsExactly("enrich");
    assertThat(told.examined()).hasSize(1);
  }

  /** One article with these texts, one after the other; none of them is set aside. */
  private void replay(String... texts) throws Exception {
    replay(ENRICH, texts);
    assertThat(told.setAside()).isEmpty();
  }

  private void replay(EnrichStep enrich, String... texts) throws Exception {
    ActiveRules rules = ActiveRules.of(rules(), LoadProgress.UNSEEN);
    Plan plan =
        new Plan(
            Plan.Source.RAW,
            scope,
            new EnrichConfig(Duration.ofDays(7), Duration.ofDays(3), 1_000_000),
            Duration.ofDays(7),
            1);
    try (Workbench bench = Workbench.open(directory.resolve("bench"));
        Replay replay =
            new Replay(plan, enrich, List.of(RuleTimeline.always(rules)), bench, told)) {
      replay.run(new ListedHistory(history(texts), replay.positions(), 1), () -> false);
    }
  }

  @SuppressWarnings("NullAway") // It is to break.
  private static EnrichStep breaking() {
    return new EnrichStep(null);
  }

  private RuleSet rules() throws Exception {
    return RuleSet.load(
        Files.writeString(
            directory.resolve("rules.yaml"),
            """
            version: 1
            rules:
              - {id: border, when: {term: border}, filters: {region: [IQ]}}
            """));
  }

  private static List<Past> history(String... texts) {
    List<Past> history = new ArrayList<>();
    for (String text : texts) {
      int offset = history.size();
      RawArticle article =
          RawArticle.newBuilder()
              .setId("a")
              .setSource("River Post")
              .setHeadline("News")
              .setBody(text)
              .setPublishedAt(BEGIN)
              .setObservedAt(BEGIN)
              .setFeed("jsonl:written")
              .build();
      history.add(new Past(0, offset, BEGIN.toEpochMilli(), "a", article, null));
    }
    return history;
  }

  private static List<String> regions(Alert alert) {
    return alert.getRegions().stream().map(Region::getCode).toList();
  }
}
