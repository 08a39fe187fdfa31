package io.wirewatch.replay.finding;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.replay.RecordBytes;
import io.wirewatch.replay.Workbench;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Alerts and articles that a ledger kept. */
final class KeptTexts {
  private final Workbench bench;
  private final RecordBytes<Alert> alerts = RecordBytes.of(Alert.class);
  private final RecordBytes<EnrichedArticle> articles = RecordBytes.of(EnrichedArticle.class);

  KeptTexts(Workbench bench) {
    this.bench = bench;
  }

  /**
   * An alert.
   *
   * @param entry its key
   */
  Alert alert(String entry) {
    byte[] kept = bench.get(Ledger.ALERTS + entry);
    return alerts.read(Entry.of(Objects.requireNonNull(kept, "an alert that was judged")).alert());
  }

  /** The text that an alert was raised on; null where it was not kept. */
  @Nullable EnrichedArticle article(Facts alert) {
    byte[] kept = bench.get(Ledger.key(alert.article(), alert.revision()));
    return kept == null ? null : articles.read(kept);
  }
}
