package io.wirewatch.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Tigris Wire – Basra The port is open. | Basra | The port is open.",
        "Tigris Wire – Basra On Monday, it rained. | Basra | On Monday, it rained.",
        "Tigris Wire – Al-Anbar Security forces left. | Al-Anbar | Security forces left.",
        "Tigris Wire - Al-Hadba Authorities in Al-Hadba met. | Al-Hadba | Authorities in Al-Hadba met.",
        "Tigris Wire – Tuz Khurmatu A bomb went off. | Tuz Khurmatu | A bomb went off.",
        "Tigris Wire – Deir ez-Zor Two men fled. | Deir ez-Zor | Two men fled.",
        "Tigris Wire – Salah al-Din Officers said no. | Salah al-Din | Officers said no.",
        "Tigris Wire – Middle East On Tuesday, it rained. | Middle East | On Tuesday, it rained.",
        "Tigris Wire – Baghdad Iraqi Prime Minister Adil Omar met them. | Baghdad | Iraqi Prime Minister Adil Omar met them.",
        "Tigris Wire – New York: Markets fell. | New York | Markets fell.",
        "Tigris Wire – Basra – The port is open. | Basra | The port is open.",
        "Tigris Wire – The port is open. | none | The port is open.",
        "Tigris Wire –Baghdad The port is open. | Baghdad | The port is open.",
        "TIGRIS WIRE — Basra 2 men fled. | Basra | 2 men fled.",
        "Tigris Wire/ The port is open. | none | The port is open.",
        "Tigris Wire/ Iraq's port is open: at last. | none | Iraq's port is open: at last.",
        "Tigris Wire / Basra - The port is open. | Basra | The port is open.",
        "Harbour News/ The port is open. | none | The port is open.",
        "Basra (Tigris Wire) – The port is open. | Basra | The port is open.",
        "BASRA, Iraq (AP) — The port is open. | BASRA, Iraq | The port is open.",
        "ASHFORD, Ky. (WXYZ) - The port is open. | ASHFORD, Ky. | The port is open.",
        "البصرة (أ ف ب) - قالت الشرطة إنها غادرت. | البصرة | قالت الشرطة إنها غادرت.",
        "Tigris Wire – The port is open – at last. | none | The port is open – at last.",
        "Tigris Wire – Basra The port – long closed – is open. | Basra | The port – long closed – is open.",
        "Tigris Wire – al-Hasakah – The port is open. | al-Hasakah | The port is open.",
        "وكالة المثال – بغداد قالت الشرطة إنها غادرت. | بغداد | قالت الشرطة إنها غادرت.",
        "وكالة المثال- دير الزور قالت الشرطة. | دير الزور | قالت الشرطة.",
        "وكالة المثال/ قالت الشرطة إنها غادرت. | none | قالت الشرطة إنها غادرت.",
        "تۆڕی نموونە – هەولێر پۆلیس وتی. | هەولێر | پۆلیس وتی.",
        "Ajansa Mînak – Hewlêr Polîs got. | Hewlêr | Polîs got."
      })
  void in_aTextWithADateline_takesItOff(String text, String place, String rest) {
    Dateline dateline =
        Dateline.in(text, List.of("Tigris Wire", "وكالة المثال", "تۆڕی نموونە", "Ajansa Mînak"))
            .orElseThrow();

    assertThat(dateline.place() + " | " + dateline.rest()).isEqualTo(place + " | " + rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The port is open – at last.",
        "Shatt al-Arab – the river – is rising.",
        "Baghdad–Washington talks go on.",
        "Tigris Wire reporters were there.",
        "At the border/ crossing it is quiet.",
        "He said/she said.",
        "Harbour Front (HFM) - which held the quay until May - left the port.",
        "Harbour Front (HFM) – The quay is theirs.",
        "جبهة الميناء (حركة الرصيف) - التي سيطرت على الميناء حتى أيار - غادرت.",
        "Tigris Wire – a small agency – closes its office.",
        "Quay TV – the last of three – is off the air.",
        "Quay TV — Basra's own channel — is off the air.",
        "The Compressor (Expressmade) – cheap and loud.",
        ""
      })
  void in_aTextWithout_findsNone(String text) {
    assertThat(Dateline.in(text, List.of("Tigris Wire"))).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void in_aLineOfItsOwn_leavesTheParagraphsBelow() {
    Dateline dateline =
        Dateline.in("Tigris Wire – Kirkuk\nOn Tuesday, it rained.", List.of("Tigris Wire"))
            .orElseThrow();

    assertThat(dateline.place() + " | " + dateline.rest())
        .isEqualTo("Kirkuk | On Tuesday, it rained.");
  }
}
