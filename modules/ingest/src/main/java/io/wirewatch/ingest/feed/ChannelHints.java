package io.wirewatch.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;

/** Reads what a channel says to whoever polls it. */
final class ChannelHints {
  private static final int MOST_TTL_MINUTES = 60 * 24 * 365;
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  private final Fields fields;
  private final Element channel;
  private final String base;
  private final boolean atom;
  private final MarkedText text = new MarkedText();

  ChannelHints(Fields fields, Element channel, String base, boolean atom) {
    this.fields = fields;
    this.channel = channel;
    this.base = base;
    this.atom = atom;
  }

  FeedHints read() {
    ItemLinks links = new ItemLinks(fields);
    return new FeedHints(
        fields
            .first(Vocabulary.CORE, "title")
            .map(title -> text.line(Content.of(title, atom)))
            .orElse(""),
        language(),
        ttl(),
        updatesEvery(),
        skipHours(),
        skipDays(),
        links.related("hub", base),
        links.self(base));
  }

  private Optional<String> language() {
    return fields
        .text(Vocabulary.CORE, "language")
        .or(() -> fields.text(Vocabulary.DC, "language"))
        .flatMap(Language::of)
        .or(() -> Language.of(around("xml:lang")));
  }

  private String around(String attribute) {
    for (Element at = channel; at != null; at = at.parent()) {
      if (at.hasAttr(attribute)) {
        return at.attr(attribute);
      }
    }
    return "";
  }

  private Optional<Duration> ttl() {
    return fields
        .text(Vocabulary.CORE, "ttl")
        .flatMap(ChannelHints::number)
        .filter(minutes -> minutes > 0 && minutes <= MOST_TTL_MINUTES)
        .map(Duration::ofMinutes);
  }

  /** A frequency alone is of a day, as the module says. */
  private Optional<Duration> updatesEvery() {
    Optional<String> period = fields.text(Vocabulary.SYNDICATION, "updateperiod");
    Optional<Long> times =
        fields.text(Vocabulary.SYNDICATION, "updatefrequency").flatMap(ChannelHints::number);
    if (period.isEmpty() && times.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(PERIODS.get(period.orElse("daily").toLowerCase(Locale.ROOT)))
        .map(whole -> whole.dividedBy(Math.max(1, Math.min(times.orElse(1L), 10_000))));
  }

  private Set<Integer> skipHours() {
    Set<Integer> hours = new TreeSet<>();
    for (Element list : fields.all(Vocabulary.CORE, "skiphours")) {
      list.children().stream()
          .flatMap(hour -> number(hour.wholeText().strip()).stream())
          .filter(hour -> hour >= 0 && hour <= 24)
          .forEach(hour -> hours.add((int) (hour % 24)));
    }
    return hours;
  }

  private Set<DayOfWeek> skipDays() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Element list : fields.all(Vocabulary.CORE, "skipdays")) {
      for (Element written : list.children()) {
        String name = written.wholeText().strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
          if (name.length() >= 3 && day.name().startsWith(name)) {
            days.add(day);
          }
        }
      }
    }
    return days;
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
