package io.wirewatch.desk;

import io.wirewatch.DeskEntry;
import io.wirewatch.DeskKind;
import io.wirewatch.Silence;
import io.wirewatch.contract.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes what people at a desk decide. Every method throws {@link IllegalArgumentException} with a
 * message for that person where something is not as it has to be.
 */
public final class DeskEntries {
  /** Silences that may hold at once. */
  public static final int MOST_SILENCES = 1000;

  /** Matchers of one silence. */
  public static final int MOST_MATCHERS = 20;

  /** The longest that a silence may hold. */
  public static final Duration LONGEST_SILENCE = Duration.ofDays(90);

  /** Characters of what somebody writes. */
  public static final int LONGEST_TEXT = 1000;

  private static final int LONGEST_ID = 200;

  private DeskEntries() {}

  /** Who decides, when; to the millisecond. */
  public record Author(String by, Instant at) {
    /** Checks the name. */
    public Author {
      text("the name of who decides", by);
      at = at.truncatedTo(ChronoUnit.MILLIS);
    }
  }

  /**
   * Reads matchers.
   *
   * @return at least one
   */
  public static List<LabelMatcher> matchers(Collection<String> written) {
    if (written.isEmpty()) {
      throw new IllegalArgumentException("a silence needs a matcher, such as rule=\"border\"");
    }
    if (written.size() > MOST_MATCHERS) {
      throw new IllegalArgumentException(
          "more than %d matchers: take some together by =~".formatted(MOST_MATCHERS));
    }
    List<LabelMatcher> read = new ArrayList<>();
    written.forEach(one -> read.add(LabelMatcher.of(one)));
    return List.copyOf(read);
  }

  /**
   * A silence from now on.
   *
   * @param why for others
   * @param end to come, within {@link #LONGEST_SILENCE}
   * @param cold it also ends when nothing that it fits has come for so long
   */
  public static DeskEntry silence(
      Author author,
      String why,
      List<LabelMatcher> matchers,
      Instant end,
      Optional<Duration> cold) {
    text("why", why);
    if (!end.isAfter(author.at()) || end.isAfter(author.at().plus(LONGEST_SILENCE))) {
      throw new IllegalArgumentException(
          "a silence ends at a time to come, within %d days".formatted(LONGEST_SILENCE.toDays()));
    }
    return entry(DeskKind.SILENCE, "silence/" + unique(), author, why)
        .setSilence(
            Silence.newBuilder()
                .setMatchers(matchers.stream().map(LabelMatcher::toString).toList())
                .setStart(author.at())
                .setEnd(end.truncatedTo(ChronoUnit.MILLIS))
                .setColdMillis(cold.map(Duration::toMillis).orElse(null))
                .build())
        .build();
  }

  /** The same silence, ended now. */
  public static DeskEntry ended(DeskEntry silence, Instant now) {
    Silence said = silence.getSilence();
    if (said == null || SilenceState.of(silence, now).isOver()) {
      throw new IllegalArgumentException(silence.getId() + " is no silence that holds");
    }
    return DeskEntry.newBuilder(silence)
        .setSilence(Silence.newBuilder(said).setEnd(now.truncatedTo(ChronoUnit.MILLIS)).build())
        .build();
  }

  /**
   * An acknowledgement, an assignment or a comment. The first two take the place of what was said
   * before; comments stand beside one another.
   *
   * @param text what is said; to whom, in an assignment; may be empty in an acknowledgement
   */
  public static DeskEntry about(Author author, DeskKind kind, String incident, String text) {
    if (incident.isBlank() || incident.length() > LONGEST_ID) {
      throw new IllegalArgumentException("which incident is it about?");
    }
    if (kind == DeskKind.SILENCE) {
      throw new IllegalArgumentException("a silence is about no incident");
    }
    if (kind != DeskKind.ACKNOWLEDGEMENT || !text.isEmpty()) {
      text(kind == DeskKind.ASSIGNMENT ? "to whom it is assigned" : "what is said", text);
    }
    String id = kind.name().toLowerCase(Locale.ROOT) + "/" + incident;
    return entry(kind, kind == DeskKind.COMMENT ? id + "/" + unique() : id, author, text)
        .setIncident(incident)
        .build();
  }

  private static DeskEntry.Builder entry(DeskKind kind, String id, Author author, String text) {
    return DeskEntry.newBuilder()
        .setId(id)
        .setKind(kind)
        .setBy(author.by())
        .setAt(author.at())
        .setText(text);
  }

  private static String unique() {
    return Fingerprint.of(UUID.randomUUID().toString()).substring(0, 10);
  }

  private static void text(String what, String given) {
    if (given.isBlank() || given.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(what + " takes 1 to 1,000 characters");
    }
  }
}
