package io.wirewatch.ingest.page;

import io.wirewatch.Precision;
import io.wirewatch.ingest.article.PlainText;
import io.wirewatch.ingest.article.Published;
import io.wirewatch.ingest.date.PlainLetters;
import io.wirewatch.ingest.date.WrittenDate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * The time of an article as a reader sees it, in the lines around the headline.
 *
 * @param below those behind the headline
 * @param above those before it, the nearest first
 */
record SeenTime(List<String> below, List<String> above, Instant observedAt) {
  private static final int MOST_LINES = 4000;
  private static final int MOST_CHARS = 120;
  private static final int MOST_WORDS_AROUND = 6;
  private static final int LINES_FROM_HEADLINE = 25;
  private static final Duration MOST_AHEAD = Duration.ofDays(1);

  private static final Pattern PARTS = Pattern.compile("\\s*[|•·●⋅]\\s*|\\s+[-–—]\\s+");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SENTENCE = Pattern.compile(".*[.!?؟…]$");

  /** Of a page; its beginning is below a headline that it does not show. */
  static SeenTime around(String headline, Document page, Instant observedAt) {
    List<PageLine> lines = HtmlLines.parted(page.body()).stream().limit(MOST_LINES).toList();
    List<String> texts = lines.stream().map(PageLine::text).toList();
    int shown = texts.indexOf(headline);
    int at = shown >= 0 ? shown : lines.stream().map(PageLine::title).toList().indexOf(true);
    List<String> labelled = labelled(texts);
    int end = Math.min(texts.size(), at + 1 + LINES_FROM_HEADLINE);
    List<String> above =
        new ArrayList<>(labelled.subList(Math.max(0, at - LINES_FROM_HEADLINE), Math.max(0, at)));
    Collections.reverse(above);
    return new SeenTime(labelled.subList(at + 1, end), above, observedAt);
  }

  /** A label alone in its line belongs to the next one. */
  private static List<String> labelled(List<String> lines) {
    List<String> labelled = new ArrayList<>(lines.size());
    String label = "";
    for (String line : lines) {
      labelled.add(label + line);
      label = DateLabels.sayUpdateAlone(line) ? line + " " : "";
    }
    return labelled;
  }

  /**
   * What the first line below says that is no more than a time; or has one among few words; else
   * the last above.
   */
  Optional<Published> published() {
    return time(false);
  }

  /** When it was changed, by the same lines. */
  Optional<Published> updated() {
    return time(true);
  }

  private Optional<Published> time(boolean update) {
    return first(below, line -> alone(line, update).or(() -> amongWords(line, update)))
        .or(() -> first(above, line -> alone(line, update)));
  }

  /** What a text says that is an age, a date or a time, and perhaps a label. */
  static Optional<Published> read(String said, Instant observedAt) {
    return AgeReader.read(DateLabels.without(PlainText.oneLine(said)))
        .map(age -> age.countedFrom(observedAt))
        .filter(published -> published.precision() != Precision.NONE);
  }

  private Optional<Published> first(
      Collection<String> lines, Function<String, Optional<Published>> reader) {
    return lines.stream()
        .filter(line -> line.length() <= MOST_CHARS)
        .flatMap(line -> reader.apply(line).stream())
        .findFirst();
  }

  private Optional<Published> alone(String line, boolean update) {
    return Stream.concat(Stream.of(line), PARTS.splitAsStream(line))
        .filter(part -> DateLabels.beginWithUpdate(part) == update)
        .flatMap(part -> read(part, observedAt).stream())
        .filter(this::isPast)
        .findFirst();
  }

  /** Not what a sentence says. */
  private Optional<Published> amongWords(String line, boolean update) {
    String text = PlainLetters.of(line);
    if (SENTENCE.matcher(text).matches()) {
      return Optional.empty();
    }
    StringBuilder around = new StringBuilder();
    Optional<Published> found = Optional.empty();
    int from = 0;
    Optional<WrittenDate> next = WrittenDate.first(text, from);
    while (next.isPresent()) {
      String before = text.substring(from, next.get().start());
      around.append(before).append(' ');
      if (found.isEmpty() && DateLabels.endInUpdate(before) == update) {
        found = Optional.of(next.get().published()).filter(this::isPast);
      }
      from = next.get().end();
      next = WrittenDate.first(text, from);
    }
    long words =
        WORDS.splitAsStream(around + text.substring(from)).filter(w -> !w.isEmpty()).count();
    return words <= MOST_WORDS_AROUND ? found : Optional.empty();
  }

  /** Dates to come are of what is announced. */
  private boolean isPast(Published published) {
    return published.at() != null && !published.at().isAfter(observedAt.plus(MOST_AHEAD));
  }
}
