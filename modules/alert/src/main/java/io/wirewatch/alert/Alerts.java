package io.wirewatch.alert;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Field;
import io.wirewatch.Match;
import io.wirewatch.StandingAlert;
import io.wirewatch.contract.Fingerprint;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.rules.Span;
import io.wirewatch.stage.EventTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes alerts of matches: new ones, and retractions of those that stand no more. Pure. */
final class Alerts {
  private final ActiveRules rules;

  /**
   * What an article's text changes.
   *
   * @param alerts to send: new ones in the rules' order, then retractions
   * @param standing what stands after it
   */
  record Change(List<Alert> alerts, List<StandingAlert> standing) {}

  Alerts(ActiveRules rules) {
    this.rules = rules;
  }

  Change change(EnrichedArticle article, List<RuleMatch> matches, List<StandingAlert> before) {
    Map<String, StandingAlert> gone = new LinkedHashMap<>();
    before.forEach(standing -> gone.put(standing.getRule(), standing));
    List<Alert> alerts = new ArrayList<>();
    List<StandingAlert> standing = new ArrayList<>();
    for (RuleMatch match : matches) {
      StandingAlert known = gone.remove(match.ruleId());
      if (known == null) {
        known = standing(article, rules.headings().of(match));
        alerts.add(raised(article, known, match));
      }
      standing.add(known);
    }
    gone.values().forEach(alert -> alerts.add(retracted(article, alert)));
    return new Change(List.copyOf(alerts), List.copyOf(standing));
  }

  private Alert raised(EnrichedArticle article, StandingAlert standing, RuleMatch match) {
    return about(article, standing)
        .setStatus(AlertStatus.NEW)
        .setMatches(match.spans().stream().map(Alerts::match).toList())
        .setUnlistedMatches(match.unlisted())
        .build();
  }

  private Alert retracted(EnrichedArticle article, StandingAlert standing) {
    return about(article, standing).setStatus(AlertStatus.RETRACTED).setMatches(List.of()).build();
  }

  private Alert.Builder about(EnrichedArticle enriched, StandingAlert standing) {
    var article = enriched.getArticle();
    return Alert.newBuilder()
        .setId(standing.getId())
        .setRule(standing.getRule())
        .setRuleVersion(standing.getRuleVersion())
        .setRuleSet(rules.hash())
        .setSeverity(standing.getSeverity())
        .setRoute(standing.getRoute())
        .setArticle(article.getId())
        .setRevision(enriched.getRevision())
        .setHeadline(article.getHeadline())
        .setSource(article.getSource())
        .setUrl(article.getUrl())
        .setLanguage(enriched.getLanguage())
        .setPublishedAt(article.getPublishedAt())
        .setObservedAt(article.getObservedAt())
        .setEventTime(EventTime.of(article))
        .setRegions(enriched.getRegions())
        .setStoryId(enriched.getStoryId())
        .setActors(Actors.of(enriched));
  }

  private static StandingAlert standing(EnrichedArticle article, RuleHeadings.Heading rule) {
    return new StandingAlert(
        Fingerprint.of(rule.id(), rule.version(), article.getArticle().getId()),
        rule.id(),
        rule.version(),
        rule.severity(),
        rule.route());
  }

  private static Match match(Span span) {
    return new Match(
        Field.valueOf(span.field().name()), span.start(), span.end(), span.text(), span.term());
  }
}
