package io.wirewatch.alert;

import io.wirewatch.Alert;
import io.wirewatch.AlertedArticle;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.StandingAlert;
import io.wirewatch.rules.RuleMatch;
import io.wirewatch.stage.Memory;
import io.wirewatch.stage.Recollection;
import java.time.Duration;
import java.util.List;

/** Remembers which alerts stand, so that a revision of an article says only what changed. */
public final class StandingAlerts {
  private final Recollection<AlertedArticle> alerted;

  /** Remembers there, for so long in stream time. */
  public StandingAlerts(Memory<AlertedArticle> memory, Duration span) {
    this.alerted = new Recollection<>(memory, span);
  }

  /** Whether any alert on earlier texts of an article stands. */
  public boolean stands(String article, long streamTimeMillis) {
    return !standing(article, streamTimeMillis).isEmpty();
  }

  /**
   * What a text of an article changes: new alerts in the rules' order, then retractions.
   *
   * @param matches those of {@code rules} on it
   */
  public List<Alert> change(
      EnrichedArticle article, ActiveRules rules, List<RuleMatch> matches, long streamTimeMillis) {
    String key = article.getArticle().getId();
    List<StandingAlert> standing = standing(key, streamTimeMillis);
    Alerts.Change change = new Alerts(rules).change(article, matches, standing);
    if (!change.standing().isEmpty() || !standing.isEmpty()) {
      alerted.remember(key, new AlertedArticle(change.standing()), streamTimeMillis);
    }
    return change.alerts();
  }

  private List<StandingAlert> standing(String article, long streamTimeMillis) {
    return alerted
        .recall(article, streamTimeMillis)
        .map(AlertedArticle::getStanding)
        .orElse(List.of());
  }
}
