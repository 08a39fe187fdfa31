package io.wirewatch.why;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Incident;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.Topics;
import io.wirewatch.rules.Rule;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a trail lacks, where that would be, and what is known of why. Pure. */
final class Gaps {
  private final Trail trail;
  private final Question question;
  private final Progress progress;
  private final List<Missing> found = new ArrayList<>();

  Gaps(Trail trail, Question question, Progress progress) {
    this.trail = trail;
    this.question = question;
    this.progress = progress;
  }

  /** Everything, in the order of the steps. */
  List<Missing> all() {
    if (!trail.isKnown()) {
      return List.of(new Missing(Step.READ, unknown()));
    }
    reading();
    enrichment();
    alerts();
    incidents();
    deliveries();
    return found;
  }

  private String unknown() {
    return "nothing is known of article %s: no record of %s, %s, %s or %s has this key; %s%s"
        .formatted(
            trail.article(),
            Topics.RAW_ARTICLES.name(),
            Topics.REJECTED_ARTICLES.name(),
            Topics.ENRICHED_ARTICLES.name(),
            Topics.ALERTS.name(),
            notLookedAt().orElse("it was never read, or longer ago than these topics keep records"),
            question.inputs().isEmpty()
                ? ""
                : "; what was refused at the edge is there under the name of its input; and this is the id of that address: an article that came with an id of its own, or by another"
                    + " address that leads to the same page, has another");
  }

  private Optional<String> notLookedAt() {
    return question.since().toEpochMilli() > 0
        ? Optional.of(
            "what brokers took before "
                + question.since().truncatedTo(ChronoUnit.SECONDS)
                + " was not looked at")
        : Optional.empty();
  }

  private void reading() {
    boolean refusedAtTheEdge = trail.enriched().isEmpty() && trail.alerts().isEmpty();
    if (trail.readings().isEmpty() && !refusedAtTheEdge) {
      add(
          Step.READ,
          "where it was read: %s has no record of it; %s"
              .formatted(
                  Topics.RAW_ARTICLES.name(),
                  notLookedAt().orElse("it keeps records for a shorter time than others")));
    }
  }

  private void enrichment() {
    Found<RawArticle> last = last(trail.readings());
    if (last == null || isSetAside(last.at()) || isEnriched(last.value())) {
      return;
    }
    add(
        Step.ENRICHED,
        (trail.enriched().isEmpty() ? "not enriched: " : "its newest text is not enriched: ")
            + why(
                last.at(),
                "wirewatch enrich",
                ", but %s has nothing of it: the stage knew the text already, is between two of its steps, or what it wrote is deleted by now"
                    .formatted(Topics.ENRICHED_ARTICLES.name())));
  }

  private boolean isEnriched(RawArticle reading) {
    return trail
        .lastEnriched()
        .filter(enriched -> Trail.text(enriched.getArticle()).equals(Trail.text(reading)))
        .isPresent();
  }

  private void alerts() {
    Found<EnrichedArticle> last = last(trail.enriched());
    if (last == null || isSetAside(last.at())) {
      return;
    }
    if (trail.alerts().isEmpty()) {
      add(
          Step.ALERTED,
          "no alert%s: ".formatted(question.rule().map(rule -> " of rule " + rule).orElse(""))
              + why(
                  last.at(),
                  "wirewatch alert",
                  question.rule().isPresent()
                      ? ", and that rule did not match or did not run"
                      : ", and no rule that it ran matched"));
    } else if (progress
        .reader(last.at())
        .filter(reader -> reader.next() > last.at().offset())
        .isEmpty()) {
      add(
          Step.ASKED,
          "no rule was asked of its newest revision yet: " + why(last.at(), "wirewatch alert", ""));
    }
  }

  private void incidents() {
    newestAlerts().values().stream()
        .filter(alert -> incidentsOf(alert.value()).isEmpty())
        .forEach(
            alert ->
                add(
                    Step.GROUPED,
                    "the alert of rule %s is in no incident: ".formatted(alert.value().getRule())
                        + ungrouped(alert)));
  }

  private static boolean isExperimental(Alert alert) {
    return Rule.EXPERIMENTAL_ROUTE.equals(alert.getRoute());
  }

  private String ungrouped(Found<Alert> alert) {
    return isExperimental(alert.value())
        ? "the rule is experimental, so its alerts are on %s alone and are told to nobody"
            .formatted(alert.at().topic())
        : why(
            alert.at(),
            "wirewatch deliver",
            ", but %s has nothing of it".formatted(Topics.INCIDENTS.name()));
  }

  private void deliveries() {
    for (Found<Alert> alert : newestAlerts().values()) {
      Found<Incident> incident = last(incidentsOf(alert.value()));
      if (incident != null && !isTold(alert.value().getId(), incident.at().offset())) {
        add(Step.DELIVERED, untold(alert.value(), incident.at()));
      }
    }
  }

  private String untold(Alert alert, Place incident) {
    String who = question.target().map(target -> "target " + target).orElse("anybody");
    String to = question.target().isPresent() ? "that target" : "a target";
    return "nothing was told to %s of the alert of rule %s: ".formatted(who, alert.getRule())
        + why(
            incident,
            "wirewatch deliver",
            ", and no route of its deliver.yaml leads this alert to " + to);
  }

  private boolean isTold(String alert, long incident) {
    Told told = trail.told();
    return told.attempts().stream().anyMatch(found -> found.value().getAlerts().contains(alert))
        || told.waiting().stream()
            .anyMatch(found -> Telling.isWaiting(found.value(), Set.of(incident)))
        || told.failed().stream().anyMatch(found -> Telling.holds(found.value(), Set.of(alert)));
  }

  /** The last record of each alert, by id. */
  private Map<String, Found<Alert>> newestAlerts() {
    Map<String, Found<Alert>> newest = new LinkedHashMap<>();
    trail.alerts().forEach(alert -> newest.put(alert.value().getId(), alert));
    return newest;
  }

  private List<Found<Incident>> incidentsOf(Alert alert) {
    return trail.told().incidents().stream()
        .filter(incident -> incident.value().getAlert().getId().equals(alert.getId()))
        .toList();
  }

  private boolean isSetAside(Place at) {
    return trail.setAside().stream()
        .anyMatch(refusal -> at.toString().equals(refusal.value().origin()));
  }

  private void add(Step step, String saying) {
    found.add(new Missing(step, saying));
  }

  /**
   * Why nothing came of a record.
   *
   * @param past what to say where a stage has read it
   */
  private String why(Place at, String command, String past) {
    return progress
        .reader(at)
        .map(
            reader ->
                reader.next() > at.offset()
                    ? "%s has read %s%s".formatted(reader.group(), at, past)
                    : "%s has not read %s yet, it is %d records before it"
                        .formatted(reader.group(), at, at.offset() - reader.next() + 1))
        .orElseGet(() -> "no stage reads %s: start '%s'".formatted(at.topic(), command));
  }

  private static <V> @Nullable Found<V> last(List<Found<V>> list) {
    return list.isEmpty() ? null : list.get(list.size() - 1);
  }
}
