package io.wirewatch.ingest.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wirewatch.ingest.json.ArticleJson;
import java.util.List;
import java.util.Map;

/**
 * What a request is answered: JSON, {@code {"ids"}} or {@code {"error", "line"?, "field"?}}.
 *
 * @param headers beside the content's type
 */
record Answer(int status, ObjectNode content, Map<String, String> headers) {

  static Answer accepted(List<String> ids) {
    return new Answer(202, ids(ids), Map.of());
  }

  /** Only some, or none, are safe in the cluster. */
  static Answer unacknowledged(List<String> safe, int all) {
    ObjectNode content = ids(safe);
    content.put(
        "error",
        "the cluster acknowledged "
            + safe.size()
            + " of "
            + all
            + " articles; post all of them again, it does no harm");
    return new Answer(503, content, Map.of("Retry-After", "5"));
  }

  static Answer error(int status, String error) {
    return new Answer(status, ArticleJson.MAPPER.createObjectNode().put("error", error), Map.of());
  }

  static Answer busy() {
    return error(429, "too many articles at once; try again").with("Retry-After", "1");
  }

  static Answer badRequest(BadPostException wrong) {
    Answer answer = error(400, wrong.reason());
    if (wrong.line() > 0) {
      answer.content.put("line", wrong.line());
    }
    if (wrong.field() != null) {
      answer.content.put("field", wrong.field());
    }
    return answer;
  }

  Answer with(String header, String value) {
    return new Answer(status, content, Map.of(header, value));
  }

  private static ObjectNode ids(List<String> ids) {
    ObjectNode content = ArticleJson.MAPPER.createObjectNode();
    ids.forEach(content.putArray("ids")::add);
    return content;
  }
}
