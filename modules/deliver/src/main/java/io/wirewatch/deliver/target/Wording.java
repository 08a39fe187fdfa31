package io.wirewatch.deliver.target;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.Incident;
import io.wirewatch.Match;
import io.wirewatch.MessageKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says a message in words: the first line is enough to act on, the others say why. */
final class Wording {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST_WORDS = 8;
  private static final int MOST_NAMES = 5;
  private static final int MOST_ALERTS = 10;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_TEXT = 300;
  private static final int MOST_NOTICE_LINES = 50;

  private final Message message;
  private final List<List<Span>> lines = new ArrayList<>();

  private Wording(Message message) {
    this.message = message;
  }

  /** The message in words. */
  static MessageText of(Message message) {
    Wording wording = new Wording(message);
    return message.incidents().isEmpty() ? wording.notice() : wording.incident();
  }

  private MessageText notice() {
    List<String> said =
        message
            .text()
            .orElse("")
            .lines()
            .filter(line -> !line.isBlank())
            .limit(MOST_NOTICE_LINES)
            .map(line -> Headline.isolated(line, LONGEST_TEXT))
            .toList();
    said.forEach(line -> lines.add(List.of(Span.plain(line))));
    String first = said.isEmpty() ? "Notice" : said.get(0);
    return new MessageText("Notice · " + first, lines, Optional.empty());
  }

  private MessageText incident() {
    Incident newest = message.newest();
    Alert alert = newest.getAlert();
    String kind = kind(newest);
    first(newest, kind);
    why(alert);
    whole(newest);
    news();
    others();
    String headline = MessageText.plain(Headline.spans(alert));
    return new MessageText(kind + severity(newest) + " · " + headline, lines, Links.web(alert));
  }

  private String kind(Incident newest) {
    return switch (message.kind()) {
      case UPDATE -> "UPDATE " + newest.getRevision() + " · ";
      case REPEAT -> "STILL · ";
      case RETRACTION -> "TAKEN BACK · ";
      case FIRST, NOTICE -> "";
    };
  }

  private static String severity(Incident incident) {
    return incident.getSeverity().name();
  }

  private void first(Incident newest, String kind) {
    List<Span> line = new ArrayList<>();
    line.add(Span.plain(kind));
    line.add(Span.marked(severity(newest)));
    line.add(Span.plain(" " + Headline.isolated(newest.getAlert().getRule(), LONGEST_NAME) + ": "));
    line.addAll(Headline.spans(newest.getAlert()));
    line.add(Span.plain(" — " + origin(newest.getAlert())));
    line.removeIf(span -> span.text().isEmpty());
    lines.add(line);
  }

  private static String origin(Alert alert) {
    String place = Places.of(alert).map(name -> name + " · ").orElse("");
    String seen = alert.getPublishedAt() == null ? "seen " : "";
    String source = Headline.isolated(alert.getSource(), LONGEST_NAME);
    return place + source + " · " + seen + TIME.format(alert.getEventTime());
  }

  private void why(Alert alert) {
    if (alert.getStatus() == AlertStatus.RETRACTED) {
      say("Why: the source changed its text, and the rule matches it no more");
      return;
    }
    List<String> words =
        alert.getMatches().stream()
            .map(Match::getText)
            .map(text -> Headline.isolated(text, LONGEST_NAME))
            .distinct()
            .toList();
    if (words.isEmpty()) {
      return;
    }
    List<Span> line = new ArrayList<>(List.of(Span.plain("Why: ")));
    for (String word : words.subList(0, Math.min(MOST_WORDS, words.size()))) {
      line.add(Span.plain(line.size() == 1 ? "" : ", "));
      line.add(Span.marked(word));
    }
    line.removeIf(span -> span.text().isEmpty());
    int more = words.size() - MOST_WORDS + alert.getUnlistedMatches();
    if (more > 0) {
      line.add(Span.plain(" and " + more + " more"));
    }
    lines.add(line);
  }

  private void whole(Incident incident) {
    if (incident.getRevision() == 1) {
      return;
    }
    Instant from = incident.getFirstEventTime();
    Instant to = incident.getLastEventTime();
    String when =
        from.equals(to) ? TIME.format(from) : TIME.format(from) + " to " + TIME.format(to);
    say(
        "Incident: %s from %s, in %s, %s"
            .formatted(
                counted(incident.getStanding(), "alert"),
                names(incident.getSources()),
                names(incident.getLanguages()),
                when));
    if (!incident.getBecause().isBlank()) {
      say("Together because: " + Headline.isolated(incident.getBecause(), LONGEST_TEXT));
    }
  }

  private void news() {
    List<String> news =
        message.incidents().stream()
            .flatMap(incident -> incident.getNews().stream())
            .distinct()
            .map(entry -> entry.replaceFirst(":", " "))
            .toList();
    if (message.kind() == MessageKind.UPDATE && !news.isEmpty()) {
      say("New: " + names(news));
    }
  }

  private void others() {
    List<Incident> others = message.incidents().subList(0, message.incidents().size() - 1);
    for (Incident other : others.subList(0, Math.min(MOST_ALERTS, others.size()))) {
      Alert alert = other.getAlert();
      List<Span> line = new ArrayList<>();
      String taken = alert.getStatus() == AlertStatus.RETRACTED ? "taken back: " : "";
      String rule = Headline.isolated(alert.getRule(), LONGEST_NAME);
      line.add(Span.plain("Also " + taken + alert.getSeverity().name() + " " + rule + ": "));
      line.addAll(Headline.spans(alert));
      line.add(Span.plain(" — " + origin(alert)));
      lines.add(line);
    }
    if (others.size() > MOST_ALERTS) {
      say("Also " + counted(others.size() - MOST_ALERTS, "more alert"));
    }
  }

  private void say(String line) {
    lines.add(List.of(Span.plain(line)));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String names(List<String> all) {
    String shown =
        all.stream()
            .limit(MOST_NAMES)
            .map(name -> Headline.isolated(name, LONGEST_NAME))
            .collect(Collectors.joining(", "));
    return all.size() > MOST_NAMES ? shown + " and " + (all.size() - MOST_NAMES) + " more" : shown;
  }
}
