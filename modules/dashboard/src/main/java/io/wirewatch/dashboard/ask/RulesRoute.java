package io.wirewatch.dashboard.ask;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.dashboard.ask.RulesInForce.InForce;
import io.wirewatch.dashboard.web.Reply;
import io.wirewatch.dashboard.web.Route;
import io.wirewatch.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Which rules run. Thread-safe. */
final class RulesRoute implements AutoCloseable {
  private static final int MOST_RULES = 5_000;

  private static final int AT_ONCE = 4;

  private final RulesInForce rules;
  private final Turns turns =
      new Turns(
          new Turns.Bounds(
              "rules", AT_ONCE, Duration.ofSeconds(60), "look whether the cluster is well"));

  RulesRoute(RulesInForce rules) {
    this.rules = rules;
  }

  Route route() {
    return Route.get("/api/rules", request -> turns.take(() -> Reply.json(200, node(rules.now()))));
  }

  private static ObjectNode node(InForce now) {
    List<Rule> all = now.set().rules();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("ruleSet", now.set().hash())
            .put("origin", now.origin());
    ArrayNode list = node.putArray("rules");
    all.stream().limit(MOST_RULES).forEach(rule -> list.add(node(rule)));
    return all.size() > MOST_RULES ? node.put("unlisted", all.size() - MOST_RULES) : node;
  }

  private static ObjectNode node(Rule rule) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", rule.id());
    if (!rule.title().isBlank() && !rule.title().equals(rule.id())) {
      node.put("title", rule.title());
    }
    return node.put("severity", rule.severity().name())
        .put("status", rule.status().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void close() {
    turns.close();
  }
}
