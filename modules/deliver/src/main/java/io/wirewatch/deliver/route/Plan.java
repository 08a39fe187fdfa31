package io.wirewatch.deliver.route;

import io.wirewatch.Incident;
import io.wirewatch.deliver.target.TargetSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code deliver.yaml} says. */
public interface Plan {

  /** All targets, in the file's order; their names are unique. */
  List<TargetSpec> targets();

  /**
   * Where an alert goes: each target once, the first route that leads to it counts. A retraction
   * has the regions and language of the revision that took it back, so where its alert went only
   * the one who told knows.
   */
  List<Way> ways(Incident incident);

  /**
   * The rule of the file that holds it back while other alerts are there; empty where none does.
   *
   * @param living the newest record of each alert that was not taken back, each judged by its own
   *     alert; the alert itself may be among them. Those far in event time do not count
   */
  Optional<String> inhibitedBy(Incident incident, List<Incident> living);

  /**
   * How an alert goes to a target.
   *
   * @param group a stable name of the values in labels
   * @param labels what the alerts of the group share, by the route's {@code group_by}
   */
  record Way(String target, String group, Map<String, String> labels, Timing timing) {}

  /**
   * When a group's messages go.
   *
   * @param gathering so long a first message waits for others
   * @param apart so far apart are messages of a group
   * @param repeat so long after the last message a group that still stands is told again; empty:
   *     never
   * @param hours when it may be told at all
   */
  record Timing(Duration gathering, Duration apart, Optional<Duration> repeat, Hours hours) {}

  /** Times of the week, by the file's time intervals. */
  interface Hours {

    /** Empty where it may be told then; else what forbids it, by its name in the file. */
    Optional<String> mutedAt(Instant time);
  }
}
