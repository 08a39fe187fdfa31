package io.wirewatch.why;

import io.wirewatch.alert.AlertConfig;
import io.wirewatch.contract.Topics;
import java.util.List;
import java.util.Optional;

/**
 * The consumer groups of the stages, so that it can be said how far each has read.
 *
 * @param enrich reads raw articles
 * @param incidents reads alerts
 * @param dispatch reads incidents
 */
public record Groups(String enrich, String incidents, String dispatch) {

  /** Of the stage that reads a topic; empty where no stage does. */
  Optional<String> reading(String topic) {
    if (topic.equals(Topics.RAW_ARTICLES.name())) {
      return Optional.of(enrich);
    }
    if (topic.equals(Topics.ENRICHED_ARTICLES.name())) {
      return Optional.of(AlertConfig.NAME);
    }
    if (topic.equals(Topics.ALERTS.name())) {
      return Optional.of(incidents);
    }
    return topic.equals(Topics.INCIDENTS.name()) ? Optional.of(dispatch) : Optional.empty();
  }

  List<String> all() {
    return List.of(enrich, AlertConfig.NAME, incidents, dispatch);
  }
}
