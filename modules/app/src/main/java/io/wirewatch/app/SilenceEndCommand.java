package io.wirewatch.app;

import io.wirewatch.DeskEntry;
import io.wirewatch.contract.Settings;
import io.wirewatch.desk.DeskEntries;
import io.wirewatch.desk.DeskTopic;
import io.wirewatch.desk.SilenceState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wirewatch deliver silence end}: ends a silence now. */
@Command(
    name = "end",
    description =
        "End a silence now; what it hid is then said once. Exit 1 where it does not hold.")
final class SilenceEndCommand implements Callable<Integer> {
  private static final String PREFIX = "silence/";

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(paramLabel = "ID", description = "As 'silence list' shows it.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private String id;

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    Preflight.prepare(settings, Role.DELIVER_SILENCE, List.of());
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    Screen screen = Screen.standard();
    String key = id.startsWith(PREFIX) ? id : PREFIX + id;
    DeskEntry entry = DeskTopic.silences(settings).get(key);
    if (entry == null || entry.getSilence() == null) {
      screen.say(key + " is no silence; 'wirewatch deliver silence list' shows which there are");
      return 1;
    }
    if (SilenceState.of(entry, now).isOver()) {
      screen.say(key + " is over already, since " + entry.getSilence().getEnd());
      return 1;
    }
    DeskTopic.write(settings, DeskEntries.ended(entry, now));
    screen.say(key + " has ended");
    return 0;
  }
}
