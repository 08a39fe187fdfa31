package io.wirewatch.deliver.dispatch;

import io.wirewatch.contract.Setting;
import java.util.List;

/** What can be set for bringing messages to targets. */
public final class DispatchSettings {

  /** How often a message is tried. */
  public static final Setting<Integer> ATTEMPTS =
      Setting.count(
          "deliver.attempts",
          12,
          new Setting.Range(1, 1_000, "attempts"),
          "So often a message is tried; then it goes to news.deliveries.failed, and its group goes on.");

  /** How many messages of a target are on their way. */
  public static final Setting<Integer> PARALLEL =
      Setting.count(
          "deliver.parallel",
          4,
          new Setting.Range(1, 64, "messages"),
          "So many messages of a target are on their way at once, each of another group; so many may come twice after a kill.");

  private DispatchSettings() {}

  /** All of them, in the order of the documentation. */
  public static List<Setting<?>> settings() {
    return List.of(ATTEMPTS, PARALLEL);
  }
}
