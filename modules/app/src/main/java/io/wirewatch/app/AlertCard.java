package io.wirewatch.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An alert of a replay as somebody who labels it wants to read it. */
final class AlertCard {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST_WORDS = 12;
  private static final String HEADLINE = "headline";
  private static final String BODY = "body";
  private static final String INDENT = "    ";

  private AlertCard() {}

  /**
   * Lines that are safe on a terminal.
   *
   * @param alert a line of {@code alerts.jsonl}
   * @param verdict {@code gained}, {@code lost}, or "" where nothing is compared
   * @param text {@code {"headline","body"}}; missing where it is not at hand
   */
  static List<String> lines(JsonNode alert, String verdict, JsonNode text) {
    List<AlertWords> words = AlertWords.of(alert);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s)  %s  %s%s"
            .formatted(
                alert.path("rule").asText(),
                alert.path("severity").asText(),
                time(alert),
                alert.path("source").asText(),
                verdict.isEmpty() ? "" : "  " + verdict));
    lines.addAll(isOf(text, words) ? marked(text, words) : listed(alert, words));
    String url = alert.path("url").asText();
    if (!url.isEmpty()) {
      lines.add(INDENT + url);
    }
    return lines.stream().map(Printable::line).toList();
  }

  /** Whether the words stand there; the text may be another revision than the alert's. */
  private static boolean isOf(JsonNode text, List<AlertWords> words) {
    return text.isObject()
        && words.stream().allMatch(found -> found.standIn(text.path(found.field()).asText()));
  }

  private static List<String> marked(JsonNode text, List<AlertWords> words) {
    List<String> lines = new ArrayList<>();
    lines.add(INDENT + BracketedText.whole(text.path(HEADLINE).asText(), of(HEADLINE, words)));
    String body = text.path(BODY).asText();
    if (!body.isBlank()) {
      lines.add(INDENT + BracketedText.around(body, of(BODY, words)));
    }
    return lines;
  }

  private static List<String> listed(JsonNode alert, List<AlertWords> words) {
    String headline = alert.path(HEADLINE).asText();
    List<AlertWords> standing =
        of(HEADLINE, words).stream().filter(found -> found.standIn(headline)).toList();
    List<String> lines = new ArrayList<>();
    lines.add(INDENT + BracketedText.whole(headline, standing));
    if (!words.isEmpty()) {
      lines.add(
          INDENT
              + words.stream()
                  .limit(MOST_WORDS)
                  .map(AlertCard::listed)
                  .collect(Collectors.joining(", "))
              + (words.size() > MOST_WORDS ? ", …" : ""));
    }
    return lines;
  }

  private static String listed(AlertWords found) {
    return "⟦%s⟧ (%s: %s)".formatted(found.text(), found.field(), found.term());
  }

  private static List<AlertWords> of(String field, List<AlertWords> words) {
    return words.stream().filter(found -> found.field().equals(field)).toList();
  }

  private static String time(JsonNode alert) {
    String said = alert.path("publishedAt").asText(alert.path("observedAt").asText());
    try {
      return TIME.format(Instant.parse(said));
    } catch (DateTimeException none) {
      return said;
    }
  }
}
