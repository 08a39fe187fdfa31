package io.wirewatch.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedLanguageTest {
  private static final String ARABIC =
      "أعلنت السلطات في المدينة إغلاق الجسر القديم أمام الشاحنات حتى نهاية الأسبوع. وقال مسؤول إن أعمال الصيانة التي بدأت أمس ستستمر أياما.";
  private static final String SORANI =
      "دەسەڵاتدارانی شارەکە ڕایانگەیاند کە پردە کۆنەکە تا کۆتایی هەفتە بەڕووی بارهەڵگرەکاندا داخراوە و کارەکانی چاککردنەوە بەردەوام دەبن.";
  private static final String KURMANJI =
      "Rayedarên bajêr ragihand ku pira kevn heta dawiya hefteyê ji bo kamyonan hatiye girtin û xebatên nûkirinê wê çend rojên din jî bidomin.";
  private static final String TURKISH =
      "Kentteki yetkililer eski köprünün hafta sonuna kadar kamyonlara kapatıldığını ve onarım çalışmalarının birkaç gün daha süreceğini açıkladı.";
  private static final String PERSIAN =
      "مقام‌های شهر اعلام کردند که پل قدیمی تا پایان هفته به روی کامیون‌ها بسته است و کارهای تعمیر که از دیروز آغاز شده چند روز دیگر ادامه دارد.";
  private static final String ENGLISH =
      "Officials in the city said that the old bridge will be closed to lorries until the end of the week, and that the repairs will go on for days.";

  @ParameterizedTest
  @CsvSource({
    "ar, ARABIC",
    "ar-IQ, ARABIC",
    "ckb, SORANI",
    "ckb_IQ, SORANI",
    "kmr, KURMANJI",
    "ku, SORANI",
    "ku, KURMANJI",
    "tr-TR, TURKISH",
    "fa, PERSIAN",
    "en-US, ENGLISH",
    "fr, ENGLISH"
  })
  void fits_theLanguageOfTheText_orOneThatCannotBeTold(String tag, Text text) {
    assertThat(StatedLanguage.fits(tag, text.text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "en-US, ARABIC",
    "en-US, SORANI",
    "en-US, KURMANJI",
    "ar, ENGLISH",
    "ar, SORANI",
    "fa, ARABIC",
    "fa, SORANI",
    "ckb, ARABIC",
    "ckb, KURMANJI",
    "ku, ARABIC",
    "tr, KURMANJI"
  })
  void fits_anotherLanguage_isFalse(String tag, Text text) {
    assertThat(StatedLanguage.fits(tag, text.text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "en, Pira kevn ji bo kamyonan hatiye girtin",
    "tr, Pira kevn",
    "ckb, أغلق الجسر القديم"
  })
  void fits_littleText_isToldByItsScriptAlone(String tag, String text) {
    assertThat(StatedLanguage.fits(tag, text)).isTrue();
  }

  private enum Text {
    ARABIC(StatedLanguageTest.ARABIC),
    SORANI(StatedLanguageTest.SORANI),
    KURMANJI(StatedLanguageTest.KURMANJI),
    TURKISH(StatedLanguageTest.TURKISH),
    PERSIAN(StatedLanguageTest.PERSIAN),
    ENGLISH(StatedLanguageTest.ENGLISH);

    private final String text;

    Text(String text) {
      this.text = text;
    }
  }
}
