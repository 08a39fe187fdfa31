package io.wirewatch.annotate;

import static io.wirewatch.annotate.Annotated.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the annotator reads in Arabic, Sorani, Kurmanji, and a language that it does not know. */
class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "وقال الخباز مهند طارق العبيدي إن الطحين وصل متأخراً. | مهند طارق العبيدي",
        "ووقفت البائعة رانيا منصور، قرب الجسر، تنتظر زبائنها في الموصل. | رانيا منصور",
        "واعتقلت القوات ابو سفيان الدليمي في الرمادي. | ابو سفيان الدليمي",
        "وقال السائق رمضان خليل ان الطريق مفتوح. | رمضان خليل",
        "بقي السعر على حاله في بغداد، ووصلت البضاعة في رمضان. | ''",
        "هاوکار ئەحمەد لە هەولێر گوتی دوکانەکە داخراوە و باران دەبارێت. | هاوکار ئەحمەد",
        "Mamoste Berîvan Aydin li Amedê got ku dibistan vekirî ye. | Berîvan Aydin"
      })
  void annotate_personsWithoutTitles_areFoundByTheirGivenNames(String text, String persons) {
    assertThat(String.join(", ", body(text).texts(EntityType.PERSON))).isEqualTo(persons);
  }

  @Test
  void annotate_kurmanjiPrepositionAtTheStart_isNoGivenName() {
    Annotated story = body("Li Kerkûkê bazar vekirî ye. Ji Mûsilê du otobus hatin.");
    assertThat(story.texts(EntityType.PERSON)).isEmpty();
    assertThat(story.texts(EntityType.LOCATION)).containsExactly("Kerkûkê", "Mûsilê");
  }

  @Test
  void annotate_soraniDid_isNoPeople() {
    Annotated story = body("شاندەکە سەردانی هەولێری کرد و دەرگای قوتابخانەکەی کردەوە بۆ کورد.");
    assertThat(story.texts(EntityType.NATIONALITY)).containsExactly("کورد");
    assertThat(body("وصل مزارعون كرد إلى السوق في بغداد.").texts(EntityType.NATIONALITY))
        .containsExactly("كرد");
  }

  @Test
  void annotate_arabicFamilyNameThatIsANationality_belongsToThePerson() {
    Annotated story = body("قال رئيس مجلس الوزراء محمد ضياء السوداني إن العراق يبني جسراً.");
    assertThat(story.texts(EntityType.PERSON)).containsExactly("محمد ضياء السوداني");
    assertThat(story.texts(EntityType.ORGANIZATION)).isEmpty();
    assertThat(story.countries()).containsExactly("IQ");
    assertThat(body("وصل الوفد السوداني إلى بغداد.").countries()).contains("SD");
  }

  @Test
  void annotate_arabicWordWithKaf_isNoPlaceAfterLike() {
    assertThat(body("كان الطريق إلى المدرسة، وقال كريم إن العمل كامل.").texts(EntityType.LOCATION))
        .isEmpty();
    assertThat(body("إنها دول كالعراق وغيرها من البلاد").texts(EntityType.LOCATION))
        .containsExactly("العراق");
  }

  @Test
  void annotate_arabicClitics_areLeftOut() {
    assertThat(
            body("وصلت الشاحنات إلى بغداد ثم عادت لدمشق، وبالرقة ولداعش خلية")
                .texts(EntityType.LOCATION))
        .containsExactly("بغداد", "دمشق", "الرقة");
  }

  @Test
  void annotate_arabicArticleAfterLam_isFound() {
    assertThat(body("سلمت الوفود رسالة للعراق أمس في الأردن").countries())
        .containsExactly("IQ", "JO");
  }

  @Test
  void annotate_arabicGenericWord_isNotPartOfTheName() {
    assertThat(body("زار الوفد قضاء القائم في محافظة الأنبار").texts(EntityType.LOCATION))
        .containsExactly("القائم", "الأنبار");
  }

  @Test
  void annotate_arabicInstitution_endsWithItsNationality() {
    assertThat(body("أعلنت وزارة الزراعة العراقية خطة جديدة").texts(EntityType.ORGANIZATION))
        .containsExactly("وزارة الزراعة العراقية");
  }

  @Test
  void annotate_arabicTitle_givesThePersonUpToTheFamilyName() {
    assertThat(body("قال العميد سعد كريم الدليمي إن الطريق مفتوح").texts(EntityType.PERSON))
        .containsExactly("سعد كريم الدليمي");
  }

  @Test
  void annotate_soraniEndings_belongToTheWord() {
    Annotated story =
        body("کاروانەکە لە سوریاوە هات و گەیشتە هەولێر، دوای ئەوەی لە کەرکووک مایەوە");
    assertThat(story.texts(EntityType.LOCATION)).containsExactly("سوریاوە", "هەولێر", "کەرکووک");
    assertThat(story.regions()).contains("IQ-AR", "IQ-KI", "SY");
  }

  @Test
  void annotate_kurmanjiEndings_belongToTheWord() {
    Annotated story =
        body("Duh li Hewlêrê û li Qamişloyê baran barî, lê li Sûriyeyê û li Îraqê hewa xweş bû.");
    assertThat(story.annotation().language()).isEqualTo(Language.KMR);
    assertThat(story.texts(EntityType.LOCATION))
        .containsExactly("Hewlêrê", "Qamişloyê", "Sûriyeyê", "Îraqê");
  }

  @Test
  void annotate_kurmanjiLowerCaseNationality_isFound() {
    assertThat(body("Li gundekî nêzîkî sînor du leşkerên tirk hatin dîtin û paşê çûn.").entities())
        .containsExactly("tirk NATIONALITY nationality:TR");
  }

  @Test
  void annotate_languageGiven_isNotGuessed() {
    Annotation annotation =
        Annotator.bundled().annotate(new ArticleText("", "Baghdad", null, "ar"));
    assertThat(annotation.language()).isEqualTo(Language.AR);
  }

  @Test
  void annotate_unknownLanguage_stillFindsPlaces() {
    Annotated story =
        body(
            "Der Minister reiste am Montag nach Damaskus und Beirut, später weiter in die Türkei, wie es hieß.");
    assertThat(story.annotation().language()).isEqualTo(Language.OTHER);
    assertThat(story.countries()).contains("LB");
  }
}
