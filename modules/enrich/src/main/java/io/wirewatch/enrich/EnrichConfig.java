package io.wirewatch.enrich;

import io.wirewatch.contract.Setting;
import io.wirewatch.contract.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How articles are enriched.
 *
 * @param memory for how long, in stream time, a copy of an article is known as one
 */
public record EnrichConfig(Duration memory) {

  /** Name of the stage in the cluster: its consumer group, its changelog topics. */
  public static final String NAME = "wirewatch-enrich";

  /** Topic in which the stage keeps what it remembers. */
  public static final String CHANGELOG = NAME + "-" + ReviseStep.STORE + "-changelog";

  /** For how long a copy is known as one. */
  public static final Setting<Duration> MEMORY =
      Setting.duration(
          "enrich.memory",
          Duration.ofDays(7),
          "For how long, in event time and whole days, an article is remembered to know its copies and revisions.");

  /** What the user has set, or the defaults. */
  public static EnrichConfig of(Settings settings) {
    return new EnrichConfig(settings.value(MEMORY));
  }

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return List.of(MEMORY);
  }
}
