package io.wirewatch.deliver.target;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Incident;
import io.wirewatch.Match;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Hands alerts to a Prometheus Alertmanager ({@code /api/v2/alerts}), one for one. Its labels are
 * what an alert has all its life, since they are what Alertmanager knows it by; the rest is in
 * annotations. A notice is an alert called {@code wirewatch_notice}.
 */
final class AlertmanagerTarget implements Target {
  private static final int MOST_ANSWER = 2 * 1024;

  private final HttpSettings settings;
  private final Duration lasts;
  private final Clock clock;
  private final HttpSender sender;
  private final StatusMeaning meaning;

  /**
   * @param lasts so long an alert that is not taken back fires
   */
  AlertmanagerTarget(HttpSettings settings, Duration lasts, Clock clock) {
    this.settings = settings;
    this.lasts = lasts;
    this.clock = clock;
    this.sender = new HttpSender(settings, MOST_ANSWER, clock);
    this.meaning = new StatusMeaning(new Words(settings.secrets()));
  }

  @Override
  public Answer send(Message message) throws InterruptedException {
    Instant now = clock.instant();
    ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
    message.incidents().forEach(incident -> add(alerts, incident, now));
    message.text().ifPresent(text -> notice(alerts, message, text));
    URI address = Paths.below(settings.address(), "/api/v2/alerts");
    return meaning.of(sender.send(HttpCall.post(address, alerts.toString())), Optional.empty());
  }

  private void add(ArrayNode alerts, Incident incident, Instant now) {
    Alert alert = incident.getAlert();
    // Articles may be dated ahead, and an alert must not end before it starts.
    Instant start = alert.getEventTime().isBefore(now) ? alert.getEventTime() : now;
    boolean over = alert.getStatus() == AlertStatus.RETRACTED;
    ObjectNode node = alerts.addObject();
    node.putObject("labels")
        .put("alertname", alert.getRule())
        .put("severity", alert.getSeverity().name().toLowerCase(Locale.ROOT))
        .put("incident", incident.getId())
        .put("source", alert.getSource())
        .put("alert", alert.getId());
    ObjectNode annotations = node.putObject("annotations");
    annotations.put("summary", alert.getHeadline());
    annotations.put("language", alert.getLanguage());
    Places.of(alert).ifPresent(place -> annotations.put("place", place));
    annotations.put("because", incident.getBecause());
    annotations.put(
        "matched",
        alert.getMatches().stream()
            .map(Match::getText)
            .distinct()
            .collect(Collectors.joining(", ")));
    annotations.put("alerts", Integer.toString(incident.getStanding()));
    annotations.put("sources", String.join(", ", incident.getSources()));
    node.put("startsAt", start.toString());
    node.put("endsAt", (over ? now : now.plus(lasts)).toString());
    Links.web(alert).ifPresent(url -> node.put("generatorURL", url));
  }

  private void notice(ArrayNode alerts, Message message, String text) {
    ObjectNode node = alerts.addObject();
    node.putObject("labels").put("alertname", "wirewatch_notice").put("notice", message.id());
    node.putObject("annotations").put("summary", text);
    node.put("startsAt", message.at().toString());
    node.put("endsAt", clock.instant().plus(lasts).toString());
  }

  @Override
  public void close() {
    sender.close();
  }
}
