package io.wirewatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN|Convoy reaches Tal Afar",
        "EN|The minister spoke to reporters in Basra",
        "EN|U.S. envoy meets Sudani",
        "EN|🇸🇾🇸🇾🇸🇾🇸🇾🇸🇾 Rain",
        "AR|انسحاب القوات من القاعدة",
        "AR|داعش",
        "AR|وصل الوزير إلى أربيل",
        "AR|قصف مواقع قرب الرقة",
        "AR|🚨🚨🚨🚨 عاجل",
        "CKB|هێزەکان لە ناوچەکە کشانەوە",
        "CKB|سەرۆکی هەرێم گەیشتە بەغدا",
        "CKB|هێزه‌كانی پێشمه‌رگه‌ له‌ شاره‌كه‌",
        "KMR|Hêzên ewlehiyê ji bajêr vekişiyan",
        "KMR|Wezîr li Hewlêrê axivî",
        "KMR|Li ser sînor şer heye",
        "OTHER|نیروهای ایران از این شهر خارج شدند",
        "OTHER|وزیر اعظم نے کہا ہے کہ یہ ٹھیک نہیں",
        "OTHER|Ordu birlikleri sınırdan çekildi",
        "OTHER|Le ministre a quitté la ville dans la nuit",
        "OTHER|Die Truppen haben sich aus der Stadt zurückgezogen",
        "OTHER|El gobierno anunció la retirada de las tropas",
        "OTHER|Войска покинули город",
        "OTHER|軍隊撤退",
        "OTHER|𠀀𠀁𠀂 a",
        "OTHER|🚨🚨",
        "OTHER|12 34",
        "OTHER|''"
      })
  void identify_sentence_tellsItsLanguage(Language language, String text) {
    assertThat(LanguageIdentifier.identify(text)).isEqualTo(language);
  }

  @Test
  void identify_veryLongText_readsItsBeginningOnly() {
    assertThat(
            LanguageIdentifier.identify(
                "the state of the city ".repeat(500) + "li ser sînorê ".repeat(5_000)))
        .isEqualTo(Language.EN);
  }

  @ParameterizedTest
  @CsvSource({"en,EN", "EN-gb,EN", "ar_IQ,AR", "ckb,CKB", "kmr,KMR", "fr,OTHER", "'',OTHER"})
  void of_code_givesTheLanguage(String code, Language language) {
    assertThat(Language.of(code)).isEqualTo(language);
  }
}
