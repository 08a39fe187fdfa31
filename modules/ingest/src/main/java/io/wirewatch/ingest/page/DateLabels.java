package io.wirewatch.ingest.page;

import io.wirewatch.ingest.date.PlainLetters;
import java.util.regex.Pattern;

/** Words in front of a date: what happened then. */
final class DateLabels {
  private static final String END = "\\s*[:：-]?\\s*";

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:first |originally |last )?(?:published|posted|updated|modified|date|created|post time)(?: on| at)?"
              + "|on|تاريخ النشر|تم النشر(?: في)?|نشر(?:ت)? (?:في|بتاريخ|يوم)|نُشر في|نشر|التاريخ|بتاريخ|آخر تحديث|تحديث|أضيف (?:في|بتاريخ)"
              + "|بڵاوکرایەوە(?: لە)?|بڵاوکراوەتەوە لە|ڕێکەوت|بەرواری بڵاوکردنەوە|بەروار|کات|دوایین نوێکردنەوە"
              + "|weşandin|hat weşandin|dîroka weşanê|dîrok)"
              + END,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final String UPDATE =
      PlainLetters.of(
          "(?:(?:last |latest )?(?:updated?|modified|edited|revised|reviewed)(?: on| at)?"
              + "|(?:آخر |تم )?(?:ال)?(?:تحديث|تعديل)(?: في)?|(?:حُدّث|عُدّل)(?: في)?"
              + "|(?:دوایین |دوا )?نوێکردنەوە|نوێکرایەوە|نوێکراوەتەوە(?: لە)?"
              + "|(?:hat )?(?:nûkirin|rojanekirin))");
  private static final Pattern BEGINS_UPDATE = Pattern.compile(UPDATE + "(?!\\p{L})");
  private static final Pattern ALONE = Pattern.compile(UPDATE + END);
  private static final Pattern ENDS_UPDATE = Pattern.compile("(?<!\\p{L})" + UPDATE + END + "$");

  private DateLabels() {}

  /** The line without the label that it begins with. */
  static String without(String line) {
    return LABEL.matcher(line).replaceFirst("");
  }

  /** Whether the text begins by saying that a change is meant. */
  static boolean beginWithUpdate(String text) {
    return BEGINS_UPDATE.matcher(PlainLetters.of(text)).lookingAt();
  }

  /** Whether the text says that a change is meant, and no more. */
  static boolean sayUpdateAlone(String text) {
    return ALONE.matcher(PlainLetters.of(text)).matches();
  }

  /** Whether what is behind the text is when something was changed. */
  static boolean endInUpdate(String text) {
    return ENDS_UPDATE.matcher(PlainLetters.of(text)).find();
  }
}
