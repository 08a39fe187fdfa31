package io.wirewatch.dashboard.ask;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.RawArticle;
import io.wirewatch.Severity;
import io.wirewatch.contract.Fingerprint;
import java.time.Instant;
import java.util.List;

/** Records and rules of these tests. */
final class Samples {
  static final Instant TIME = Instant.parse("2026-01-01T08:00:00Z");
  static final String RULES =
      """
      version: 1
      rules:
        - {id: border, title: Border, severity: high, when: border}
        - {id: both, when: {all: [border, troops]}}
        - {id: flood, status: experimental, when: flood}
      """;

  private Samples() {}

  static Alert alert(String article, String rule, Instant at) {
    return Alert.newBuilder()
        .setId(Fingerprint.of(rule, article))
        .setStatus(AlertStatus.NEW)
        .setRule(rule)
        .setRuleVersion("v")
        .setRuleSet("s")
        .setSeverity(Severity.HIGH)
        .setArticle(article)
        .setRevision(1)
        .setHeadline("Gate at the border: " + article)
        .setSource("Basin News")
        .setLanguage("en")
        .setObservedAt(at)
        .setEventTime(at)
        .setRegions(List.of())
        .setMatches(List.of())
        .build();
  }

  static RawArticle article(String id) {
    return RawArticle.newBuilder()
        .setId(id)
        .setSource("Basin News")
        .setUrl("https://basin.example/gate")
        .setHeadline("Gate at the border")
        .setBody("It is open.")
        .setPublishedAt(TIME)
        .setObservedAt(TIME)
        .setFeed("jsonl:test")
        .build();
  }
}
