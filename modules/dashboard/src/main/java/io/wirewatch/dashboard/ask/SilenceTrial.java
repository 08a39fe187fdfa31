package io.wirewatch.dashboard.ask;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.dashboard.web.BadRequestException;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Request;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.desk.DeskEntries;
import io.wirewatch.desk.LabelMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which of the alerts on the page a silence would have hidden. Thread-safe. */
final class SilenceTrial implements AutoCloseable {
  private static final int AT_ONCE = 2;
  private static final int MOST_EXAMPLES = 10;

  private final Supplier<Collection<Alert>> alerts;
  private final Turns turns =
      new Turns(
          new Turns.Bounds(
              "silence-trial", AT_ONCE, Duration.ofSeconds(10), "take simpler expressions"));

  SilenceTrial(Supplier<Collection<Alert>> alerts) {
    this.alerts = alerts;
  }

  Route route() {
    return Route.question("/api/desk/preview", request -> turns.take(() -> trial(request)));
  }

  private Reply trial(Request request) {
    List<LabelMatcher> matchers;
    try {
      matchers = DeskEntries.matchers(new Given(request.json()).texts("matchers"));
    } catch (IllegalArgumentException wrong) {
      throw new BadRequestException(String.valueOf(wrong.getMessage()), wrong);
    }
    List<Alert> standing =
        alerts.get().stream().filter(alert -> alert.getStatus() == AlertStatus.NEW).toList();
    List<Alert> hidden = new ArrayList<>();
    for (Alert alert : standing) {
      if (Thread.currentThread().isInterrupted()) {
        break; // Nobody waits any more.
      }
      if (LabelMatcher.allFit(matchers, alert)) {
        hidden.add(alert);
      }
    }
    return Reply.json(200, node(hidden, standing));
  }

  private static ObjectNode node(List<Alert> hidden, List<Alert> standing) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("hidden", hidden.size())
            .put("of", standing.size());
    oldest(standing).ifPresent(since -> node.put("since", DeskJson.time(since)));
    ArrayNode examples = node.putArray("examples");
    hidden.stream()
        .sorted(Comparator.comparing(Alert::getEventTime).reversed())
        .limit(MOST_EXAMPLES)
        .forEach(
            alert ->
                examples
                    .addObject()
                    .put("rule", alert.getRule())
                    .put("headline", alert.getHeadline())
                    .put("eventTime", DeskJson.time(alert.getEventTime())));
    return node;
  }

  private static Optional<Instant> oldest(List<Alert> alerts) {
    return alerts.stream().map(Alert::getEventTime).min(Comparator.naturalOrder());
  }

  @Override
  public void close() {
    turns.close();
  }
}
