package io.wirewatch.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.TopicTable;
import io.wirewatch.contract.Topics;
import io.wirewatch.ingest.poll.SourceCard;
import io.wirewatch.ingest.web.Fetcher;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wirewatch sources show}: the card of each source. */
@Command(name = "show", description = "Show how each source that a cluster polls does, one a line.")
final class SourcesShowCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--json", description = "A line of JSON each, with everything that is known.")
  private boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private CommandSpec spec;

  @Override
  public Integer call() {
    Settings settings = cluster.settings();
    Preflight.prepare(settings, Role.SOURCES_SHOW, List.of());
    Instant now = Clock.systemUTC().instant();
    List<SourceCard> cards =
        TopicTable.read(settings, Topics.FEEDS, "wirewatch-sources").values().stream()
            .map(s -> SourceCard.of(s, now))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    if (cards.isEmpty()) {
      spec.commandLine().getErr().println("no source was polled yet; see 'wirewatch ingest serve'");
    } else if (!json) {
      out.println(row("SOURCE", "HEALTH", "LAST SUCCESS", "ITEMS/DAY", "304", "LAST POLL"));
    }
    cards.forEach(card -> out.println(json ? json(card) : row(card, now)));
    out.flush();
    return 0;
  }

  private static String row(SourceCard card, Instant now) {
    return row(
        card.source(),
        card.health().name().toLowerCase(Locale.ROOT),
        ago(card.lastSuccess(), now),
        String.format(Locale.ROOT, "%.1f", card.itemsADay()),
        String.format(Locale.ROOT, "%.0f%%", 100 * card.counts().notModifiedShare()),
        card.alarms().isEmpty() ? card.status() : String.join("; ", card.alarms()));
  }

  private static String row(String... cells) {
    return Printable.line(
            String.format(Locale.ROOT, "%-24s %-10s %-14s %9s %5s  %s", (Object[]) cells))
        .stripTrailing();
  }

  private static String ago(@Nullable Instant moment, Instant now) {
    if (moment == null) {
      return "never";
    }
    Duration ago = Duration.between(moment, now);
    if (ago.toDays() > 1) {
      return ago.toDays() + " days ago";
    }
    return ago.toHours() > 1 ? ago.toHours() + " h ago" : ago.toMinutes() + " min ago";
  }

  private static ObjectNode json(SourceCard card) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("source", card.source())
        .put("url", Fetcher.told(card.url()))
        .put("health", card.health().name().toLowerCase(Locale.ROOT))
        .put("status", card.status())
        .put("lastSuccess", text(card.lastSuccess()))
        .put("lastItem", text(card.lastItem()))
        .put("nextPoll", text(card.nextPoll()))
        .put("intervalSeconds", card.interval().toSeconds())
        .put("itemsADay", Math.round(card.itemsADay() * 10) / 10.0)
        .put("polls", card.counts().polls())
        .put("notModified", card.counts().notModified())
        .put("notModifiedShare", Math.round(card.counts().notModifiedShare() * 1000) / 1000.0)
        .put("unconditional", card.counts().unconditional())
        .put("items", card.counts().items())
        .put("rejected", card.counts().rejected())
        .put("extractionFailures", card.counts().extractionFailures())
        .put("region", card.labels().region())
        .put("category", card.labels().category())
        .put("hub", card.hub().address())
        .put("pushedUntil", text(card.hub().until()))
        .put("lastPush", text(card.hub().lastPush()))
        .put("pushes", card.hub().pushes());
    ArrayNode alarms = line.putArray("alarms");
    card.alarms().forEach(alarms::add);
    line.set("itemsByDay", counts(card.itemsByDay()));
    line.set("errors", counts(card.errors()));
    line.set("robots", counts(card.robots()));
    return line;
  }

  private static ObjectNode counts(Map<?, Long> counts) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    counts.forEach((key, count) -> node.put(Objects.toString(key), count));
    return node;
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
