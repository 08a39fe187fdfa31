package io.wirewatch.why;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.contract.RecordJson;
import io.wirewatch.rules.authoring.Explanation;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A trail as a JSON object: {@code {"article","inShort","read":[…],"setAside":[…],"enriched":[…],
 * "rules":{…}, "alerts":[…],"incidents":[…],"told":[…],"waiting":[…],"failed":[…],"desk":[…],
 * "missing":[{"step","saying"}]}}. Each record is {@code {"topic","partition","offset","takenAt",
 * "record"}}, with the fields of its schema.
 */
public final class TrailJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TrailJson() {}

  public static String of(Trail trail) {
    ObjectNode node =
        JSON.objectNode()
            .put("article", trail.article())
            .put("known", trail.isKnown())
            .put("inShort", trail.inShort());
    node.set("read", records(trail.readings()));
    node.set(
        "setAside", list(trail.setAside(), found -> place(found).set("record", refusal(found))));
    node.set("enriched", records(trail.enriched()));
    node.set("rules", rules(trail.verdict()));
    node.set("alerts", records(trail.alerts()));
    told(node, trail.told());
    node.set(
        "missing",
        list(
            trail.missing(),
            gap ->
                JSON.objectNode()
                    .put("step", gap.step().name().toLowerCase(Locale.ROOT))
                    .put("saying", gap.saying())));
    return node.toString();
  }

  private static void told(ObjectNode node, Told told) {
    node.set("incidents", records(told.incidents()));
    node.set("told", records(told.attempts()));
    node.set("waiting", records(told.waiting()));
    node.set("failed", records(told.failed()));
    node.set("desk", records(told.desk()));
  }

  private static ObjectNode refusal(Found<Refusal> found) {
    return JSON.objectNode()
        .put("step", found.value().step())
        .put("reason", found.value().reason())
        .put("origin", found.value().origin());
  }

  private static ObjectNode rules(Verdict verdict) {
    ObjectNode node =
        JSON.objectNode()
            .put("ruleSet", verdict.ruleSet())
            .put("origin", verdict.origin())
            .put("rules", verdict.rules())
            .put("asked", verdict.asked());
    node.set("explained", list(verdict.explained(), ExplanationJson::node));
    node.set("nearest", list(verdict.nearest(), TrailJson::miss));
    node.set("remarks", list(verdict.remarks(), JSON::textNode));
    return node;
  }

  private static ObjectNode miss(Explanation miss) {
    return JSON.objectNode()
        .put("rule", miss.rule().id())
        .put("nearness", miss.when().nearness())
        .put("reason", miss.reason());
  }

  private static <V extends SpecificRecord> ArrayNode records(List<Found<V>> found) {
    return list(found, one -> place(one).set("record", RecordJson.of(one.value())));
  }

  private static ObjectNode place(Found<?> found) {
    return JSON.objectNode()
        .put("topic", found.at().topic())
        .put("partition", found.at().partition())
        .put("offset", found.at().offset())
        .put("takenAt", found.at().takenAt().toString());
  }

  private static <V> ArrayNode list(List<V> values, Function<V, JsonNode> node) {
    ArrayNode list = JSON.arrayNode();
    values.forEach(value -> list.add(node.apply(value)));
    return list;
  }
}
