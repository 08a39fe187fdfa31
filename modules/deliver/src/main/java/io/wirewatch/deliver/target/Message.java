package io.wirewatch.deliver.target;

import io.wirewatch.Incident;
import io.wirewatch.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a target is told. The same message has the same content in every attempt.
 *
 * @param id idempotency key: who gets it twice has had it
 * @param group which alerts go together there
 * @param labels what the alerts of the group share; sorted by name
 * @param incidents records of {@code news.incidents}, one an alert, in their order; empty of a
 *     notice
 * @param text of a notice; empty of all others
 * @param handle what the target called the first message of the group, where it can be changed
 * @param at when it was put together, by the clock of the instance
 */
public record Message(
    String id,
    MessageKind kind,
    String group,
    Map<String, String> labels,
    List<Incident> incidents,
    Optional<String> text,
    Optional<String> handle,
    Instant at) {

  /** The newest record of what it tells, which has what is known of its incident; of no notice. */
  public Incident newest() {
    return incidents.get(incidents.size() - 1);
  }
}
