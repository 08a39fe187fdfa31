package io.wirewatch.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the records that were set aside are meant: all conditions have to hold. */
final class RedriveFilter implements Predicate<SetAside> {
  private static final Pattern CONDITION =
      Pattern.compile("(step|reason|source)([=~])(.*)|(since|until)=(.*)", Pattern.DOTALL);

  private final List<String> ids;
  private final List<Predicate<SetAside>> conditions;

  /**
   * A filter as the command line gives it.
   *
   * @param ids article ids, or positions as {@code PARTITION/OFFSET}; empty for any
   * @param conditions such as {@code step=enrich-check} and {@code reason~future}
   * @throws Refusal where a condition is none; the message says what is
   */
  RedriveFilter(List<String> ids, List<String> conditions) {
    this.ids = ids;
    this.conditions = conditions.stream().map(RedriveFilter::condition).toList();
  }

  @Override
  public boolean test(SetAside aside) {
    boolean named =
        ids.isEmpty() || ids.contains(aside.at().toString()) || ids.contains(aside.id());
    return named && conditions.stream().allMatch(condition -> condition.test(aside));
  }

  private static Predicate<SetAside> condition(String text) {
    Matcher parts = CONDITION.matcher(text);
    if (!parts.matches()) {
      throw new Refusal(
          "--where takes step, reason or source with = (is) or ~ (contains), or since=TIME, until=TIME; not "
              + text);
    }
    if (parts.group(4) != null) {
      Instant time = time(parts.group(5));
      return parts.group(4).equals("since")
          ? aside -> !aside.when().isBefore(time)
          : aside -> aside.when().isBefore(time);
    }
    boolean whole = parts.group(2).equals("=");
    String value = parts.group(3);
    return switch (parts.group(1)) {
      case "step" -> aside -> holds(aside.why().step(), value, whole);
      case "reason" -> aside -> holds(aside.why().reason(), value, whole);
      default -> aside -> holds(aside.source(), value, whole);
    };
  }

  private static boolean holds(String actual, String value, boolean whole) {
    return whole
        ? actual.equals(value)
        : actual.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException wrong) {
      throw new Refusal("since and until take a time as in 2026-11-23T08:00:00Z, not " + text);
    }
  }
}
