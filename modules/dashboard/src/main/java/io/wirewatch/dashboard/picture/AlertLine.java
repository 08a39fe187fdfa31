package io.wirewatch.dashboard.picture;

import io.wirewatch.Alert;
import io.wirewatch.Match;
import io.wirewatch.Region;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An alert as pages get it. */
final class AlertLine {
  private AlertLine() {}

  /** What its record alone says. */
  static byte[] of(Alert alert, Instant arrivedAt) {
    return Json.object(
        json ->
            head(json, alert, arrivedAt)
                .put("publishedAt", alert.getPublishedAt())
                .each("regions", alert.getRegions(), AlertLine::region)
                .each("matches", alert.getMatches(), AlertLine::match)
                .put("unlistedMatches", alert.getUnlistedMatches())
                .put("actors", alert.getActors()));
  }

  /** What every page gets of an alert. */
  static Json head(Json json, Alert alert, Instant arrivedAt) throws IOException {
    return json.put("id", alert.getId())
        .put("status", alert.getStatus().name())
        .put("rule", alert.getRule())
        .put("severity", alert.getSeverity().name())
        .put("article", alert.getArticle())
        .put("revision", alert.getRevision())
        .put("headline", alert.getHeadline())
        .put("source", alert.getSource())
        .put("url", alert.getUrl())
        .put("language", alert.getLanguage())
        .put("eventTime", alert.getEventTime())
        .put("arrivedAt", arrivedAt)
        .put("storyId", alert.getStoryId());
  }

  /** That, with what is beside the record. */
  static byte[] whole(
      byte[] record, HeldAlert.@Nullable Join join, HeldAlert.@Nullable Quote quote) {
    if (join == null && quote == null) {
      return record;
    }
    byte[] more =
        Json.object(
            json -> {
              if (quote != null) {
                json.put("excerpt", excerpt -> excerpt(excerpt, quote.excerpt()));
              }
              if (join != null) {
                json.put("incident", join.incident()).put("because", join.because());
              }
            });
    return joined(record, more);
  }

  /** One object of two that are not empty. */
  static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length - 1)
        .put(one, 0, one.length - 1)
        .put((byte) ',')
        .put(other, 1, other.length - 1)
        .array();
  }

  private static void excerpt(Json json, Excerpt excerpt) throws IOException {
    json.put("text", excerpt.text())
        .each(
            "marks",
            excerpt.marks(),
            (one, mark) -> one.put("start", mark.start()).put("end", mark.end()));
  }

  /** One of the regions that something is about. */
  static void region(Json json, Region region) throws IOException {
    place(json, region);
    json.put("weight", region.getWeight());
  }

  /** What does not depend on who names it. */
  static void place(Json json, Region region) throws IOException {
    json.put("code", region.getCode())
        .put("level", region.getLevel().name())
        .put("name", region.getName())
        .put("country", region.getCountry())
        .put("lat", region.getLat())
        .put("lon", region.getLon());
  }

  /** A word that the rule looked for. */
  static void match(Json json, Match match) throws IOException {
    json.put("field", lower(match.getField()))
        .put("start", match.getStart())
        .put("end", match.getEnd())
        .put("text", match.getText())
        .put("term", match.getTerm());
  }

  /** A constant as pages write it. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
