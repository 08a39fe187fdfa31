package io.wirewatch.deliver.incident;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import io.wirewatch.contract.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An alert as a sentence: {@code alert("isis").of("a").saying("…").at("2025-08-18T08:00:00Z")}. */
final class Told {
  private final Alert.Builder alert;
  private final List<Region> regions = new ArrayList<>();

  private Told(String rule) {
    alert =
        Alert.newBuilder()
            .setStatus(AlertStatus.NEW)
            .setRule(rule)
            .setRuleVersion("v1")
            .setRuleSet("s1")
            .setSeverity(Severity.MEDIUM)
            .setRevision(1)
            .setSource("River Post")
            .setLanguage("en")
            .setMatches(List.of())
            .setHeadline("Something happened");
    at("2025-08-18T08:00:00Z");
  }

  static Told alert(String rule) {
    return new Told(rule);
  }

  Told of(String article) {
    alert.setArticle(article).setId(Fingerprint.of(alert.getRule(), article));
    return this;
  }

  Told saying(String headline) {
    alert.setHeadline(headline);
    return this;
  }

  Told in(String language, String source) {
    alert.setLanguage(language).setSource(source);
    return this;
  }

  Told by(String... actors) {
    alert.setActors(List.of(actors));
    return this;
  }

  Told inCountry(String country) {
    regions.add(new Region(country, RegionLevel.COUNTRY, country, country, 33.0, 44.0, 1.0));
    return this;
  }

  Told at(String name, String code) {
    regions.add(new Region(code, RegionLevel.PLACE, name, "IQ", 33.0, 44.0, 0.4));
    return this;
  }

  Told at(String time) {
    return at(Instant.parse(time));
  }

  Told at(Instant time) {
    alert.setPublishedAt(time).setObservedAt(time).setEventTime(time);
    return this;
  }

  Told ofStory(String story) {
    alert.setStoryId(story);
    return this;
  }

  Told as(Severity severity) {
    alert.setSeverity(severity);
    return this;
  }

  Told revised(int revision) {
    alert.setRevision(revision).setObservedAt(alert.getObservedAt().plusSeconds(revision));
    return this;
  }

  Told takenBack() {
    alert.setStatus(AlertStatus.RETRACTED);
    return this;
  }

  Alert now() {
    return alert.setRegions(List.copyOf(regions)).build();
  }
}
