package io.wirewatch.app.page;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Field;
import io.wirewatch.Match;
import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import io.wirewatch.alert.Matchable;
import io.wirewatch.replay.finding.Change;
import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.Hour;
import io.wirewatch.replay.finding.Quality;
import io.wirewatch.replay.finding.RegionFinding;
import io.wirewatch.replay.finding.RuleFinding;
import io.wirewatch.replay.finding.Verdict;
import io.wirewatch.rules.LoadProgress;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.authoring.RuleExplainer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What replays found, for tests, made by hand. */
final class Replays {
  static final Instant TIME = Instant.parse("2026-01-03T08:05:00Z");
  static final LocalDate DAY = LocalDate.parse("2026-01-03");
  static final Rule BRIDGE = rule("border", "Bridges", "bridge");
  static final Rule TUNNEL = rule("border", "Tunnels", "tunnel");

  private final List<Change> examples = new ArrayList<>();
  private final SortedMap<LocalDate, Compared> days = new TreeMap<>();
  private String id = "border";
  private @Nullable Rule tried = BRIDGE;
  private @Nullable Rule other = TUNNEL;
  private Quality quality = Quality.NONE;
  private String source = "Tigris Post";

  private Replays() {}

  static Rule rule(String id, String title, String term) {
    String definition =
        "{\"version\":1,\"rules\":[{\"id\":\"%s\",\"title\":\"%s\",\"severity\":\"high\",\"when\":{\"any\":[\"%s\"]}}]}"
            .formatted(id, title, term);
    try {
      return RuleSet.ofDefinitions(List.of(definition), LoadProgress.UNSEEN).rules().get(0);
    } catch (RuleProblems broken) {
      throw new AssertionError(broken);
    }
  }

  /** A rule's finding, without any alert yet. */
  static Replays aRule(String id) {
    Replays rule = new Replays();
    rule.id = id;
    return rule;
  }

  Replays of(@Nullable Rule tried, @Nullable Rule other) {
    this.tried = tried;
    this.other = other;
    return this;
  }

  Replays labelled(Quality quality) {
    this.quality = quality;
    return this;
  }

  Replays from(String source) {
    this.source = source;
    return this;
  }

  Replays on(LocalDate day, long gained, long lost, long same) {
    days.merge(day, new Compared(gained, lost, same), Compared::plus);
    return this;
  }

  /** An alert that is counted and shown. */
  Replays with(Change change) {
    examples.add(change);
    days.merge(
        DAY,
        change.verdict() == Verdict.LOST ? new Compared(0, 1, 0) : new Compared(1, 0, 0),
        Compared::plus);
    return this;
  }

  RuleFinding done() {
    Compared all = days.values().stream().reduce(Compared.NONE, Compared::plus);
    SortedMap<String, Compared> regions = new TreeMap<>(Map.of("IQ", all));
    SortedMap<String, Compared> sources = new TreeMap<>(Map.of(source, all));
    return new RuleFinding(
        id,
        tried,
        other,
        all,
        0,
        new RuleFinding.Pages(all.now(), all.before()),
        days,
        null,
        regions,
        sources,
        quality,
        examples);
  }

  static Findings findings(RuleFinding... rules) {
    Region mosul =
        new Region("geonames:99072", RegionLevel.PLACE, "Mosul", "IQ", 36.335, 43.1189, 1.0);
    return new Findings(
        List.of(rules),
        List.of(new RegionFinding(mosul, new Compared(2, 1, 3))),
        new Hour(TIME, 2),
        0);
  }

  /** A finding of the rule {@code border} with one alert that is gained. */
  static RuleFinding gaining(Text text) {
    return aRule("border").with(text.change(Verdict.GAINED)).done();
  }

  static ReplayPage.Facts facts(boolean complete, boolean compares) {
    Map<String, String> plan = new LinkedHashMap<>();
    plan.put("rules", "abcd1234");
    plan.put("against", compares ? "ef567890" : "");
    plan.put("topic", "news.articles.enriched");
    plan.put("offsets", "0: 12, 345\n1: 0, 7");
    return new ReplayPage.Facts(
        "wirewatch replay --rules mine",
        plan,
        complete,
        compares,
        List.of(),
        List.of(),
        Map.of("read", 1_200L),
        Optional.of(new ReplayPage.Span(TIME, TIME.plusSeconds(172_800), 2)));
  }

  static String written(ReplayPage.Facts facts, Findings findings) throws IOException {
    StringBuilder out = new StringBuilder();
    new ReplayPage(facts, findings).write(Articles.GAZETTEER, out);
    return out.toString();
  }

  static Document read(RuleFinding... rules) throws IOException {
    return Jsoup.parse(written(facts(true, true), findings(rules)));
  }

  static Text bridge() {
    return new Text("A bridge opens", "The bridge opened in Mosul.").matching("bridge");
  }

  /** An article and the words in it that a rule found. */
  static final class Text {
    private final String headline;
    private final String body;
    private final List<Match> matches = new ArrayList<>();
    private @Nullable String url;
    private String language = "en";

    Text(String headline, String body) {
      this.headline = headline;
      this.body = body;
    }

    Text at(@Nullable String url) {
      this.url = url;
      return this;
    }

    Text in(String language) {
      this.language = language;
      return this;
    }

    Text matching(Match match) {
      matches.add(match);
      return this;
    }

    /** All places where this stands. */
    Text matching(String word) {
      for (Field field : Field.values()) {
        String text = field == Field.HEADLINE ? headline : body;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
          matches.add(new Match(field, at, at + word.length(), word, word));
        }
      }
      return this;
    }

    EnrichedArticle article() {
      RawArticle raw =
          new RawArticle(
              "a1",
              "Tigris Post",
              url,
              headline,
              null,
              body,
              null,
              TIME,
              Precision.MINUTE,
              TIME,
              "x",
              null,
              null,
              null);
      return new EnrichedArticle(raw, 1, language, List.of(), List.of(), null, null);
    }

    Change change(Verdict verdict) {
      EnrichedArticle article = article();
      return new Change(
          verdict,
          alert(),
          article,
          RuleExplainer.explain(BRIDGE, Matchable.of(article)),
          RuleExplainer.explain(TUNNEL, Matchable.of(article)),
          null);
    }

    Alert alert() {
      return new Alert(
          "id",
          AlertStatus.NEW,
          "border",
          "v",
          "set",
          Severity.HIGH,
          null,
          "a1",
          1,
          headline,
          "Tigris Post",
          url,
          language,
          TIME,
          TIME,
          TIME,
          List.of(),
          matches,
          0,
          null,
          List.of());
    }
  }
}
