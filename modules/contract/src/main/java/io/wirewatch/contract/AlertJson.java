package io.wirewatch.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.wirewatch.Alert;
import io.wirewatch.Match;
import io.wirewatch.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * An alert as one line of JSON. Others read these lines: they may get fields, never lose or rename
 * one.
 */
public final class AlertJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(Alert.class, new Fields()))
          .build();

  private AlertJson() {}

  /** The line, without its end. */
  public static String line(Alert alert) {
    try {
      return JSON.writeValueAsString(alert);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The same, for a larger object. */
  public static ObjectNode node(Alert alert) {
    return JSON.valueToTree(alert);
  }

  private static final class Fields extends StdSerializer<Alert> {
    private static final long serialVersionUID = 1;

    Fields() {
      super(Alert.class);
    }

    @Override
    public void serialize(Alert alert, JsonGenerator out, SerializerProvider none)
        throws IOException {
      out.writeStartObject();
      out.writeStringField("id", alert.getId());
      out.writeStringField("rule", alert.getRule());
      out.writeStringField("ruleVersion", alert.getRuleVersion());
      out.writeStringField("severity", lower(alert.getSeverity()));
      out.writeStringField("status", alert.getStatus().name());
      out.writeStringField("article", alert.getArticle());
      out.writeNumberField("revision", alert.getRevision());
      if (alert.getStoryId() != null) {
        out.writeStringField("storyId", alert.getStoryId());
      }
      out.writeStringField("headline", alert.getHeadline());
      out.writeStringField("source", alert.getSource());
      if (alert.getUrl() != null) {
        out.writeStringField("url", alert.getUrl());
      }
      out.writeStringField("language", alert.getLanguage());
      if (alert.getPublishedAt() != null) {
        out.writeStringField("publishedAt", alert.getPublishedAt().toString());
      }
      out.writeStringField("observedAt", alert.getObservedAt().toString());
      out.writeArrayFieldStart("regions");
      for (Region region : alert.getRegions()) {
        write(region, out);
      }
      out.writeEndArray();
      out.writeArrayFieldStart("matches");
      for (Match match : alert.getMatches()) {
        write(match, out);
      }
      out.writeEndArray();
      if (alert.getUnlistedMatches() > 0) {
        out.writeNumberField("unlistedMatches", alert.getUnlistedMatches());
      }
      out.writeEndObject();
    }

    private static void write(Region region, JsonGenerator out) throws IOException {
      out.writeStartObject();
      out.writeStringField("code", region.getCode());
      out.writeStringField("level", region.getLevel().name());
      out.writeStringField("name", region.getName());
      out.writeStringField("country", region.getCountry());
      out.writeNumberField("lat", region.getLat());
      out.writeNumberField("lon", region.getLon());
      out.writeNumberField("weight", region.getWeight());
      out.writeEndObject();
    }

    private static void write(Match match, JsonGenerator out) throws IOException {
      out.writeStartObject();
      out.writeStringField("field", lower(match.getField()));
      out.writeNumberField("start", match.getStart());
      out.writeNumberField("end", match.getEnd());
      out.writeStringField("text", match.getText());
      out.writeStringField("term", match.getTerm());
      out.writeEndObject();
    }

    private static String lower(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT);
    }
  }
}
