package io.wirewatch.deliver.target;

import java.util.List;

/** A message as a page without scripts, pictures and styles of others. */
final class MailHtml {
  private MailHtml() {}

  static String of(MessageText text, String footer) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html><body>\n");
    text.lines().forEach(line -> paragraph(page, line));
    text.link()
        .ifPresent(
            address ->
                page.append("<p><a href=\"")
                    .append(escaped(address))
                    .append("\">")
                    .append(escaped(address))
                    .append("</a></p>\n"));
    return page.append("<p><small>")
        .append(escaped(footer))
        .append("</small></p>\n</body></html>\n")
        .toString();
  }

  private static void paragraph(StringBuilder page, List<Span> line) {
    page.append("<p>");
    for (Span span : line) {
      page.append(span.marked() ? "<mark>" : "")
          .append(escaped(span.text()))
          .append(span.marked() ? "</mark>" : "");
    }
    page.append("</p>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
