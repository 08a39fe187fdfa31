package io.wirewatch.language;

/** How many letters of each kind a text has, as far as they tell languages apart. */
record LetterProfile(int arabic, int latin, int other, Marks marks) {

  /**
   * Letters that only some languages write: Sorani, Kurmanji, Persian with its neighbours, Urdu
   * with Pashto and Uyghur, Arabic, and Latin letters outside of English and Kurmanji.
   */
  record Marks(
      int sorani, int kurmanji, int persian, int eastern, int arabicOnly, int foreignLatin) {}

  static LetterProfile of(String text, int limit) {
    return new LetterCounter().count(text, limit);
  }

  private static final class LetterCounter {
    private int arabic;
    private int latin;
    private int other;
    private final int[] marks = new int[6]; // in the order of Marks

    LetterProfile count(String text, int limit) {
      for (int i = 0; i < limit; i++) {
        char c = text.charAt(i);
        if (c < 0x80) {
          // Most letters of most texts; counted without a branch.
          latin += Integer.compareUnsigned((c | 0x20) - 'a', 26) < 0 ? 1 : 0;
        } else if (Character.isLetter(text.codePointAt(i))) {
          // Of a pair of surrogates, only the first begins a letter; that of an emoji does not.
          add(c, i + 1 < limit ? text.charAt(i + 1) : ' ');
        }
      }
      var counted = new Marks(marks[0], marks[1], marks[2], marks[3], marks[4], marks[5]);
      return new LetterProfile(arabic, latin, other, counted);
    }

    private void add(char c, char next) {
      if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) {
        latin++;
        marks["êîûşçÊÎÛŞÇ".indexOf(c) >= 0 ? 1 : 5]++;
      } else if (c >= 0x600 && c < 0x780) {
        arabic++;
        addArabic(c, next);
      } else if (c < 0xFB50 || c > 0xFEFC) {
        other++;
      } else {
        arabic++;
      }
    }

    private void addArabic(char c, char next) {
      switch (c) {
        case 'ێ', 'ۆ', 'ڵ', 'ڕ', 'ە' -> marks[0]++;
        case 'ی', 'ک', 'پ', 'چ', 'ژ', 'گ' -> marks[2]++;
        case 'ٹ',
            'ڈ',
            'ڑ',
            'ں',
            'ے',
            'ہ',
            'ھ',
            'ښ',
            'ځ',
            'څ',
            'ډ',
            'ړ',
            'ې',
            'ۍ',
            'ګ',
            'ڼ',
            'ۇ',
            'ۈ',
            'ڭ' ->
            marks[3]++;
        case 'ة', 'ى', 'ي', 'ك', 'أ', 'إ' -> marks[4]++;
        default -> marks[0] += isOldSoraniE(c, next) ? 1 : 0;
      }
    }

    /** Sorani was written with ه and a non-joiner before ە was in Unicode. */
    private static boolean isOldSoraniE(char c, char next) {
      return c == 'ه' && next == '\u200C';
    }
  }
}
