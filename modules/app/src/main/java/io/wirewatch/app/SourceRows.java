package io.wirewatch.app;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarm;
import io.wirewatch.SourceAlarmKind;
import io.wirewatch.observe.Metric;
import io.wirewatch.observe.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the sources do that this instance polls. Their addresses are not told: some hold a key. */
record SourceRows(Supplier<? extends Collection<FeedState>> sources) implements Consumer<Rows> {
  private static final int MOST_KINDS = 20;
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,40}");
  private static final List<SourceAlarmKind> ALARMS =
      List.of(
          SourceAlarmKind.SILENT,
          SourceAlarmKind.REJECTING,
          SourceAlarmKind.CONSTANT,
          SourceAlarmKind.FAILING);

  @Override
  public void accept(Rows rows) {
    sources.get().forEach(state -> add(rows, state));
  }

  private static void add(Rows rows, FeedState state) {
    String source = state.getSource();
    time(rows, Metric.SOURCE_LAST_SUCCESS_TIMESTAMP_SECONDS, state.getLastSuccess(), source);
    time(rows, Metric.SOURCE_LAST_ITEM_TIMESTAMP_SECONDS, state.getLastItem(), source);
    rows.add(Metric.SOURCE_INTERVAL_SECONDS, state.getIntervalMillis() / 1e3, source);
    rows.add(Metric.SOURCE_POLLS, state.getPolls(), source);
    rows.add(Metric.SOURCE_NOT_MODIFIED, state.getNotModified(), source);
    rows.add(Metric.SOURCE_ITEMS, state.getItems(), source);
    rows.add(Metric.SOURCE_REJECTED, state.getRejected(), source);
    errors(state.getErrors())
        .forEach((kind, count) -> rows.add(Metric.SOURCE_ERRORS, count, source, kind));
    List<SourceAlarmKind> now = state.getAlarms().stream().map(SourceAlarm::getKind).toList();
    for (SourceAlarmKind kind : ALARMS) {
      String word = kind.name().toLowerCase(Locale.ROOT);
      rows.add(Metric.SOURCE_ALARM, now.contains(kind) ? 1 : 0, source, word);
    }
  }

  private static void time(Rows rows, Metric metric, @Nullable Instant at, String source) {
    if (at != null) {
      rows.add(metric, at.toEpochMilli() / 1e3, source);
    }
  }

  /** By kinds that are few: statuses by their hundred. */
  private static Map<String, Long> errors(Map<String, Long> counted) {
    Map<String, Long> kinds = new TreeMap<>();
    counted.forEach(
        (error, count) -> {
          String kind = kind(error);
          kinds.merge(
              kinds.size() < MOST_KINDS || kinds.containsKey(kind) ? kind : "other",
              count,
              Long::sum);
        });
    return kinds;
  }

  private static String kind(String error) {
    if (error.startsWith("http-")) {
      return switch (error.charAt("http-".length() < error.length() ? "http-".length() : 0)) {
        case '4' -> "http_4xx";
        case '5' -> "http_5xx";
        default -> "http_other";
      };
    }
    return WORD.matcher(error).matches() ? error.replace('-', '_') : "other";
  }
}
