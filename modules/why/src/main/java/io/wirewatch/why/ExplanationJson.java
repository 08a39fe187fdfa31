package io.wirewatch.why;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.language.Language;
import io.wirewatch.rules.authoring.Explanation;
import io.wirewatch.rules.authoring.Explanation.Evidence;
import io.wirewatch.rules.authoring.Explanation.Filtered;
import io.wirewatch.rules.authoring.Explanation.Part;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An explanation as a JSON line: {@code {"id","rule","ruleVersion","matches","when":{"clause",
 * "holds","nearness"?,"evidence":[{"concept"?,"language"?,"term","field","start","end","text"}],"unlisted"?,
 * "remark"?,"parts"?},"filters":[{"name","include","exclude","has","passes"}]}}.
 */
public final class ExplanationJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ExplanationJson() {}

  public static String of(Explanation explanation) {
    return node(explanation).toString();
  }

  public static ObjectNode node(Explanation explanation) {
    ObjectNode line =
        JSON.objectNode()
            .put("id", explanation.article())
            .put("rule", explanation.rule().id())
            .put("ruleVersion", explanation.rule().version())
            .put("matches", explanation.matches());
    line.set("when", part(explanation.when()));
    line.set("filters", filters(explanation.filters()));
    return line;
  }

  public static ArrayNode filters(List<Filtered> filters) {
    ArrayNode list = JSON.arrayNode();
    filters.forEach(filtered -> list.add(filtered(filtered)));
    return list;
  }

  /** Adds the concept and the language of the alias, where there are such. */
  public static ObjectNode origin(ObjectNode node, Evidence evidence) {
    if (!evidence.concept().isEmpty()) {
      node.put("concept", evidence.concept());
    }
    Language language = evidence.language();
    return language == null ? node : node.put("language", language.code());
  }

  private static ObjectNode part(Part part) {
    ObjectNode node = JSON.objectNode().put("clause", part.label()).put("holds", part.holds());
    if (!part.holds()) {
      node.put("nearness", part.nearness());
    }
    ArrayNode evidence = node.putArray("evidence");
    part.evidence().forEach(found -> evidence.add(evidence(found)));
    if (part.unlisted() > 0) {
      node.put("unlisted", part.unlisted());
    }
    if (!part.remark().isEmpty()) {
      node.put("remark", part.remark());
    }
    if (!part.parts().isEmpty()) {
      ArrayNode parts = node.putArray("parts");
      part.parts().forEach(inner -> parts.add(part(inner)));
    }
    return node;
  }

  private static ObjectNode evidence(Evidence evidence) {
    ObjectNode node = origin(JSON.objectNode(), evidence);
    return node.put("term", evidence.span().term())
        .put("field", evidence.span().field().name().toLowerCase(Locale.ROOT))
        .put("start", evidence.span().start())
        .put("end", evidence.span().end())
        .put("text", evidence.span().text());
  }

  private static ObjectNode filtered(Filtered filtered) {
    ObjectNode node = JSON.objectNode().put("name", filtered.name());
    node.set("include", list(filtered.filter().include()));
    node.set("exclude", list(filtered.filter().exclude()));
    node.set("has", list(filtered.has()));
    return node.put("passes", filtered.passes());
  }

  private static ArrayNode list(Set<String> values) {
    ArrayNode list = JSON.arrayNode();
    values.stream().sorted().forEach(list::add);
    return list;
  }
}
