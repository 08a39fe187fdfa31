package io.wirewatch.ingest.feed;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.THAI;

import java.lang.Character.UnicodeScript;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The encoding that bytes are most likely in, where nobody says. The bytes are read in each; the
 * one wins in which most characters are those that its languages use most.
 */
final class EncodingGuess {
  /* Frequent letters make up about two thirds of a text and a fifth to a half of one that is read in the
   * wrong encoding, so some fifty letters outside ASCII are enough. Accents stand between plain
   * letters; other scripts do not. */

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_JUDGED_CHARS = 4_000;
  private static final double SAME_SCRIPT = 0.3;
  private static final double STRANGE_SIGN = -0.5;

  private static final Set<UnicodeScript> JAPANESE = Set.of(HIRAGANA, KATAKANA, HAN);
  private static final String KANA = "のにたいをとるがしではてなれもすっかあこりうらまよんさきくけどアイスントルリラコシクタレロ、。ー";
  private static final String HANZI =
      "的一是不了在人有我他中上大和地到以要就出可也你生能而子那得下自之年作用道行所然家事成方多去法如都同面起看定天分好小部其些主理心";

  /** The languages' encodings; of those that explain a text alike, the first. */
  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate(
              "windows-1252", Set.of(LATIN), "éèàùâêîôûçëïüöäßñóíáúãõåæø’‘“”–—…«»€£©®°·¿¡ºª½"),
          new Candidate("windows-1256", Set.of(ARABIC), "اليمنوتربةعسدكهفحقپچژگ،"),
          new Candidate("windows-1251", Set.of(CYRILLIC), "оеаинтсрвлкмдпу"),
          new Candidate("KOI8-R", Set.of(CYRILLIC), "оеаинтсрвлкмдпу"),
          new Candidate("windows-1255", Set.of(HEBREW), "יוהלאמרתבשנ"),
          new Candidate("windows-1253", Set.of(GREEK), "αοιετσνηυρπκμλάίόέή"),
          new Candidate("windows-1254", Set.of(LATIN), "ışğüçöİŞĞâîêû’“”"),
          new Candidate("windows-1250", Set.of(LATIN), "ąćęłńóśźżáčďéěíňřšťúůýžőű„”–"),
          new Candidate("x-windows-874", Set.of(THAI), "านรอกเงมยลวดทส่้ัีิ"),
          new Candidate("windows-31j", JAPANESE, KANA),
          new Candidate("EUC-JP", JAPANESE, KANA),
          new Candidate("x-windows-949", Set.of(HANGUL), "이다의는에가을하고로한지사기를은도스서리인어자정시대나아일수그라해들"),
          new Candidate("GB18030", Set.of(HAN), HANZI + "这个们来为国说时会对于着过发后里种经么学现当没动还进样，。"),
          new Candidate("Big5-HKSCS", Set.of(HAN), HANZI + "這個們來為國說時會對於著過發後裡種經麼學現當沒動還進樣，。"));

  private EncodingGuess() {}

  /** The likeliest; Western European for bytes that say nothing. */
  static Charset of(byte[] bytes) {
    return CANDIDATES.stream()
        .max(Comparator.comparingDouble(candidate -> candidate.likelihood(bytes)))
        .orElse(CANDIDATES.get(0))
        .charset();
  }

  /**
   * An encoding.
   *
   * @param scripts of the letters that it is for
   * @param frequent the characters outside ASCII that its languages use most
   */
  private record Candidate(String name, Set<UnicodeScript> scripts, String frequent) {

    Charset charset() {
      return Charset.forName(name);
    }

    /** From -1 to 1: how well this encoding explains the characters outside ASCII. */
    double likelihood(byte[] bytes) {
      String text = new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), charset());
      double sum = 0;
      int judged = 0;
      for (int at = 0; at < text.length() && judged < MOST_JUDGED_CHARS; at++) {
        if (text.charAt(at) >= 0x80) {
          sum += weight(text, at);
          judged++;
        }
      }
      return judged == 0 ? 0 : sum / judged;
    }

    private double weight(String text, int at) {
      char c = text.charAt(at);
      if (!Character.isLetter(c) && !isMark(c)) {
        boolean inWord = c != '’' && isLetter(text, at - 1) && isLetter(text, at + 1);
        return frequent.indexOf(c) >= 0 && !inWord ? 1 : STRANGE_SIGN;
      }
      boolean plainBeside = isPlain(text, at - 1) || isPlain(text, at + 1);
      boolean alphabet = scripts.size() == 1 && !scripts.contains(HAN) && !scripts.contains(HANGUL);
      boolean strange = scripts.contains(LATIN) ? isForeign(text, at - 1) : alphabet && plainBeside;
      boolean shouted = Character.isUpperCase(c) && at > 0 && isSmall(text.charAt(at - 1));
      boolean narrow = c >= '\uFF61' && c <= '\uFF9F';
      if (strange || shouted || narrow || !scripts.contains(UnicodeScript.of(c))) {
        return -1;
      }
      return frequent.indexOf(c) >= 0 ? 1 : SAME_SCRIPT;
    }

    private static boolean isMark(char c) {
      return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isPlain(String text, int at) {
      char c = at < 0 || at >= text.length() ? ' ' : text.charAt(at);
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLetter(String text, int at) {
      return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static boolean isForeign(String text, int at) {
      return isLetter(text, at) && text.charAt(at) >= 0x80;
    }

    private static boolean isSmall(char c) {
      return c >= 0x80 && Character.isLowerCase(c);
    }
  }
}
