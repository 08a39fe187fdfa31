package io.wirewatch.ingest.page;

import java.util.Locale;
import java.util.Set;

/** Lines that belong to the site and to no article. */
final class Furniture {

  private static final int LONGEST_LIST_TITLE = 80;

  /** Pictures' descriptions and the like: they may stand anywhere and mean nothing. */
  private static final Set<String> NOISE =
      Set.of(
          "logo",
          "orange background",
          "time",
          "icon",
          "image",
          "photo",
          "avatar",
          "advertisement",
          "publisher logo",
          "site logo",
          "background",
          "arrow",
          "clock",
          "#",
          "شعار",
          "إعلان");

  /** Titles of the site's own parts: no article goes on past them. */
  private static final Set<String> ENDS =
      Set.of(
          "hashtags",
          "hashtag",
          "tags",
          "comments",
          "no comments yet",
          "related articles",
          "related news",
          "related topics",
          "you may also like",
          "related stories",
          "more stories",
          "try our ai features",
          "leave a comment",
          "هاشتاغ",
          "هاشتاغات",
          "هاشتاق",
          "الوسوم",
          "وسوم",
          "التعليقات",
          "تعليقات",
          "لا توجد تعليقات بعد",
          "لا يوجد تعليقات",
          "لا توجد تعليقات",
          "مقالات ذات صلة",
          "أخبار ذات صلة",
          "اخبار ذات صلة",
          "مواضيع ذات صلة",
          "جرب ميزات الذكاء الاصطناعي",
          "هاشتاگ",
          "هاشتاگەکان",
          "لێدوانەکان",
          "لێدوان",
          "کۆمێنتەکان",
          "هێشتا هیچ لێدوانێک نییە",
          "بابەتی پەیوەندیدار",
          "بابەتە پەیوەندیدارەکان",
          "هەواڵی پەیوەندیدار",
          "هەواڵە پەیوەندیدارەکان",
          "etîket",
          "hashtag û etîket",
          "şîrove",
          "hîn şîrove tune",
          "nûçeyên têkildar",
          "gotarên têkildar",
          "babetên têkildar");

  private static final Set<String> LIST_TITLES =
      Set.of(
          "latest news with",
          "latest news from",
          "latest news on",
          "latest news about",
          "latest from",
          "آخر الأخبار مع",
          "اخر الاخبار مع",
          "أحدث الأخبار مع",
          "آخر الأخبار من",
          "نوێترین هەواڵ",
          "دوایین هەواڵ",
          "nûçeyên dawî");

  private Furniture() {}

  static boolean isNoise(String line) {
    String words = words(line);
    return NOISE.contains(words) || (line.length() <= 40 && words.endsWith(" logo"));
  }

  /** Whether an article that stands before this line has ended there. */
  static boolean ends(String line) {
    String words = words(line);
    return ENDS.contains(words)
        || words.startsWith("no comments yet")
        || (words.startsWith("explore what ") && words.endsWith("can do for you"))
        || (words.startsWith("try our ") && words.endsWith(" features"))
        || isListTitle(line);
  }

  /** Whether this is the title of a page of a hashtag or a publisher. */
  static boolean isListTitle(String line) {
    if (line.length() > LONGEST_LIST_TITLE || line.endsWith(".")) {
      return false;
    }
    String words = words(line);
    return LIST_TITLES.stream().anyMatch(title -> words.startsWith(title + " "))
        && (line.contains("#") || Character.isUpperCase(line.charAt(0)) || line.charAt(0) > 0x5FF);
  }

  /** Whether the line is hashtags and nothing else. */
  static boolean isHashtags(String line) {
    for (String word : line.split(" ", -1)) {
      if (word.length() < 2 || word.charAt(0) != '#') {
        return false;
      }
    }
    return true;
  }

  private static String words(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    int end = lower.length();
    while (end > 0 && ".:…!؟?".indexOf(lower.charAt(end - 1)) >= 0) {
      end--;
    }
    return lower.substring(0, end).strip();
  }
}
