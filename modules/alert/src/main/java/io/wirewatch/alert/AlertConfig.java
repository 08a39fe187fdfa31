package io.wirewatch.alert;

import io.wirewatch.contract.Setting;
import io.wirewatch.contract.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How alerts are raised.
 *
 * @param memory for how long, in stream time, the alerts of an article are known to a later
 *     revision of it
 */
public record AlertConfig(Duration memory) {

  /** Name of the stage in the cluster: its consumer group, its changelog topics. */
  public static final String NAME = "wirewatch-alert";

  /** Topic in which the stage keeps what it remembers. */
  public static final String CHANGELOG = NAME + "-" + AlertStep.STORE + "-changelog";

  /** For how long an article's alerts are known. */
  public static final Setting<Duration> MEMORY =
      Setting.duration(
          "alert.memory",
          Duration.ofDays(7),
          "For how long, in event time and whole days, an article's alerts are remembered, so that a revision alerts only for what is new.");

  /** What the user has set, or the defaults. */
  public static AlertConfig of(Settings settings) {
    return new AlertConfig(settings.value(MEMORY));
  }

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return List.of(MEMORY);
  }
}
