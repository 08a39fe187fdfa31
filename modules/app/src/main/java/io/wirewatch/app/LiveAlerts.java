package io.wirewatch.app;

import io.wirewatch.Alert;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topic;
import io.wirewatch.contract.Topics;
import io.wirewatch.replay.Scope;
import io.wirewatch.replay.Workbench;
import io.wirewatch.replay.finding.Ledger;
import io.wirewatch.replay.history.Chunk;
import io.wirewatch.replay.history.History;
import io.wirewatch.replay.history.Past;
import io.wirewatch.replay.history.TopicHistory;
import io.wirewatch.replay.history.TopicRange;
import io.wirewatch.rules.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the alerts that were live into a ledger. */
final class LiveAlerts {
  private final Settings settings;
  private final Scope scope;
  private final List<String> remarks = new ArrayList<>();

  LiveAlerts(Settings settings, Scope scope) {
    this.settings = settings;
    this.scope = scope;
  }

  /** Reads those of stable rules, and those of rules that are tried out where there are any. */
  void read(Ledger ledger, Workbench bench) throws IOException, InterruptedException {
    read(ClusterTopic.of(settings, Topics.ALERTS), ledger, bench);
    Topic<Alert> experimental = Topics.alerts(Rule.EXPERIMENTAL_ROUTE);
    Optional<ClusterTopic> tried = ClusterTopic.find(settings, experimental);
    if (tried.isPresent()) {
      read(tried.get(), ledger, bench);
    } else {
      // Nobody has had an experimental rule.
      remarks.add(
          "alerts of experimental rules were not compared: the cluster has no topic %s, or does not let us see it"
              .formatted(experimental.name()));
    }
  }

  List<String> remarks() {
    return remarks;
  }

  private void read(ClusterTopic topic, Ledger ledger, Workbench bench)
      throws IOException, InterruptedException {
    TopicRange range = topic.range(scope.from(), Optional.empty());
    long unreadable = 0;
    try (History history = new TopicHistory(settings, range)) {
      for (Chunk chunk = history.next(); chunk != null; chunk = history.next()) {
        for (Past past : chunk.read()) {
          if (!(past.value() instanceof Alert alert)) {
            unreadable++;
          } else if (scope.counts(alert)) {
            ledger.live(alert);
          }
        }
        bench.commit();
      }
      remarks.addAll(history.remarks());
      refuse(history.unread());
    }
    if (unreadable > 0) {
      remarks.add("%d records of %s cannot be read".formatted(unreadable, range.topic()));
    }
  }

  /** What was live but is not known would count as gained. */
  private static void refuse(List<String> unread) {
    if (!unread.isEmpty()) {
      throw new Refusal(
          String.join("; ", unread) + "; without it there is no comparison with what was live");
    }
  }
}
