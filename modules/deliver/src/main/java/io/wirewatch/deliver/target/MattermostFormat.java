package io.wirewatch.deliver.target;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Mattermost's: Markdown, with everything of an article's text that would be mark-up escaped. */
final class MattermostFormat implements ChatFormat {
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*{}\\[\\]()#+\\-!_>~|]");

  @Override
  public ObjectNode content(MessageText text) {
    return JsonNodeFactory.instance.objectNode().put("text", markdown(text));
  }

  static String markdown(MessageText text) {
    String lines =
        text.lines().stream().map(MattermostFormat::line).collect(Collectors.joining("  \n"));
    return lines + text.link().map(address -> "  \n" + address).orElse("");
  }

  private static String line(List<Span> line) {
    return line.stream()
        .map(span -> span.marked() ? "**" + escaped(span.text()) + "**" : escaped(span.text()))
        .collect(Collectors.joining());
  }

  /** {@code <} has no escape; what would follow it in mark-up of Slack's kind does not here. */
  private static String escaped(String text) {
    String plain = MARKUP.matcher(text.replace("@", "@" + NOBODY)).replaceAll("\\\\$0");
    return plain.replace("<", "<" + NOBODY);
  }
}
