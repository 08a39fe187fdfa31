package io.wirewatch.deliver;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Field;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.Match;
import io.wirewatch.MessageKind;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import io.wirewatch.deliver.target.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Incidents for tests, said as sentences; and messages of them. */
public final class Incidents {
  private final Alert.Builder alert =
      Alert.newBuilder()
          .setId("a1")
          .setStatus(AlertStatus.NEW)
          .setRule("border")
          .setRuleVersion("v1")
          .setRuleSet("s1")
          .setSeverity(Severity.HIGH)
          .setArticle("article-1")
          .setRevision(1)
          .setHeadline("Troops withdrew from the border post")
          .setSource("Example Wire")
          .setUrl("https://news.example.org/a?b=1&c=2")
          .setLanguage("en")
          .setObservedAt(Instant.parse("2026-03-02T08:31:00Z"))
          .setEventTime(Instant.parse("2026-03-02T08:30:00Z"))
          .setRegions(List.of())
          .setActors(List.of())
          .setMatches(List.of());
  private final List<Region> regions = new ArrayList<>();
  private final List<Match> matches = new ArrayList<>();
  private String id = "i1";
  private int revision = 1;
  private int standing = 1;
  private Severity severity = Severity.HIGH;
  private List<String> news = List.of();
  private List<String> sources = List.of();
  private String because = "the first of its story";

  private Incidents() {}

  public static Incidents anIncident() {
    return new Incidents();
  }

  public Incidents saying(String headline) {
    alert.setHeadline(headline);
    return this;
  }

  public Incidents by(String source) {
    alert.setSource(source);
    return this;
  }

  public Incidents in(String language) {
    alert.setLanguage(language);
    return this;
  }

  public Incidents of(String rule) {
    alert.setRule(rule);
    return this;
  }

  public Incidents severe(Severity of) {
    alert.setSeverity(of);
    severity = of;
    return this;
  }

  public Incidents at(String time) {
    return at(Instant.parse(time));
  }

  public Incidents at(Instant time) {
    alert.setEventTime(time);
    return this;
  }

  public Incidents linking(@Nullable String url) {
    alert.setUrl(url);
    return this;
  }

  public Incidents near(String code, String name, RegionLevel level) {
    regions.add(new Region(code, level, name, code.substring(0, 2), 33.3, 44.4, 0.9));
    return this;
  }

  /** Countries and their provinces by code, the heaviest first. */
  public Incidents near(String... codes) {
    for (String code : codes) {
      near(code, code, code.length() == 2 ? RegionLevel.COUNTRY : RegionLevel.ADMIN1);
    }
    return this;
  }

  /** A word of the headline. */
  public Incidents matching(String word, String term) {
    int start = alert.getHeadline().indexOf(word);
    matches.add(new Match(Field.HEADLINE, start, start + word.length(), word, term));
    return this;
  }

  public Incidents matchingInBody(String word, String term) {
    matches.add(new Match(Field.BODY, 100, 100 + word.length(), word, term));
    return this;
  }

  public Incidents withAlert(String alertId) {
    alert.setId(alertId);
    return this;
  }

  public Incidents named(String incident) {
    id = incident;
    return this;
  }

  public Incidents revised(int to, String... brings) {
    revision = to;
    standing = to;
    news = List.of(brings);
    return this;
  }

  public Incidents heardFrom(String... all) {
    sources = List.of(all);
    return this;
  }

  public Incidents because(String why) {
    because = why;
    return this;
  }

  public Incidents takenBack() {
    alert.setStatus(AlertStatus.RETRACTED);
    standing = 0;
    return this;
  }

  /** So many of its alerts stand. */
  public Incidents standing(int alerts) {
    standing = alerts;
    return this;
  }

  public Alert alert() {
    return alert.setRegions(regions).setMatches(matches).build();
  }

  public Incident record() {
    Alert made = alert();
    return Incident.newBuilder()
        .setId(id)
        .setRevision(revision)
        .setChange(change(made))
        .setAlert(made)
        .setBecause(because)
        .setNews(news)
        .setStanding(standing)
        .setSeverity(severity)
        .setRules(List.of(made.getRule()))
        .setSources(sources.isEmpty() ? List.of(made.getSource()) : sources)
        .setLanguages(List.of(made.getLanguage()))
        .setRegions(regions.stream().map(Region::getCode).toList())
        .setActors(List.of())
        .setFirstEventTime(made.getEventTime())
        .setLastEventTime(made.getEventTime())
        .build();
  }

  private IncidentChange change(Alert made) {
    if (made.getStatus() == AlertStatus.RETRACTED) {
      return IncidentChange.RETRACTED;
    }
    return revision == 1 ? IncidentChange.OPENED : IncidentChange.JOINED;
  }

  /** What a target is told of it at first. */
  public Message first() {
    return told(MessageKind.FIRST, null);
  }

  /** What a target is told of it later. */
  public Message told(MessageKind kind, @Nullable String handle) {
    return message(kind, handle, record());
  }

  public static Message message(MessageKind kind, @Nullable String handle, Incident... of) {
    Incident newest = of[of.length - 1];
    return new Message(
        newest.getAlert().getId() + (kind == MessageKind.FIRST ? "" : "-" + newest.getRevision()),
        kind,
        "incident=" + newest.getId(),
        new TreeMap<>(Map.of("incident", newest.getId())),
        List.of(of),
        Optional.empty(),
        Optional.ofNullable(handle),
        Instant.parse("2026-03-02T08:32:00Z"));
  }

  /** What a silence hid. */
  public static Message notice(String text) {
    return new Message(
        "silence/7",
        MessageKind.NOTICE,
        "notice",
        Map.of(),
        List.of(),
        Optional.of(text),
        Optional.empty(),
        Instant.parse("2026-03-02T08:32:00Z"));
  }
}
