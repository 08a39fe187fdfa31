package io.wirewatch.dashboard.picture;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is shown.
 *
 * @param kept its record, and its JSON without what is beside that record
 * @param join to which incident it belongs; null where nobody has said so
 * @param quote what its article says around its first word; null where that is not known
 */
record HeldAlert(Line line, Kept kept, @Nullable Join join, @Nullable Quote quote) implements Item {
  /* The record's bytes and the JSON take less than the alert as an object would alone, and most of what is asked for is
   * the JSON of all of them. */

  static final String EVENT = "alert";

  /** What is asked about it often. */
  record Line(
      String id, String article, String rule, String severity, boolean stands, Instant eventTime) {
    static Line of(Alert alert) {
      return new Line(
          alert.getId(),
          alert.getArticle(),
          alert.getRule(),
          alert.getSeverity().name(),
          alert.getStatus() == AlertStatus.NEW,
          alert.getEventTime());
    }
  }

  /** Its record, and the JSON of that alone, whole and in brief. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
  record Kept(Stored stored, byte[] json, BriefAlert brief) {
    int size() {
      return stored.bytes().length + json.length + brief.size();
    }
  }

  /**
   * That it belongs to an incident.
   *
   * @param at where that is said
   */
  record Join(String incident, String because, Origin at) {}

  /**
   * What its article says.
   *
   * @param at where the article lies
   */
  record Quote(Excerpt excerpt, Origin at) {}

  /** Of a record just read. */
  static HeldAlert of(Alert alert, Stored stored, RegionLines regions) {
    byte[] json = AlertLine.of(alert, stored.takenAt());
    BriefAlert brief = BriefAlert.of(alert, stored.takenAt(), regions);
    return new HeldAlert(Line.of(alert), new Kept(stored, json, brief), null, null);
  }

  HeldAlert joined(@Nullable Join with) {
    return new HeldAlert(line, kept, with, quote);
  }

  HeldAlert quoted(@Nullable Quote from) {
    return new HeldAlert(line, kept, join, from);
  }

  @Override
  public String event() {
    return EVENT;
  }

  @Override
  public String id() {
    return line.id();
  }

  @Override
  public byte[] json() {
    return AlertLine.whole(kept.json(), join, quote);
  }

  /** In brief; with its actors where nothing beside it says them. */
  byte[] brief(boolean withActors) {
    BriefAlert brief = kept.brief();
    byte[] record =
        withActors && brief.actors().length > 0
            ? AlertLine.joined(brief.json(), brief.actors())
            : brief.json();
    return AlertLine.whole(record, join, quote);
  }

  @Override
  public boolean isNewsAt(Position position) {
    return position.isBefore(kept.stored().at())
        || (join != null && position.isBefore(join.at()))
        || (quote != null && position.isBefore(quote.at()));
  }
}
