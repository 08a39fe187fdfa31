package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.deliver.route.SilencePreview;
import io.wirewatch.desk.LabelMatcher;
import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.History;
import io.wirewatch.replay.history.Past;
import io.wirewatch.replay.history.TopicHistory;
import io.wirewatch.replay.history.TopicRange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a silence would have hidden of the alerts that a cluster had.
 *
 * @param since alerts that came before are not looked at
 * @param remarks what a reader has to know of gaps; a sentence each
 */
record SilenceHistory(SilencePreview preview, Instant since, int days, List<String> remarks) {

  /** Reads the alerts of so many days before now. */
  static SilenceHistory read(
      Settings settings, List<LabelMatcher> matchers, int days, Instant now) {
    Instant since = now.minus(java.time.Duration.ofDays(days));
    SilencePreview preview = new SilencePreview(matchers);
    TopicRange range = ClusterTopic.of(settings, Topics.ALERTS).range(since, Optional.empty());
    List<String> remarks = new ArrayList<>();
    range
        .oldest()
        .filter(since::isBefore)
        .ifPresent(
            oldest ->
                remarks.add(
                    "%s begins at %s: history is shorter than %d days"
                        .formatted(range.topic(), oldest, days)));
    long unreadable = 0;
    try (History history = new TopicHistory(settings, range)) {
      for (Chunk chunk = history.next(); chunk != null; chunk = history.next()) {
        for (Past past : chunk.read()) {
          unreadable += add(past, since, preview) ? 0 : 1;
        }
      }
      remarks.addAll(history.remarks());
      remarks.addAll(history.unread());
    } catch (IOException failed) {
      throw new Refusal("cannot read " + range.topic() + ": " + failed.getMessage(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Refusal("stopped before the end", stopped);
    }
    if (unreadable > 0) {
      remarks.add("%d records of %s cannot be read".formatted(unreadable, range.topic()));
    }
    return new SilenceHistory(preview, since, days, List.copyOf(remarks));
  }

  /** Whether the record could be read. */
  private static boolean add(Past past, Instant since, SilencePreview preview) {
    Instant taken = Instant.ofEpochMilli(past.takenMillis());
    if (past.value() instanceof Alert alert && !taken.isBefore(since)) {
      preview.add(alert, taken);
    }
    return past.value() instanceof Alert || taken.isBefore(since);
  }

  /** The sum in a line. */
  String line() {
    String sum =
        "would have hidden %d of %d alerts of the last %d days"
            .formatted(preview.hidden().count(), preview.all(), days);
    return remarks.isEmpty()
        ? sum
        : sum + remarks.stream().collect(Collectors.joining("; ", " (", ")"));
  }
}
