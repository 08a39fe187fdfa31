package io.wirewatch.replay;

import io.wirewatch.RawArticle;
import io.wirewatch.SeenArticle;
import io.wirewatch.enrich.Revised;
import io.wirewatch.enrich.Revisions;
import io.wirewatch.replay.RecordWork.Checked;
import io.wirewatch.replay.RecordWork.Numbered;
import io.wirewatch.stage.EventTime;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * One partition as the stages see it: its stream time in each of them, and the texts that were
 * there.
 */
final class Lane {
  private static final long UNKNOWN = -1;

  private final String prefix;
  private final Workbench bench;
  private final Revisions revisions;
  private long rawMillis;
  private long enrichedMillis;

  Lane(int partition, Workbench bench, Duration memory) {
    this.prefix = "t/" + partition + "/";
    this.bench = bench;
    this.revisions =
        new Revisions(
            bench.memory("s/" + partition + "/", RecordBytes.of(SeenArticle.class)), memory);
    this.rawMillis = Numbers.get(bench, prefix + "raw", UNKNOWN);
    this.enrichedMillis = Numbers.get(bench, prefix + "enriched", UNKNOWN);
  }

  /** The next raw record: a copy, or which text of its article it is. */
  Numbered number(Checked checked) {
    if (checked.past().value() instanceof RawArticle any) {
      // One that is refused moves the live stage's time too.
      rawMillis = Math.max(rawMillis, EventTime.millis(any, checked.past().takenMillis()));
    }
    RawArticle article = checked.article();
    if (article == null) {
      return new Numbered(checked.past(), null, checked.ended());
    }
    OptionalInt revision = revisions.number(article.getId(), checked.text(), rawMillis);
    return revision.isPresent()
        ? new Numbered(checked.past(), new Revised(article, revision.getAsInt()), null)
        : new Numbered(
            checked.past(), null, Examined.ended(checked.past(), ReplaySums.Sum.DUPLICATE, "", ""));
  }

  /** The stream's time with the next record of the alert stage; a negative time moves nothing. */
  long advance(long eventMillis) {
    enrichedMillis = Math.max(enrichedMillis, eventMillis);
    return enrichedMillis;
  }

  void keep() {
    Numbers.put(bench, prefix + "raw", rawMillis);
    Numbers.put(bench, prefix + "enriched", enrichedMillis);
  }
}
