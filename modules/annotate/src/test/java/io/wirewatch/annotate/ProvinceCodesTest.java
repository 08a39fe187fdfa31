package io.wirewatch.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * GeoNames' own division codes must have become those of ISO 3166-2: seats whose province is known.
 */
class ProvinceCodesTest {
  @ParameterizedTest
  @CsvSource({
    "Ramadi, IQ-AN",
    "Mosul, IQ-NI",
    "Basra, IQ-BA",
    "Erbil, IQ-AR",
    "Duhok, IQ-DA",
    "Kirkuk, IQ-KI",
    "Tikrit, IQ-SD",
    "Baquba, IQ-DI",
    "Sulaymaniyah, IQ-SU",
    "Halabja, IQ-SU",
    "Nasiriyah, IQ-DQ",
    "Hillah, IQ-BB",
    "Samawah, IQ-MU",
    "Damascus, SY-DI",
    "Douma, SY-RD",
    "Aleppo, SY-HL",
    "Deir ez-Zor, SY-DY",
    "Raqqa, SY-RA",
    "Qamishli, SY-HA",
    "Palmyra, SY-HI",
    "Latakia, SY-LA",
    "Sweida, SY-SU",
    "Daraa, SY-DR",
    "Idlib, SY-ID",
    "Ankara, TR-06",
    "Diyarbakir, TR-21",
    "Cizre, TR-73",
    "Mardin, TR-47",
    "Hakkari, TR-30",
    "Gaziantep, TR-27",
    "Tehran, IR-23",
    "Urmia, IR-04",
    "Sanandaj, IR-12",
    "Kermanshah, IR-05",
    "Ahvaz, IR-06",
    "Tabriz, IR-03",
    "Mashhad, IR-09",
    "Amman, JO-AM",
    "Mafraq, JO-MA",
    "Irbid, JO-IR",
    "Beirut, LB-BA",
    "Baalbek, LB-BH",
    "Sidon, LB-JA",
    "Kuwait City, KW-KU",
    "Riyadh, SA-01",
    "Arar, SA-08",
    "Jeddah, SA-02",
    "Cairo, EG-C",
    "Arish, EG-SIN",
    "Suez, EG-SUZ",
    "Haifa, IL-HA",
    "Tel Aviv, IL-TA",
    "Khan Yunis, PS-KYS",
    "Nablus, PS-NBS",
    "Sanaa, YE-SA",
    "Aden, YE-AD",
    "Taiz, YE-TA"
  })
  void annotate_seat_hasTheIsoCodeOfItsProvince(String city, String code) {
    assertThat(Annotated.body("The delegation arrived in " + city + " at noon.").regions())
        .contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "الأنبار, IQ-AN", "نينوى, IQ-NI", "ديالى, IQ-DI", "صلاح الدين, IQ-SD", "ذي قار, IQ-DQ",
        "المثنى, IQ-MU", "واسط, IQ-WA",
    "ميسان, IQ-MA", "بابل, IQ-BB", "القادسية, IQ-QA", "الحسكة, SY-HA", "دير الزور, SY-DY",
        "إدلب, SY-ID", "السويداء, SY-SU"
  })
  void annotate_provinceInArabic_hasItsIsoCode(String province, String code) {
    assertThat(Annotated.body("وصلت التعزيزات إلى محافظة " + province + " مساء الخميس").regions())
        .contains(code);
  }
}
