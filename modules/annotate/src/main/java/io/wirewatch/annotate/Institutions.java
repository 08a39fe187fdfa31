package io.wirewatch.annotate;

import io.wirewatch.language.Folding;
import io.wirewatch.language.Language;
import io.wirewatch.language.Tokens;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Widens a place or nationality to the state body or institution that it is part of: "Iraqi
 * Interior Ministry", "University of Mosul", "وزارة الدفاع التركية", "سوپای تورکیا", "Artêşa Tirk".
 */
final class Institutions {
  private static final int MOST_WORDS = 4;

  /** Words with which an English body ends. */
  private static final Set<String> ENGLISH_LAST =
      folded(
          "ministry army parliament police university government embassy forces court bank council command party department office"
              + " authority agency navy guard guards corps committee commission institute academy airlines airways federation union"
              + " association club congress senate cabinet battalion brigade division militia intelligence directorate fund company"
              + " corporation chamber hospital college museum stock exchange times post news coalition organization centre center");

  /** Words with which an English body begins that is named "of" its place. */
  private static final Set<String> ENGLISH_FIRST =
      folded(
          "university government ministry parliament bank republic church museum municipality kingdom college institute");

  private static final Set<String> ARABIC_HEADS =
      folded(
          "وزارة مجلس جامعة الجيش جيش الشرطة شرطة مديرية هيئة قيادة حرس غرفة شركة نادي منتخب برلمان محكمة مصرف البنك بنك الهلال الدفاع"
              + " المرصد الجندرما دائرة مستشفى وكالة سفارة حكومة المحكمة الاتحاد المخابرات الحرس البحرية اتحاد معهد كلية نقابة جمعية");
  private static final Set<String> SORANI_HEADS =
      folded(
          "وەزارەتی سوپای پۆلیسی یانەی ئەنجوومەنی ئەنجومەنی پەرلەمانی حکومەتی زانکۆی دەسەڵاتی دادگای کۆمپانیای دەزگای هێزەکانی دەستەی"
              + " بەڕێوەبەرایەتی باڵیۆزخانەی ڕاوێژکاریی کۆنسوڵخانەی هەڵبژاردەی فەرماندەیی");
  private static final Set<String> KURMANJI_HEADS =
      folded(
          "artêşa wezareta polîsên parlamentoya hikûmeta zanîngeha dadgeha keşnasiya enstîtuya meclîsa şaredariya balyozxaneya hêzên yekîneyên"
              + " saziya kompaniya");
  private static final Set<String> BREAKS =
      folded(
          "في من على إلى الى عن مع أن ان بين التي الذي قال و لە بە بۆ لەگەڵ و کە li ji bi û ku the of and for with by at on from to in that"
              + " says said");

  private final Tokens tokens;
  private final TextShape shape;
  private final Language language;

  Institutions(Tokens tokens, TextShape shape, Language language) {
    this.tokens = tokens;
    this.shape = shape;
    this.language = language;
  }

  /**
   * The match, widened over the whole body where it is part of one; {@code from} is the first word
   * that is still free.
   */
  NameMatch widen(NameMatch match, int from) {
    return switch (language) {
      case AR -> backward(match, from, ARABIC_HEADS);
      case CKB -> backward(match, from, SORANI_HEADS);
      case KMR -> backward(match, from, KURMANJI_HEADS);
      case EN -> shape.titled() ? match : english(match, from);
      case OTHER -> match;
    };
  }

  private NameMatch backward(NameMatch match, int from, Set<String> heads) {
    if (match.start() > tokens.start(match.first())) return match;
    for (int word = match.first() - 1; word >= Math.max(from, match.first() - MOST_WORDS); word--) {
      String folded = tokens.folded(word);
      if (!shape.follows(word + 1) || breaks(folded)) return match;
      if (heads.contains(folded))
        return indefinite(match, word, folded) ? match : match.from(word, tokens.start(word));
      boolean clitic = language == Language.AR && "وبلفك".indexOf(folded.charAt(0)) >= 0;
      if (clitic && heads.contains(folded.substring(1)))
        return match.from(word, tokens.start(word) + 1);
    }
    return match;
  }

  private static boolean breaks(String folded) {
    return BREAKS.contains(folded) || ContextWords.ARABIC_PLACE.contains(folded);
  }

  /** "An Italian company" is no name. */
  private boolean indefinite(NameMatch match, int head, String folded) {
    boolean arabic = language == Language.AR && head == match.first() - 1;
    return arabic
        && !folded.startsWith("ال")
        && tokens.folded(match.last()).endsWith("يه")
        && !tokens.folded(match.first()).startsWith("ال");
  }

  private NameMatch english(NameMatch match, int from) {
    int last = -1;
    for (int word = match.last() + 1;
        word < Math.min(tokens.size(), match.last() + 1 + MOST_WORDS);
        word++) {
      if (!shape.follows(word) || !shape.capital(word) || BREAKS.contains(tokens.folded(word)))
        break;
      if (ENGLISH_LAST.contains(tokens.folded(word))) last = word;
    }
    if (last >= 0) return match.to(last, tokens.end(last));
    int of = match.first() - 1;
    int head = of - 1;
    boolean named =
        head >= from
            && tokens.folded(of).equals("of")
            && shape.follows(of)
            && shape.follows(match.first());
    return named && shape.capital(head) && ENGLISH_FIRST.contains(tokens.folded(head))
        ? match.from(head, tokens.start(head))
        : match;
  }

  private static Set<String> folded(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(Folding::fold)
        .collect(Collectors.toUnmodifiableSet());
  }
}
