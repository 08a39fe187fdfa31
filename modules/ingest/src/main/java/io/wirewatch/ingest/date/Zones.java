package io.wirewatch.ingest.date;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones as feeds and pages write them. */
public final class Zones {
  /** What stands behind an offset is its name: +0530 IST, +03:00[Asia/Baghdad]. */
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:gmt|utc|ut|z)? ?([+\\-\u2212\u2013])(\\d{1,2}):?(\\d{2})?(?:[^\\d:.].*)?");

  private static final int MOST_HOURS = 18;
  private static final String SEVERAL = "ast|ist|bst|";

  /** Names that mean one zone; AST, IST and BST mean several. */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("z", 0),
          Map.entry("gmt", 0),
          Map.entry("ut", 0),
          Map.entry("utc", 0),
          Map.entry("wet", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("et", -5),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("ct", -6),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("mt", -7),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("pt", -8),
          Map.entry("cet", 1),
          Map.entry("cest", 2),
          Map.entry("mez", 1),
          Map.entry("mesz", 2),
          Map.entry("eet", 2),
          Map.entry("eest", 3),
          Map.entry("msk", 3),
          Map.entry("trt", 3),
          Map.entry("jst", 9),
          Map.entry("kst", 9),
          Map.entry("aest", 10),
          Map.entry("a", 1),
          Map.entry("n", -1),
          Map.entry("m", 12),
          Map.entry("y", -12));

  /** A zone, of those that mean several too; letters alone are zones at the end of a text. */
  static final String WRITTEN =
      "(?:(?:(?:gmt|utc|ut|z)? ?[+\\-\u2212\u2013]\\d{1,2}(?::?\\d{2})?(?!\\d)|(?:"
          + SEVERAL
          + String.join(
              "|", HOURS.keySet().stream().filter(name -> name.length() > 1).sorted().toList())
          + ")(?![\\p{L}\\d])|[a-z]$|z\\b))";

  private Zones() {}

  /** The offset; empty where nothing, or nothing clear, is said. */
  public static Optional<ZoneOffset> of(@Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    String zone = written.strip().toLowerCase(Locale.ROOT);
    Matcher offset = OFFSET.matcher(zone);
    if (offset.matches()) {
      int hours = Integer.parseInt(offset.group(2));
      int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
      int sign = offset.group(1).equals("+") ? 1 : -1;
      return hours < MOST_HOURS && minutes < 60
          ? Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes))
          : Optional.empty();
    }
    String name = zone.replaceFirst("[ (].*", "");
    return Optional.ofNullable(HOURS.get(name)).map(ZoneOffset::ofHours);
  }
}
