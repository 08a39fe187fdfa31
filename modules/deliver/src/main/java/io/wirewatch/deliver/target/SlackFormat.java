package io.wirewatch.deliver.target;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Slack's: a block of rich text, in which text is only text; beside it the same with its mark-up
 * escaped, for notifications and for chats that take Slack's webhooks but know no blocks.
 */
final class SlackFormat implements ChatFormat {

  @Override
  public ObjectNode content(MessageText text) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("text", escaped(ChatFormat.uncalled(text.plain())));
    content.put("unfurl_links", false);
    content.put("unfurl_media", false);
    ObjectNode block = content.putArray("blocks").addObject().put("type", "rich_text");
    ObjectNode section = block.putArray("elements").addObject().put("type", "rich_text_section");
    ArrayNode elements = section.putArray("elements");
    for (List<Span> line : text.lines()) {
      line.forEach(span -> add(elements, span));
      add(elements, Span.plain("\n"));
    }
    text.link().ifPresent(url -> elements.addObject().put("type", "link").put("url", url));
    return content;
  }

  private static void add(ArrayNode elements, Span span) {
    ObjectNode element = elements.addObject().put("type", "text");
    element.put("text", ChatFormat.uncalled(span.text()));
    if (span.marked()) {
      element.putObject("style").put("bold", true);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
