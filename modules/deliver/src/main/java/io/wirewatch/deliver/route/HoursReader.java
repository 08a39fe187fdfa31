package io.wirewatch.deliver.route;

import io.wirewatch.contract.yaml.Fields;
import io.wirewatch.contract.yaml.Problems;
import io.wirewatch.contract.yaml.Yaml;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what is under {@code hours}. */
final class HoursReader {
  private static final int MOST = 100;
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final Set<String> RESTRICTING = Set.of("weekdays", "days", "times");
  private static final Set<String> KNOWN = Set.of("weekdays", "days", "times", "zone");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,49}");
  private static final Pattern TIMES =
      Pattern.compile(
          "([01]?\\d|2[0-3]):([0-5]\\d)\\s*-\\s*(?:([01]?\\d|2[0-3]):([0-5]\\d)|24:00)");
  private static final Pattern DAYS = Pattern.compile("(-?\\d{1,2})(?:\\s*:\\s*(-?\\d{1,2}))?");

  private final Problems problems;

  HoursReader(Problems problems) {
    this.problems = problems;
  }

  /** All of them, by name. */
  Map<String, NamedHours> read(Fields file) {
    Map<String, NamedHours> hours = new LinkedHashMap<>();
    Yaml.Mapping named = file.mapping("hours").orElse(Yaml.Mapping.empty(file.line()));
    if (named.entries().size() > MOST) {
      problems.add(named.line(), "hours: more than %d; take some away".formatted(MOST));
    }
    named.entries().forEach((name, entry) -> hours.put(name, named(name, entry)));
    return hours;
  }

  private NamedHours named(String name, Yaml.Entry entry) {
    if (!NAME.matcher(name).matches()) {
      problems.add(
          entry.line(),
          Problems.quoted(name) + " is no name: 1 to 50 letters, digits, blanks and . _ -");
    }
    List<Yaml> items =
        entry.value() instanceof Yaml.Items several ? several.values() : List.of(entry.value());
    List<Interval> intervals = new ArrayList<>();
    for (Yaml item : items.subList(0, Math.min(items.size(), MOST))) {
      // Without one of them it would be all of the time.
      if (item instanceof Yaml.Mapping mapping
          && !Collections.disjoint(mapping.entries().keySet(), RESTRICTING)) {
        intervals.add(interval(new Fields(mapping, "hours: " + name, problems)));
      } else {
        problems.add(
            item.line(),
            "hours: %s: needs some of %s, as {times: [\"22:00-06:00\"]}"
                .formatted(name, String.join(", ", new TreeSet<>(RESTRICTING))));
      }
    }
    return new NamedHours(name, intervals);
  }

  private static Interval interval(Fields fields) {
    fields.knownAre(KNOWN);
    Set<DayOfWeek> weekdays = new TreeSet<>();
    each(fields, "weekdays", "monday or monday:friday", HoursReader::weekdays)
        .forEach(weekdays::addAll);
    return new Interval(
        weekdays,
        each(fields, "days", "1 to 31, as 1, 1:7, or -1 for the month's last", HoursReader::days),
        each(fields, "times", "hours of a day, as \"09:00-17:30\"", HoursReader::times),
        zone(fields));
  }

  /** What a word means; empty where it means nothing. */
  private interface Reading<T> {
    Optional<T> of(String word);
  }

  private static <T> List<T> each(Fields fields, String name, String takes, Reading<T> reading) {
    List<T> all = new ArrayList<>();
    for (Yaml.Text word : fields.words(name)) {
      reading
          .of(word.value().toLowerCase(Locale.ROOT))
          .ifPresentOrElse(all::add, () -> fields.problem(word.line(), name + " takes " + takes));
    }
    return all;
  }

  private static Optional<Set<DayOfWeek>> weekdays(String word) {
    String[] ends = word.split("\\s*:\\s*", -1);
    Optional<DayOfWeek> from = weekday(ends[0]);
    Optional<DayOfWeek> to = weekday(ends[ends.length - 1]);
    if (ends.length > 2 || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Set<DayOfWeek> days = new TreeSet<>(Set.of(to.get()));
    for (DayOfWeek day = from.get(); day != to.get(); day = day.plus(1)) {
      days.add(day);
    }
    return Optional.of(days);
  }

  private static Optional<DayOfWeek> weekday(String word) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static Optional<Interval.Days> days(String word) {
    Matcher days = DAYS.matcher(word);
    if (!days.matches()) {
      return Optional.empty();
    }
    int from = Integer.parseInt(days.group(1));
    int to = days.group(2) == null ? from : Integer.parseInt(days.group(2));
    // Between a day from the start and one from the end no order can be told.
    boolean ordered = from > 0 ? to < 0 || from <= to : to < 0 && from <= to;
    return isDay(from) && isDay(to) && ordered
        ? Optional.of(new Interval.Days(from, to))
        : Optional.empty();
  }

  private static boolean isDay(int day) {
    return day != 0 && Math.abs(day) <= 31;
  }

  private static Optional<Interval.Hours> times(String word) {
    Matcher times = TIMES.matcher(word);
    if (!times.matches()) {
      return Optional.empty();
    }
    int from = minutes(times.group(1), times.group(2));
    int to = times.group(3) == null ? MINUTES_A_DAY : minutes(times.group(3), times.group(4));
    return from == to ? Optional.empty() : Optional.of(new Interval.Hours(from, to));
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  private static ZoneId zone(Fields fields) {
    Optional<Yaml.Text> name = fields.text("zone");
    try {
      return name.map(text -> ZoneId.of(text.value())).orElse(ZoneOffset.UTC);
    } catch (DateTimeException unknown) {
      fields.problem(
          name.orElseThrow().line(), "zone takes a name as Asia/Baghdad, or an offset as +03:00");
      return ZoneOffset.UTC;
    }
  }
}
