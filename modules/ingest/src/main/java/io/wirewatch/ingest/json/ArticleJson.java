package io.wirewatch.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wirewatch.Precision;
import io.wirewatch.contract.ArticleId;
import io.wirewatch.contract.CanonicalUrl;
import io.wirewatch.ingest.article.ArticleDraft;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.article.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Articles as JSON objects: {@code {"id"?, "source", "url"?, "headline", "body", "dateline"?,
 * "publishedAt"?, "language"?, "byline"?}}; other fields are ignored. Headline or body may be
 * empty, not both. {@code publishedAt} is ISO 8601 with an offset ({@code 2026-01-31T08:00:00Z}) or
 * a date alone, which then is its precision.
 */
public final class ArticleJson {
  private static final int MOST_DEPTH = 32;
  private static final int MOST_STRING_CHARS = 8 * 1024 * 1024;

  /** Reads one value, strictly: nothing after it, no field twice, little nesting. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxNumberLength(100)
                          .maxNameLength(1000)
                          .maxStringLength(MOST_STRING_CHARS)
                          .build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ArticleJson() {}

  /**
   * The article that a text holds.
   *
   * @throws FieldException where it is not JSON, or a field is missing or wrong
   */
  public static ArticleDraft parse(String json) throws FieldException {
    try {
      return draft(MAPPER.readTree(json));
    } catch (JsonProcessingException broken) {
      throw new FieldException(null, "not JSON: " + reason(broken));
    }
  }

  /** What is wrong with the JSON, in one line. */
  public static String reason(JsonProcessingException broken) {
    var place = broken.getLocation();
    String where =
        place == null || place.getColumnNr() < 1 ? "" : " (column " + place.getColumnNr() + ")";
    return PlainText.cut(PlainText.oneLine(broken.getOriginalMessage()), 200) + where;
  }

  /**
   * The article that an object is.
   *
   * @throws FieldException where a field is missing or wrong
   */
  public static ArticleDraft draft(JsonNode object) throws FieldException {
    if (!object.isObject()) {
      throw new FieldException(null, "not a JSON object");
    }
    String byline = optional(object, "byline");
    return new ArticleDraft(
        id(object),
        PlainText.oneLine(required(object, "source", false)),
        url(object),
        PlainText.oneLine(required(object, "headline", true)),
        optional(object, "dateline"),
        required(object, "body", true),
        optional(object, "language"),
        published(object),
        byline == null || byline.isBlank() ? null : PlainText.oneLine(byline));
  }

  private static @Nullable String id(JsonNode object) throws FieldException {
    String id = optional(object, "id");
    if (id != null && !ArticleId.isLegal(id)) {
      throw new FieldException("id", "id: 1 to 200 visible ASCII characters, no spaces");
    }
    return id;
  }

  private static @Nullable String url(JsonNode object) throws FieldException {
    String url = optional(object, "url");
    return url == null
        ? null
        : CanonicalUrl.of(url)
            .orElseThrow(() -> new FieldException("url", "url: not an http or https address"));
  }

  private static Published published(JsonNode object) throws FieldException {
    String time = optional(object, "publishedAt");
    if (time == null) {
      return Published.UNKNOWN;
    }
    try {
      if (time.indexOf('T') < 0) {
        Instant midnight = LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Published(midnight, Precision.DAY);
      }
      return Published.toTheMinute(OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeParseException unclear) {
      throw new FieldException(
          "publishedAt", "publishedAt: neither like 2026-01-31T08:00:00Z nor like 2026-01-31");
    }
  }

  private static String required(JsonNode object, String field, boolean mayBeEmpty)
      throws FieldException {
    String value = optional(object, field);
    if (value == null) {
      throw new FieldException(field, field + ": missing");
    }
    if (!mayBeEmpty && value.isBlank()) {
      throw new FieldException(field, field + ": empty");
    }
    return value;
  }

  private static @Nullable String optional(JsonNode object, String field) throws FieldException {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new FieldException(field, field + ": not a string");
    }
    return value.textValue();
  }
}
