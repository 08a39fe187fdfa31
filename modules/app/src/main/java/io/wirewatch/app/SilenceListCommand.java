package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.DeskEntry;
import io.wirewatch.Silence;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.yaml.Spans;
import io.wirewatch.desk.DeskTopic;
import io.wirewatch.desk.SilenceState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wirewatch deliver silence list}: the silences of a cluster. */
@Command(name = "list", description = "Show the silences of a cluster, one a line.")
final class SilenceListCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--all", description = "Those that are over too.")
  private boolean all;

  @Option(names = "--json", description = "A line of JSON each.")
  private boolean json;

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    Preflight.prepare(settings, Role.DELIVER_SILENCE, List.of());
    Instant now = Clock.systemUTC().instant();
    Screen screen = Screen.standard();
    List<DeskEntry> silences =
        DeskTopic.silences(settings).values().stream()
            .filter(entry -> all || !SilenceState.of(entry, now).isOver())
            .toList();
    if (silences.isEmpty()) {
      screen.say(all ? "no silence was ever made" : "no silence holds");
    } else if (!json) {
      screen.data(row("ID", "STATE", "UNTIL", "BY", "MATCHERS · WHY"));
    }
    for (DeskEntry entry : silences) {
      Silence silence = entry.getSilence();
      if (silence != null) {
        screen.data(json ? json(entry, silence, now) : line(entry, silence, now));
      }
    }
    return 0;
  }

  private static String line(DeskEntry entry, Silence silence, Instant now) {
    String cold =
        silence.getColdMillis() == null
            ? ""
            : " or cold for " + Spans.words(Duration.ofMillis(silence.getColdMillis()));
    return row(
        entry.getId(),
        SilenceState.of(entry, now).word(),
        silence.getEnd().truncatedTo(ChronoUnit.SECONDS) + cold,
        entry.getBy(),
        String.join(", ", silence.getMatchers()) + " · " + entry.getText());
  }

  private static String row(String... cells) {
    return Printable.line(
        String.format(Locale.ROOT, "%-19s %-8s %-20s  %-12s  %s", (Object[]) cells));
  }

  private static String json(DeskEntry entry, Silence silence, Instant now) {
    ObjectNode line =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", entry.getId())
            .put("state", SilenceState.of(entry, now).word())
            .put("start", silence.getStart().toString())
            .put("end", silence.getEnd().toString())
            .put("coldMillis", silence.getColdMillis())
            .put("by", entry.getBy())
            .put("at", entry.getAt().toString())
            .put("why", entry.getText());
    ArrayNode matchers = line.putArray("matchers");
    silence.getMatchers().forEach(matchers::add);
    return line.toString();
  }
}
