package io.wirewatch.app;

import static io.wirewatch.app.TrailText.line;
import static io.wirewatch.app.TrailText.lower;
import static io.wirewatch.app.TrailText.time;

import io.wirewatch.Delivery;
import io.wirewatch.DeliveryState;
import io.wirewatch.DeskEntry;
import io.wirewatch.FailedDelivery;
import io.wirewatch.Incident;
import io.wirewatch.OpenMessage;
import io.wirewatch.Silence;
import io.wirewatch.why.Found;
import io.wirewatch.why.Told;
import java.util.ArrayList;
import java.util.List;

/** Who was told of alerts, as lines for people. */
final class ToldText {
  private ToldText() {}

  static List<String> of(Told told) {
    List<String> lines = new ArrayList<>();
    told.incidents().forEach(found -> lines.add(line("incident", found, incident(found.value()))));
    told.attempts().forEach(found -> lines.add(line("told", found, attempt(found.value()))));
    told.waiting().forEach(found -> lines.add(line("waits", found, waiting(found.value()))));
    told.failed().forEach(found -> lines.add(line("failed", found, failed(found.value()))));
    told.desk().forEach(found -> lines.add(line("desk", found, entry(found))));
    return lines;
  }

  private static String incident(Incident incident) {
    return "%s revision %d, %s: %s"
        .formatted(
            incident.getId(),
            incident.getRevision(),
            lower(incident.getChange()),
            incident.getBecause());
  }

  private static String attempt(Delivery attempt) {
    String how =
        attempt.getAttempt() == 0
            ? ""
            : ", attempt %d, %d ms".formatted(attempt.getAttempt(), attempt.getTookMillis());
    return "%s: %s %s%s: %s (group %s, message %s)"
        .formatted(
            attempt.getTarget(),
            lower(attempt.getKind()),
            lower(attempt.getOutcome()),
            how,
            attempt.getAnswer(),
            attempt.getGroup(),
            attempt.getMessage());
  }

  private static String waiting(DeliveryState state) {
    OpenMessage message = state.getMessage();
    return message == null
        ? "%s: in no message yet (group %s)".formatted(state.getTarget(), state.getGroup())
        : "%s: message %s tried %d times, next at %s; last answer: %s (group %s)"
            .formatted(
                state.getTarget(),
                message.getId(),
                message.getAttempts(),
                time(message.getNextAttempt()),
                message.getAnswer(),
                state.getGroup());
  }

  private static String failed(FailedDelivery failed) {
    return "%s: message %s after %d attempts: %s; 'wirewatch deliver retry' sends it again"
        .formatted(
            failed.getTarget(), failed.getMessage(), failed.getAttempts(), failed.getReason());
  }

  private static String entry(Found<DeskEntry> found) {
    DeskEntry entry = found.value();
    Silence silence = entry.getSilence();
    return "%s by %s: %s%s"
        .formatted(
            entry.getId(),
            entry.getBy(),
            entry.getText(),
            silence == null
                ? ""
                : "; %s, until %s"
                    .formatted(String.join(" ", silence.getMatchers()), time(silence.getEnd())));
  }
}
