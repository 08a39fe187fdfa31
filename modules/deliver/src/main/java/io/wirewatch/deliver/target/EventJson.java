package io.wirewatch.deliver.target;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.Incident;
import io.wirewatch.contract.AlertJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A message as one line of JSON: a CloudEvent (CloudEvents 1.0, structured JSON). The same message
 * is the same line in every attempt.
 */
final class EventJson {
  static final String CONTENT_TYPE = "application/cloudevents+json";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String source;

  /**
   * @param source of all events: a URI reference
   */
  EventJson(String source) {
    this.source = source;
  }

  /** The line, without its end. */
  String line(Message message) {
    ObjectNode event = JSON.objectNode();
    event.put("specversion", "1.0");
    event.put("id", message.id());
    event.put("source", source);
    event.put("type", type(message));
    event.put("subject", subject(message));
    event.put("time", time(message).toString());
    event.put("datacontenttype", "application/json");
    event.set("data", data(message));
    return event.toString();
  }

  private static String type(Message message) {
    return switch (message.kind()) {
      case FIRST -> "io.wirewatch.incident.opened";
      case UPDATE -> "io.wirewatch.incident.updated";
      case REPEAT -> "io.wirewatch.incident.repeated";
      case RETRACTION -> "io.wirewatch.incident.retracted";
      case NOTICE -> "io.wirewatch.notice";
    };
  }

  private static String subject(Message message) {
    long incidents = message.incidents().stream().map(Incident::getId).distinct().count();
    return incidents == 1 ? message.newest().getId() : message.group();
  }

  private static Instant time(Message message) {
    return message.incidents().isEmpty()
        ? message.at()
        : message.newest().getAlert().getEventTime();
  }

  private static ObjectNode data(Message message) {
    ObjectNode data = JSON.objectNode();
    data.put("group", message.group());
    ObjectNode labels = data.putObject("labels");
    message.labels().forEach(labels::put);
    message.text().ifPresent(text -> data.put("text", text));
    if (message.incidents().isEmpty()) {
      return data;
    }
    Map<String, Incident> known = new LinkedHashMap<>();
    message.incidents().forEach(incident -> known.put(incident.getId(), incident));
    Incident newest = message.newest();
    data.set("incident", incident(newest));
    known.remove(newest.getId());
    if (!known.isEmpty()) {
      ArrayNode others = data.putArray("otherIncidents");
      known.values().forEach(other -> others.add(incident(other)));
    }
    ArrayNode alerts = data.putArray("alerts");
    message
        .incidents()
        .forEach(of -> alerts.add(AlertJson.node(of.getAlert()).put("incident", of.getId())));
    return data;
  }

  private static ObjectNode incident(Incident incident) {
    ObjectNode node = JSON.objectNode();
    node.put("id", incident.getId());
    node.put("revision", incident.getRevision());
    node.put("severity", incident.getSeverity().name().toLowerCase(Locale.ROOT));
    node.put("standing", incident.getStanding());
    texts(node.putArray("rules"), incident.getRules());
    texts(node.putArray("sources"), incident.getSources());
    texts(node.putArray("languages"), incident.getLanguages());
    texts(node.putArray("regions"), incident.getRegions());
    texts(node.putArray("actors"), incident.getActors());
    node.put("firstEventTime", incident.getFirstEventTime().toString());
    node.put("lastEventTime", incident.getLastEventTime().toString());
    node.put("because", incident.getBecause());
    texts(node.putArray("news"), incident.getNews());
    return node;
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
