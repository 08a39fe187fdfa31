package io.wirewatch.benchmarks.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.StoryStart;
import io.wirewatch.alert.ActiveRules;
import io.wirewatch.alert.StandingAlerts;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.contract.Settings;
import io.wirewatch.enrich.EnrichConfig;
import io.wirewatch.enrich.EnrichStep;
import io.wirewatch.enrich.Revised;
import io.wirewatch.enrich.Stories;
import io.wirewatch.enrich.StoryStarts;
import io.wirewatch.enrich.story.Sketcher;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Articles of a file through the steps of both stages, one after another. */
final class AlertFeed {
  private static final Duration MEMORY = Duration.ofDays(7);

  private final EnrichStep enrich = new EnrichStep(Annotator.bundled());
  private final Sketcher sketcher = new Sketcher();
  private final Stories stories =
      new Stories(
          EnrichConfig.of(Settings.of(Map.of(), Map.of(), Map.of())),
          inHeap(),
          Memory.inHeap(new TreeMap<>()));
  private final StandingAlerts standing =
      new StandingAlerts(Memory.inHeap(new TreeMap<>()), MEMORY);
  private final Map<String, Integer> revisions = new HashMap<>();
  private final ActiveRules rules;
  private long streamMillis;

  AlertFeed(RuleSet rules) {
    this.rules = ActiveRules.of(rules, LoadProgress.UNSEEN);
  }

  /** Takes an article, with the alerts that it raises or takes back. */
  interface Taker {
    void take(EnrichedArticle article, List<Alert> alerts);
  }

  /** Reads files of JSON lines, each in order of its lines, all by the time of their articles. */
  void read(List<Path> files, Taker taker) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<RawArticle> articles = new ArrayList<>();
    for (Path file : files) {
      ArticleDates dates = new ArticleDates();
      for (String line : Files.readAllLines(file)) {
        JsonNode article = mapper.readTree(line);
        articles.add(raw(article, dates.next(article)));
      }
    }
    articles.sort(Comparator.comparing(RawArticle::getPublishedAt));
    articles.forEach(article -> take(article, taker));
  }

  private void take(RawArticle article, Taker taker) {
    long millis = article.getPublishedAt().toEpochMilli();
    streamMillis = Math.max(streamMillis, millis);
    EnrichedArticle enriched =
        enrich.enriched(new Revised(article, revisions.merge(article.getId(), 1, Integer::sum)));
    stories.tell(enriched, Stories.sketch(sketcher, article), millis, streamMillis);
    taker.take(enriched, standing.change(enriched, rules, rules.match(enriched), streamMillis));
  }

  private static RawArticle raw(JsonNode article, Instant published) {
    String url = article.path("url").asText();
    String id = url.isEmpty() ? article.path("id").asText() : url;
    return RawArticle.newBuilder()
        .setId(Fingerprint.of(id))
        .setSource(article.path("source").asText("Some Wire"))
        .setUrl(url.isEmpty() ? null : url)
        .setHeadline(article.path("headline").asText())
        .setBody(article.path("body").asText())
        .setPublishedAt(published)
        .setObservedAt(published)
        .setFeed("jsonl:measured")
        .build();
  }

  private static StoryStarts inHeap() {
    return new StoryStarts() {
      @Override
      public void put(String key, StoryStart start) {}

      @Override
      public void delete(String key) {}

      @Override
      public void each(BiConsumer<String, StoryStart> wanted) {}
    };
  }
}
