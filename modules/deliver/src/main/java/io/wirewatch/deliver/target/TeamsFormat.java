package io.wirewatch.deliver.target;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Teams': an Adaptive Card, as a workflow's webhook takes it. Its text runs know no mark-up, and
 * mentions would have to be listed.
 */
final class TeamsFormat implements ChatFormat {

  @Override
  public ObjectNode content(MessageText text) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.putNull("contentUrl");
    ObjectNode card = attachment.putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("fallbackText", ChatFormat.uncalled(text.plain()));
    ArrayNode body = card.putArray("body");
    text.lines().forEach(line -> block(body, line));
    text.link()
        .ifPresent(
            url ->
                card.putArray("actions")
                    .addObject()
                    .put("type", "Action.OpenUrl")
                    .put("title", "Open the article")
                    .put("url", url));
    return message;
  }

  private static void block(ArrayNode body, List<Span> line) {
    ArrayNode runs = body.addObject().put("type", "RichTextBlock").putArray("inlines");
    for (Span span : line) {
      ObjectNode run = runs.addObject().put("type", "TextRun");
      run.put("text", ChatFormat.uncalled(span.text()));
      if (span.marked()) {
        run.put("weight", "Bolder");
      }
    }
  }
}
