package io.wirewatch.why;

import io.wirewatch.Alert;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.RawArticle;
import io.wirewatch.contract.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of one article, as far as the topics know. Each list is in the order of its topic.
 *
 * @param article its id
 * @param readings each time that a producer read it
 * @param setAside rejections and dead letters
 * @param enriched its revisions, with what they are about
 * @param verdict what the rules say of its newest text
 * @param alerts new ones and retractions
 * @param told what became of the alerts
 * @param missing what was not found, in the order of the steps
 */
public record Trail(
    String article,
    List<Found<RawArticle>> readings,
    List<Found<Refusal>> setAside,
    List<Found<EnrichedArticle>> enriched,
    Verdict verdict,
    List<Found<Alert>> alerts,
    Told told,
    List<Missing> missing) {

  /** Copies the lists. */
  public Trail {
    readings = List.copyOf(readings);
    setAside = List.copyOf(setAside);
    enriched = List.copyOf(enriched);
    alerts = List.copyOf(alerts);
    missing = List.copyOf(missing);
  }

  /** Whether any topic knows it. */
  public boolean isKnown() {
    return !(readings.isEmpty() && setAside.isEmpty() && enriched.isEmpty() && alerts.isEmpty());
  }

  /** Its newest text, as far as that is known. */
  public Optional<RawArticle> newest() {
    if (!readings.isEmpty()) {
      return Optional.of(readings.get(readings.size() - 1).value());
    }
    return lastEnriched().map(EnrichedArticle::getArticle);
  }

  /** Its newest revision. */
  public Optional<EnrichedArticle> lastEnriched() {
    return enriched.isEmpty()
        ? Optional.empty()
        : Optional.of(enriched.get(enriched.size() - 1).value());
  }

  /** How far it came, in a few words. */
  public String inShort() {
    if (!isKnown()) {
      return "not known";
    }
    if (!told.isEmpty()) {
      return told.inShort();
    }
    if (!alerts.isEmpty()) {
      return told.incidents().isEmpty() ? "alerted" : "alerted, in an incident, told to nobody";
    }
    if (!setAside.isEmpty()) {
      Refusal last = setAside.get(setAside.size() - 1).value();
      return "refused by " + last.step() + ": " + last.reason();
    }
    return enriched.isEmpty() ? "read, not enriched" : "enriched, no alert";
  }

  /** The readings whose text is that of the one before, which the pipeline drops. */
  public List<Found<RawArticle>> copies() {
    List<Found<RawArticle>> copies = new ArrayList<>();
    String before = "";
    for (Found<RawArticle> reading : readings) {
      String text = text(reading.value());
      if (text.equals(before)) {
        copies.add(reading);
      }
      before = text;
    }
    return copies;
  }

  /** What two readings of one text have in common. */
  static String text(RawArticle article) {
    return Fingerprint.of(
        Fingerprint.folded(article.getHeadline()), Fingerprint.folded(article.getBody()));
  }

  Trail missing(List<Missing> others) {
    return new Trail(article, readings, setAside, enriched, verdict, alerts, told, others);
  }
}
