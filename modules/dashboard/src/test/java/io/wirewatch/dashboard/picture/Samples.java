package io.wirewatch.dashboard.picture;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Field;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.Match;
import io.wirewatch.RawArticle;
import io.wirewatch.Region;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Records of articles about a border, and a picture to take them. */
public final class Samples {
  /** When everything happens. */
  public static final Instant TIME = Instant.parse("2026-01-01T08:00:00Z");

  static final String BODY = "The gate stays shut.\nNobody may cross the border before noon.";

  private Samples() {}

  /** Reads what {@link #stored} has written. */
  static final Decoder DECODER =
      new Decoder() {
        @Override
        public Alert alert(Stored stored) {
          try {
            return Alert.fromByteBuffer(ByteBuffer.wrap(stored.bytes()));
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        }

        @Override
        public EnrichedArticle article(Stored stored) {
          try {
            return EnrichedArticle.fromByteBuffer(ByteBuffer.wrap(stored.bytes()));
          } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
          }
        }
      };

  /** An empty picture of such bounds, whose topics have one partition each and are read from 0. */
  static Picture picture(int alerts, int articles) {
    Picture picture = new Picture(new Picture.Bounds(alerts, articles), DECODER);
    for (Watched topic : Watched.values()) {
      picture.begins(topic, "0a", new long[1]);
    }
    return picture;
  }

  static Stored stored(Watched topic, long offset, Object record) {
    try {
      ByteBuffer bytes =
          record instanceof Alert alert
              ? alert.toByteBuffer()
              : ((EnrichedArticle) record).toByteBuffer();
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return new Stored(new Origin(topic, 0, offset), TIME.plusSeconds(offset), copy);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Stored stored(Watched topic, long offset) {
    return new Stored(new Origin(topic, 0, offset), TIME.plusSeconds(offset), new byte[0]);
  }

  /** Of an article that is called {@code article-ID}. */
  public static Alert.Builder anAlert(String id) {
    int at = BODY.indexOf("border");
    return Alert.newBuilder()
        .setId(id)
        .setStatus(AlertStatus.NEW)
        .setRule("border")
        .setRuleVersion("v")
        .setRuleSet("s")
        .setSeverity(Severity.HIGH)
        .setArticle("article-" + id)
        .setRevision(1)
        .setHeadline("Gate is shut")
        .setSource("Basin News")
        .setLanguage("en")
        .setObservedAt(TIME)
        .setEventTime(TIME)
        .setRegions(List.of(region()))
        .setMatches(List.of(new Match(Field.BODY, at, at + 6, "border", "border")));
  }

  static Alert.Builder aRetraction(String id) {
    return anAlert(id).setStatus(AlertStatus.RETRACTED).setRevision(2).setMatches(List.of());
  }

  private static Region region() {
    return new Region("IQ-AN", RegionLevel.ADMIN1, "Al Anbar", "IQ", 33.4, 43.3, 0.7);
  }

  /** Of that alert alone. */
  public static Incident anIncident(String id, Alert alert) {
    return Incident.newBuilder()
        .setId(id)
        .setRevision(1)
        .setChange(IncidentChange.OPENED)
        .setAlert(alert)
        .setBecause("the first of its event")
        .setNews(List.of())
        .setStanding(1)
        .setSeverity(alert.getSeverity())
        .setRules(List.of(alert.getRule()))
        .setSources(List.of())
        .setLanguages(List.of())
        .setRegions(List.of("IQ-AN"))
        .setActors(List.of())
        .setFirstEventTime(TIME)
        .setLastEventTime(TIME)
        .build();
  }

  /** About a gate in Anbar. */
  public static EnrichedArticle anArticle(String id, Instant publishedAt) {
    RawArticle article =
        RawArticle.newBuilder()
            .setId(id)
            .setSource("Basin News")
            .setUrl("https://basin.example/" + id)
            .setHeadline("Gate is shut")
            .setBody(BODY)
            .setPublishedAt(publishedAt)
            .setObservedAt(TIME)
            .setFeed("jsonl:test")
            .build();
    return new EnrichedArticle(article, 1, "en", List.of(), List.of(region()), id, null);
  }

  /** By amal. */
  public static DeskEntry aComment(String id, String incident) {
    return new DeskEntry(id, DeskKind.COMMENT, incident, "amal", TIME, "Called them.", null);
  }
}
