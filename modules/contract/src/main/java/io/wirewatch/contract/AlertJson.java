package io.wirewatch.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.Alert;
import io.wirewatch.Match;
import io.wirewatch.Region;
import java.util.Locale;

/**
 * An alert as one line of JSON. Others read these lines: they may get fields, never lose or rename
 * one.
 */
public final class AlertJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AlertJson() {}

  /** The line, without its end. */
  public static String line(Alert alert) {
    return node(alert).toString();
  }

  /** The same, for a larger object. */
  public static ObjectNode node(Alert alert) {
    ObjectNode line = JSON.objectNode();
    line.put("id", alert.getId());
    line.put("rule", alert.getRule());
    line.put("ruleVersion", alert.getRuleVersion());
    line.put("severity", lower(alert.getSeverity()));
    line.put("status", alert.getStatus().name());
    line.put("article", alert.getArticle());
    line.put("revision", alert.getRevision());
    if (alert.getStoryId() != null) {
      line.put("storyId", alert.getStoryId());
    }
    line.put("headline", alert.getHeadline());
    line.put("source", alert.getSource());
    if (alert.getUrl() != null) {
      line.put("url", alert.getUrl());
    }
    line.put("language", alert.getLanguage());
    if (alert.getPublishedAt() != null) {
      line.put("publishedAt", alert.getPublishedAt().toString());
    }
    line.put("observedAt", alert.getObservedAt().toString());
    ArrayNode regions = line.putArray("regions");
    alert.getRegions().forEach(region -> regions.add(region(region)));
    ArrayNode matches = line.putArray("matches");
    alert.getMatches().forEach(match -> matches.add(match(match)));
    if (alert.getUnlistedMatches() > 0) {
      line.put("unlistedMatches", alert.getUnlistedMatches());
    }
    return line;
  }

  private static ObjectNode region(Region region) {
    return JSON.objectNode()
        .put("code", region.getCode())
        .put("level", region.getLevel().name())
        .put("name", region.getName())
        .put("country", region.getCountry())
        .put("lat", region.getLat())
        .put("lon", region.getLon())
        .put("weight", region.getWeight());
  }

  private static ObjectNode match(Match match) {
    return JSON.objectNode()
        .put("field", lower(match.getField()))
        .put("start", match.getStart())
        .put("end", match.getEnd())
        .put("text", match.getText())
        .put("term", match.getTerm());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
