package io.wirewatch.benchmarks.desk;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Field;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.Match;
import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.contract.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Articles that never were, with the alerts on them; the same for the same seed and number. */
final class MadeUpNews {
  private static final int SENTENCES = 7;
  private static final int OF_ONE_STORY = 12;
  private static final List<String> ACTORS =
      List.of(
          "organization:road-authority",
          "group:drivers-union",
          "person:the-governor",
          "organization:river-board",
          "the mill owners",
          "group:border-guard");

  private final long seed;

  MadeUpNews(long seed) {
    this.seed = seed;
  }

  /** An article, the alert on it, and the incident that alert belongs to. */
  record Item(EnrichedArticle article, Alert alert, Incident incident) {}

  /** The one of that number, which happened then. */
  Item item(int number, Instant at) {
    Random random = new Random(seed * 31 + number);
    Tongue tongue = tongue(random);
    int rule = (int) (Tongue.RULES.size() * random.nextDouble() * random.nextDouble());
    List<Region> regions = Places.some(random);
    String term = tongue.terms().get(rule);
    String place = regions.get(0).getName();
    String headline = any(tongue.headlines(), random).formatted(term, place);
    RawArticle raw = article(number, at, headline, body(tongue, term, place, random));
    raw.setSource(any(tongue.sources(), random));
    EnrichedArticle enriched =
        new EnrichedArticle(raw, 1, tongue.code(), List.of(), regions, raw.getId(), null);
    Alert alert = alert(enriched, rule, term);
    alert.setActors(ACTORS.subList(0, random.nextInt(ACTORS.size())));
    return new Item(enriched, alert, incident(alert, number, random));
  }

  private static String articleOf(int number) {
    return Fingerprint.of("desk", Integer.toString(number));
  }

  private static String alertOf(String article) {
    return Fingerprint.of("alert", article);
  }

  private static Tongue tongue(Random random) {
    int at = random.nextInt(10);
    return at < 5
        ? Tongue.ENGLISH
        : at < 8 ? Tongue.ARABIC : at < 9 ? Tongue.SORANI : Tongue.KURMANJI;
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static String body(Tongue tongue, String term, String place, Random random) {
    List<String> sentences = new ArrayList<>();
    for (int k = 0; k < SENTENCES; k++) {
      sentences.add(any(tongue.sentences(), random).formatted(term, place));
    }
    return String.join(" ", sentences);
  }

  private static RawArticle article(int number, Instant at, String headline, String body) {
    return RawArticle.newBuilder()
        .setId(articleOf(number))
        .setSource("")
        .setUrl(
            "https://news.example/2026/stories/%06d/%s".formatted(number, "a-story-of-that-day"))
        .setHeadline(headline)
        .setBody(body)
        .setPublishedAt(at)
        .setPublishedPrecision(Precision.MINUTE)
        .setObservedAt(at.plusSeconds(40))
        .setFeed("jsonl:benchmark")
        .build();
  }

  private static Alert alert(EnrichedArticle enriched, int rule, String term) {
    RawArticle article = enriched.getArticle();
    List<Match> matches = new ArrayList<>(matches(Field.HEADLINE, article.getHeadline(), term));
    matches.addAll(matches(Field.BODY, article.getBody(), term));
    return Alert.newBuilder()
        .setId(alertOf(article.getId()))
        .setStatus(AlertStatus.NEW)
        .setRule(Tongue.RULES.get(rule))
        .setRuleVersion(Fingerprint.of("rule", "" + rule))
        .setRuleSet(Fingerprint.of("set"))
        .setSeverity(Tongue.severity(rule))
        .setArticle(article.getId())
        .setRevision(1)
        .setHeadline(article.getHeadline())
        .setSource(article.getSource())
        .setUrl(article.getUrl())
        .setLanguage(enriched.getLanguage())
        .setPublishedAt(article.getPublishedAt())
        .setObservedAt(article.getObservedAt())
        .setEventTime(article.getPublishedAt())
        .setRegions(enriched.getRegions())
        .setMatches(matches)
        .setStoryId(enriched.getStoryId())
        .build();
  }

  private static List<Match> matches(Field field, String text, String term) {
    List<Match> found = new ArrayList<>();
    for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length())) {
      found.add(new Match(field, at, at + term.length(), term, term));
    }
    return found.subList(0, Math.min(5, found.size()));
  }

  /** A third of the alerts are alone; the others join the first of their dozen. */
  private static Incident incident(Alert alert, int number, Random random) {
    boolean isAlone = random.nextInt(3) == 0;
    String id = isAlone ? alert.getId() : alertOf(articleOf(number / OF_ONE_STORY * OF_ONE_STORY));
    return Incident.newBuilder()
        .setId(id)
        .setRevision(isAlone ? 1 : 1 + number % OF_ONE_STORY)
        .setChange(isAlone ? IncidentChange.OPENED : IncidentChange.JOINED)
        .setAlert(alert)
        .setBecause("rule and country are the same, 40 minutes apart")
        .setNews(List.of())
        .setStanding(isAlone ? 1 : 1 + number % OF_ONE_STORY)
        .setSeverity(alert.getSeverity())
        .setRules(List.of(alert.getRule()))
        .setSources(List.of(alert.getSource()))
        .setLanguages(List.of(alert.getLanguage()))
        .setRegions(alert.getRegions().stream().map(Region::getCode).toList())
        .setActors(alert.getActors())
        .setFirstEventTime(alert.getEventTime())
        .setLastEventTime(alert.getEventTime())
        .build();
  }
}
