package io.wirewatch.ingest.extract;

import io.wirewatch.ingest.article.PlainText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that say who wrote an article: a label, then names, then something else perhaps. */
public final class Credit {
  /* Scripts with capitals tell names by them: a name ends where a small word, a number or a job begins.
   * In Arabic script all of a line is names, up to a mark that parts it, or none of it is. */

  private static final int MOST_CHARS = 100;
  // With its label and what follows. Patterns look at no more: a page may hold a megabyte of
  // dashes.
  private static final int MOST_LINE_CHARS = 400;
  private static final Pattern QUOTES = Pattern.compile("^[\"'“”„«\\s]+|[\"'“”»,\\s]+$");

  /** Words that also mean something else need a colon. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?i)(?:(?:(?:(?:article|story|words|text) )?(?:(?:written|posted|reported|authored) )?by"
              + "|(?:[éÉ]crit )?par|(?:escrito )?por|بقلم|نووسینی|ئامادەکردنی|niv[îÎ]sandina)(?:\\s*[:：/|]\\s*|\\s+|$)"
              + "|(?:(?:the )?authors?|writer|von|auteur|autora?|yazar|كتب|كتبت|كتابة|الكاتب|الكاتبة|إعداد|اعداد|تقرير"
              + "|نووسین|نووسەر|ئامادەکردن|ڕاپۆرت|ڕاپۆرتی|niv[îÎ]skar|amadekar)(?:\\s*[:：/|]\\s*|\\s+[–—-]\\s+|$))");

  private static final String REVIEWED =
      "(?:\\p{L}+ly )?(?:reviewed|edited|checked|fact[- ]checked|verified|updated)";
  private static final Pattern REVIEWED_BEHIND = pattern("[\\s.,|•·/–—-]+" + REVIEWED + " by\\b.*");
  private static final Pattern OF_OTHERS =
      pattern(
          "(?:"
              + REVIEWED
              + "|illustrated|translated|sponsored|presented|powered|photos?|photographs?|photography|images?"
              + "|تحرير|تصوير|ترجمة|مراجعة|وەرگێڕانی|وێنە)(?: by\\b|\\s*:|$)");

  private static final Pattern NO_NAME =
      pattern(
          "https?:.*|www\\..*|[@#].*|\\S+@\\S+|\\S+\\.(?:com|net|org|info|tv|news)|.*[<>{}=].*|[^\\p{L}]*|admin|administrator|webmaster|authors?|editors?|staff|user|unknown|null|undefined"
              + "|(?:news|web|digital|online|editorial) ?(?:desk|team|staff|room)|staff (?:writer|reporter)s?"
              + "|(?:هيئة|فريق|أسرة) التحرير|المحرر|محرر|وكالات|متابعات|دەستەی نووسەران");

  private static final String JOBS =
      "writer|reporter|editor|correspondent|journalist|columnist|contributor|author";
  private static final Pattern JOB =
      pattern("(?:[\\p{L}&-]+ ){0,4}(?:" + JOBS + ")(?:(?:,| at| for|\\s*[|•·]).*)?");

  private static final String NAME_WORD =
      "(?!(?i:senior|junior|staff|contributing|freelance|associate|guest|chief|managing|(?:co-?)?founder|c[eotfm]o|head|director|manager|editors|"
          + JOBS
          + "|updated|published|posted|last|reviewed|edited|read|view|see|full|more|meet|share|save|print|follow|contact|subscribe"
          + "|on|in|at|the|our|your|all|about|category|topic|industry|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b)"
          + "(?!\\p{L}+\\.? \\d)\\p{Lu}[\\p{L}\\p{M}.'’-]*";
  private static final String PERSON =
      NAME_WORD
          + "(?: (?:(?:de|da|do|dos|di|du|del|della|des|la|le|van|von|der|den|ter|bin|bint|ibn|al|el) ){0,2}"
          + NAME_WORD
          + "){0,4}(?:, (?:Ph\\.?D|[MJ]\\.?D|DVM|DDS|R\\.?[ND]|BSN|CPA|CF[AP]|M[BP][AH]|M[AS])\\b[.®]*)*";
  private static final Pattern PERSONS =
      Pattern.compile(PERSON + "(?:(?:,? (?:and|&|und|et|y|û) |, )" + PERSON + "){0,5}");

  /** Words of two elements that nothing parts. */
  private static final Pattern GLUED = Pattern.compile("\\p{Ll}{4}\\p{Lu}");

  private static final Pattern UNCASED =
      Pattern.compile(
          "([\\p{Lo}\\p{M}ـ\\u200C.]{2,}(?:،? [\\p{Lo}\\p{M}ـ\\u200C.]+){0,4})(?:\\s*[|•·/()–—-].*)?");

  private Credit() {}

  /** Whether it is too long to be one. */
  static boolean isTooLong(String line) {
    return line.length() > MOST_LINE_CHARS;
  }

  /** The text without the label before it and the quotes around it; nothing of one too long. */
  private static String bare(String text) {
    if (isTooLong(text)) {
      return "";
    }
    String line = PlainText.oneLine(text);
    Matcher label = LABEL.matcher(line);
    String rest = label.lookingAt() ? line.substring(label.end()) : line;
    return QUOTES.matcher(rest).replaceAll("");
  }

  /** The text without the label, if it can be names at all. */
  public static Optional<String> usable(String text) {
    String name = bare(text);
    return name.isEmpty() || name.length() > MOST_CHARS || NO_NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(name);
  }

  /** The line without what it says of reviewers behind the authors. */
  static String withoutReviewers(String line) {
    return REVIEWED_BEHIND.matcher(line).replaceFirst("");
  }

  /** Whether names may follow a label in it. */
  static boolean isLabelled(String line) {
    Matcher label = LABEL.matcher(line);
    return label.lookingAt() && label.end() < line.length();
  }

  /** Whether names may follow in the next line. */
  static boolean isLabel(String line) {
    return LABEL.matcher(line).matches();
  }

  /** Whether it names reviewers, photographers and the like. */
  static boolean isOfOthers(String line) {
    return OF_OTHERS.matcher(line).lookingAt();
  }

  /** Whether it is what a journalist is by profession. */
  static boolean isJob(String line) {
    return JOB.matcher(line).matches();
  }

  /**
   * The names that a line opens with, behind a label perhaps. A lone word counts where nothing
   * follows, or a label stands before it.
   */
  public static Optional<String> names(String line) {
    String said = bare(line);
    Matcher persons = PERSONS.matcher(said);
    if (persons.lookingAt()) {
      String names = persons.group();
      boolean whole = names.contains(" ") || names.equals(said) || isLabelled(line);
      return whole && !GLUED.matcher(names).find() ? usable(names) : Optional.empty();
    }
    Matcher uncased = UNCASED.matcher(said);
    return uncased.matches() ? usable(uncased.group(1)) : Optional.empty();
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
