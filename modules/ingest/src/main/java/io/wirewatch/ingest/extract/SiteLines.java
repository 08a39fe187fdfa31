package io.wirewatch.ingest.extract;

import java.util.regex.Pattern;

/** Lines of a site inside of an article, known by their words: English, Arabic, Kurdish. */
final class SiteLines {
  private static final int LONGEST_TITLE_WORDS = 8;
  private static final int LONGEST_NOTICE_WORDS = 60;
  private static final int LONGEST_NOTICE_CHARS = 400;
  private static final double MOSTLY_LINKS = .5;
  private static final String MANY =
      "(?:articles?|posts?|stories|news|reading|content|topics|videos|coverage|links|blogs?|insights|resources)";

  /** Titles of the parts that follow an article. */
  private static final Pattern FOLLOWS =
      title(
          "(?:related|more|recommended|similar|other|recent|latest|popular|trending|featured) (?:"
              + MANY
              + "|blog posts|from .{2,40}|on .{2,40})",
          "(?:\\d+ )?(?:comments?|responses?|replies|thoughts on .*)(?: \\(\\d+\\))?",
          "leave a (?:reply|comment).*|add a comment|post a comment|join the (?:conversation|discussion).*",
          "you (?:may|might) also (?:like|be interested in|enjoy).*|recommended(?: for you)?|related",
          "(?:مقالات|أخبار|اخبار|مواضيع|موضوعات) (?:ذات صلة|مشابهة|متعلقة|أخرى)|اقرأ أيضا|اقرأ ايضا|اقرأ أيضاً|قد يعجبك أيضا.*",
          "التعليقات|تعليقات|اترك تعليقا|اترك تعليقاً|أضف تعليق.*|شارك برأيك",
          "(?:هەواڵی|هەواڵە|بابەتی|بابەتە) پەیوەندیدار.*|لێدوان.*|کۆمێنت.*|بابەتی تر|زۆرترین خوێندراو.*",
          "(?:nûçeyên|gotarên|babetên) têkildar|şîrove.*");

  /** Titles that stand after an article, or between two parts of it. */
  private static final Pattern MAY_FOLLOW =
      title(
          "read (?:next|more|also)|keep reading|up next|what to read next|see also|watch next|discussion",
          "about the authors?|about (?:us|me)|author|written by|get in touch|contact us|follow us.*",
          "share(?: this.*)?|tags|subscribe.*|sign up.*|newsletter.*|post navigation",
          "most (?:read|popular|viewed)|trending(?: now)?|also in the news|more .{2,25} news",
          "شارك.*|مشاركة.*|الوسوم|وسوم|هاشتاغ.*|كلمات مفتاحية|كلمات دلالية|الأكثر قراءة|عن الكاتب|تابعنا.*|اشترك.*",
          "هاوبەشی.*|هاشتاگ.*|بڵاوکردنەوە|دەربارەی نووسەر|parve bike|etîket");

  private static final Pattern NOTICE =
      title(
          "(?:\\(c\\)|©|copyright).*|.*all rights reserved.*|.*جميع الحقوق محفوظة.*|.*هەموو مافەکان? پارێزراو.*",
          "by:? [^.]{2,60}|(?:بقلم|كتب|كتبت|المصدر|تحرير) ?[:/].{2,60}|(?:نووسین|ئامادەکردن)ی? ?[:/].{2,60}",
          "(?:published|updated|last updated|posted|date)(?: on| at)?:? .{0,40}\\d.{0,20}",
          ".{0,12}\\d+ min(?:ute)?s?(?: read)?|advertisement|إعلان|اعلان|ڕیکلام|reklam",
          ".*may earn (?:a |an )?(?:affiliate )?commission.*|report a (?:correction|typo).*",
          "(?:sign up|subscribe) (?:for|to) .*",
          "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday),? .{3,20}\\d{4}",
          "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2},? \\d{4}.{0,30}");

  private static final Pattern LINK_TO_OTHER =
      Pattern.compile(
          "(?:related|read(?: more| also| next)?|also read|see also|more|watch|listen|recommended(?: reading)?"
              + "|further reading|don.t miss|you may also like|اقرأ أيضا|اقرأ أيضاً|اقرأ المزيد|شاهد أيضا"
              + "|طالع أيضا|بخوێنەوە|هەروەها بخوێنەوە) ?[:|»–—-]",
          Pattern.CASE_INSENSITIVE);

  private SiteLines() {}

  /** Whether an article ends before the passage, if it has had most of its text. */
  static boolean follows(Passage passage) {
    return isTitle(passage, FOLLOWS);
  }

  /** The same, less surely: there may be more of the article behind. */
  static boolean mayFollow(Passage passage) {
    return isTitle(passage, MAY_FOLLOW);
  }

  /**
   * Whether the passage is the site's: who wrote it, when, whose right it is, what else to read.
   */
  static boolean isNotice(Passage passage) {
    return (passage.words() < LONGEST_NOTICE_WORDS
            && passage.text().length() < LONGEST_NOTICE_CHARS
            && NOTICE.matcher(passage.text()).matches())
        || (passage.linkShare() > MOSTLY_LINKS
            && LINK_TO_OTHER.matcher(passage.text()).lookingAt());
  }

  private static boolean isTitle(Passage passage, Pattern title) {
    return passage.words() <= LONGEST_TITLE_WORDS
        && title.matcher(withoutEnd(passage.text())).matches();
  }

  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0 && ":.…!؟?".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end).strip();
  }

  private static Pattern title(String... any) {
    return Pattern.compile(String.join("|", any), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
