package io.wirewatch.deliver.incident;

import io.wirewatch.contract.Setting;
import io.wirewatch.contract.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How alerts become incidents.
 *
 * @param window for how long, in event time after its last alert, an incident takes alerts that are
 *     like it
 * @param memory for how long, in stream time after it was last told of, an incident is known to
 *     retractions, revisions and copies
 * @param most how many incidents take alerts that are like them
 */
public record IncidentConfig(Duration window, Duration memory, int most) {

  /** Name of the stage in the cluster: its consumer group, its topics. */
  public static final String NAME = "wirewatch-incidents";

  /** Topic through which all alerts come in one order. */
  public static final String REPARTITION = NAME + "-" + IncidentTopology.ALERTS + "-repartition";

  /** Topic in which the stage keeps the incidents that are open. */
  public static final String OPEN = changelog(IncidentStep.OPEN);

  /** Topic in which the stage keeps what incidents sum up to. */
  public static final String KNOWN = changelog(IncidentStep.KNOWN);

  /** Topic in which the stage keeps to which incident an alert, an article or a story belongs. */
  public static final String MEMBERS = changelog(IncidentStep.MEMBERS);

  /** For how long an incident takes what is like it. */
  public static final Setting<Duration> WINDOW =
      Setting.duration(
          "deliver.incidents.window",
          Duration.ofHours(12),
          "For how long, in event time after its last alert, an incident takes alerts that tell of the same event.");

  /** For how long an incident is known. */
  public static final Setting<Duration> MEMORY =
      Setting.duration(
          "deliver.incidents.memory",
          Duration.ofDays(7),
          "For how long, in event time and whole days after its last alert, an incident is remembered for retractions, revisions and copies of its articles.");

  /** How many incidents are open. */
  public static final Setting<Integer> MOST =
      Setting.count(
          "deliver.incidents.most",
          20_000,
          new Setting.Range(1, 1_000_000, "incidents"),
          "How many incidents may take alerts at a time, the one that was told of the longest ago closed first; some 4 KiB of heap each.");

  /** What the user has set, or the defaults. */
  public static IncidentConfig of(Settings settings) {
    return new IncidentConfig(settings.value(WINDOW), settings.value(MEMORY), settings.value(MOST));
  }

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return List.of(WINDOW, MEMORY, MOST);
  }

  private static String changelog(String store) {
    return NAME + "-" + store + "-changelog";
  }
}
