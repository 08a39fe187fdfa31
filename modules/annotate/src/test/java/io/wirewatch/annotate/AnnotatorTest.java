package io.wirewatch.annotate;

import static io.wirewatch.annotate.Annotated.article;
import static io.wirewatch.annotate.Annotated.body;
import static io.wirewatch.annotate.Annotated.publishedBy;
import static io.wirewatch.annotate.Annotated.writtenFrom;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnotatorTest {
  @Test
  void annotate_borderTown_bringsProvinceAndCountry() {
    assertThat(body("Traders in al-Qaim said the road was open again on Sunday.").regions())
        .containsExactly("IQ", "IQ-AN", "geonames:92138");
  }

  @Test
  void annotate_airBase_isInAnbar() {
    Annotated base = body("Engineers left Ain al-Asad before dawn, two officers said.");
    assertThat(base.entity("Ain al-Asad").place())
        .isEqualTo(new Place(33.786, 42.441, "IQ", "IQ-AN"));
  }

  @Test
  void annotate_borderStory_putsItsOwnCountryFirst() {
    Annotated story =
        article(
            "Iraq opens gate to Syria near Al-Qaim",
            "Guards in Iraq's Anbar province said lorries from Syria crossed at noon. The Iraqi side keeps two lanes.");
    assertThat(story.countries()).containsExactly("IQ", "SY");
    assertThat(story.regions()).contains("IQ-AN");
  }

  @Test
  void annotate_textTakenApartIntoWords_hasTheSameNames() {
    Annotated story =
        body(
            "The U. S. Embassy said cleric Jawad al - Khalisi met envoys of the U. S. in al - Qaim, and that al - Khalisi left.");
    assertThat(story.texts(EntityType.PERSON))
        .containsExactly("Jawad al - Khalisi", "al - Khalisi");
    assertThat(story.texts(EntityType.ORGANIZATION)).containsExactly("U. S. Embassy");
    assertThat(story.texts(EntityType.LOCATION)).containsExactly("U. S.", "al - Qaim");
    assertThat(story.entity("al - Qaim").id()).isEqualTo("geonames:92138");
    assertThat(story.countries()).contains("US", "IQ");
  }

  @Test
  void annotate_townOfTwoCountries_isThatOfTheMediumsCountry() {
    String fire = "Firefighters in Tripoli put out a blaze in the old market.";
    assertThat(body(fire).countries()).containsExactly("LY");
    assertThat(publishedBy("Lebanese National News Agency", fire).countries())
        .containsExactly("LB");
    assertThat(
            publishedBy("Lebanese National News Agency", "Libya's port of Tripoli opened.")
                .countries())
        .containsExactly("LY");
    assertThat(publishedBy("Nobody Knows Wire", fire).countries()).containsExactly("LY");
  }

  @Test
  void annotate_lettersBesideTheSignOfMoney_areNoCountry() {
    Annotated loan =
        body("Iraq will lend Basra US$40 million and repay HK$3 million and $US 5 million in May.");
    assertThat(loan.texts(EntityType.LOCATION)).containsExactly("Iraq", "Basra");
    assertThat(loan.countries()).containsExactly("IQ");
    assertThat(body("العراق يدفع US$40 مليون").countries()).containsExactly("IQ");
  }

  @Test
  void annotate_newspaperNamedForATown_isNoPlace() {
    Annotated report =
        body("Two bridges are shut, the Chicago Tribune reported from Ramadi on Monday.");
    assertThat(report.entity("Chicago Tribune").type()).isEqualTo(EntityType.ORGANIZATION);
    assertThat(report.entity("Chicago Tribune").place()).isNull();
    assertThat(report.countries()).containsExactly("IQ");
  }

  @Test
  void annotate_secondCountryInTheFirstLines_isARegion() {
    Annotated story =
        article(
            "Lorries wait at the gate near Rabia",
            "Drivers slept a second night at the Rabia crossing between Nineveh and Syria, officials in Mosul said.");
    assertThat(story.countries()).containsExactly("IQ", "SY");
  }

  @Test
  void annotate_countryNamedOnce_isARegionOfAShortPassageAndNotOfALongStory() {
    String once = "The convoy left Ain al-Asad in Anbar province and drove towards Jordan.";
    String more =
        " Baghdad had asked for a date, and Iraqi officials want the rest gone by spring. Iraq keeps the runway."
            + " Engineers of the Iraqi army took over the gates. Farmers near Hit and Haditha watched the trucks.";
    assertThat(body(once).countries()).containsExactly("IQ", "JO");
    assertThat(body(more + more + " " + once).countries()).containsExactly("IQ");
  }

  @Test
  void annotate_wireStory_givesItsEntitiesAndRegionsByName() {
    Annotated story =
        article(
            "Iraq tightens watch on Syrian frontier near Rutba",
            "Sheikh Ghazi Nawaf al-Rawi, mayor of Rutba, told Shafaq News that Border Guard towers west of Akashat had"
                + " been manned again.\nAl-Rawi said ISIS remnants had tried to cross from Deir ez-Zor, and thanked the"
                + " Popular Mobilization Forces (PMF) for two armoured columns.");
    assertThat(story.texts(EntityType.PERSON)).containsExactly("Ghazi Nawaf al-Rawi", "Al-Rawi");
    assertThat(story.entities())
        .contains(
            "Iraq LOCATION iso:IQ",
            "Syrian NATIONALITY nationality:SY",
            "Shafaq News ORGANIZATION org:shafaq-news",
            "ISIS GROUP group:isis",
            "PMF GROUP group:popular-mobilization-forces");
    assertThat(story.texts(EntityType.LOCATION)).contains("Rutba", "Akashat", "Deir ez-Zor");
    assertThat(story.countries()).containsExactly("IQ", "SY");
    assertThat(story.regions()).contains("IQ-AN", "SY-DY");
  }

  @Test
  void annotate_headlineAndLead_weighMoreThanTheEnd() {
    Annotated story =
        article(
            "Floods hit Jordan",
            "Rain filled the valleys of Jordan. "
                + "Crews worked all night to clear the roads. ".repeat(9)
                + "Lebanon sent help to Jordan.");
    assertThat(story.annotation().regions().get(0).code()).isEqualTo("JO");
    assertThat(story.annotation().regions().get(0).weight()).isGreaterThan(0.8);
  }

  @Test
  void annotate_weights_areSharesThatCountriesMakeWhole() {
    Annotated story =
        body("Talks between Ankara and Tehran moved to Baghdad. Turkish envoys then flew to Doha.");
    double sum =
        story.annotation().regions().stream()
            .filter(r -> r.level() == Level.COUNTRY)
            .mapToDouble(Region::weight)
            .sum();
    assertThat(sum).isBetween(0.99, 1.01);
  }

  @Test
  void annotate_cityOfTheName_isTheOneThatTheContainerSays() {
    assertThat(body("A fair opened in Paris, Texas, on Monday.").entity("Paris").place())
        .extracting(Place::admin1)
        .isEqualTo("US-TX");
    assertThat(body("A fair opened in Paris on Monday.").entity("Paris").place())
        .extracting(Place::country)
        .isEqualTo("FR");
  }

  @Test
  void annotate_baghdadi_isTheTownOrAPerson() {
    assertThat(body("A drone fell near al-Baghdadi in Anbar province.").entity("al-Baghdadi").id())
        .isEqualTo("place:al-baghdadi");
    assertThat(
            body("The court named Khalid Omar al-Baghdadi as the owner.")
                .texts(EntityType.LOCATION))
        .isEmpty();
  }

  @Test
  void annotate_surnameOfAPersonNamedBefore_isNoPlace() {
    Annotated story = body("Spokesman Peter Houston welcomed the plan. Houston gave no date.");
    assertThat(story.texts(EntityType.PERSON)).containsExactly("Peter Houston", "Houston");
    assertThat(story.texts(EntityType.LOCATION)).isEmpty();
  }

  @Test
  void annotate_titleBeforeNames_givesAPersonWithoutTheTitle() {
    assertThat(
            body("Defence Minister Layla Karim al-Jabiri met him. Al-Jabiri then left.")
                .texts(EntityType.PERSON))
        .containsExactly("Layla Karim al-Jabiri", "Al-Jabiri");
  }

  @Test
  void annotate_possessiveAndAcronyms_areCutAndCased() {
    assertThat(body("Iraq's envoy told us that the US and the U.S. mission agree.").entities())
        .containsExactly("Iraq LOCATION iso:IQ", "US LOCATION iso:US", "U.S. LOCATION iso:US");
  }

  @Test
  void annotate_commonWords_areNoPlaces() {
    assertThat(
            body("Most of the men may march on Sunday. Reading the note was nice. Of course Sale prices rose.")
                .entities())
        .isEmpty();
  }

  @Test
  void annotate_titleCaseHeadline_readsCountriesButNoWords() {
    assertThat(article("Turkey Opens Gate, Split Over Sale Grows", "").entities())
        .containsExactly("Turkey LOCATION iso:TR");
  }

  @Test
  void annotate_bodyOfAState_isOneOrganisation() {
    assertThat(
            body("The Jordanian Water Ministry and the University of Mosul signed it.")
                .texts(EntityType.ORGANIZATION))
        .containsExactly("Jordanian Water Ministry", "University of Mosul");
  }

  @Test
  void annotate_armedGroup_hasItsSlug() {
    assertThat(body("Two ISIS members were caught.").entities())
        .containsExactly("ISIS GROUP group:isis");
    assertThat(body("They rowed on the river Isis.").texts(EntityType.GROUP)).isEmpty();
  }

  @Test
  void annotate_dateline_countsForTheRegions() {
    assertThat(writtenFrom("Basra", "Oil workers ended their strike.").regions())
        .contains("IQ", "IQ-BA");
    assertThat(writtenFrom("Basra", "Oil workers ended their strike.").entities()).isEmpty();
  }

  @Test
  void annotate_cityAndProvinceOfOneName_isTheProvinceWhereItSaysSo() {
    assertThat(body("Elders of Kirkuk Province met.").entity("Kirkuk Province").id())
        .isEqualTo("iso:IQ-KI");
    assertThat(body("Elders met in Kirkuk.").entity("Kirkuk").id()).isEqualTo("geonames:94787");
  }

  @Test
  void annotate_compassWordInLowerCase_isNotOfThePlace() {
    assertThat(
            body("Aid reached northern Iraq on Friday, said a charity in Northern Ireland.")
                .texts(EntityType.LOCATION))
        .containsExactly("Iraq", "Northern Ireland");
  }

  @Test
  void annotate_compassWordsOfALongerName_areNoDivisionsOfThatName() {
    assertThat(article("Army Clears Orchards in Northern Syria", "").countries())
        .containsExactly("SY");
    assertThat(article("Flood in Western Iraq Closes Road", "").countries()).containsExactly("IQ");
    assertThat(body("Bakers reopened in East Mosul on Friday.").countries()).containsExactly("IQ");
  }

  @Test
  void annotate_unknownNameWithAnArticle_isALocationWithoutAPlace() {
    Annotated story = body("Farmers in Syria's Jubata al-Khashab and Wadi al-Nasara sold figs.");
    assertThat(story.texts(EntityType.LOCATION))
        .containsExactly("Syria", "Jubata al-Khashab", "Wadi al-Nasara");
    assertThat(story.entity("Wadi al-Nasara").place()).isNull();
    assertThat(story.countries()).containsExactly("SY");
  }

  @Test
  void annotate_agencyCalledLikeATown_isNoNewsOfTheTown() {
    Annotated story =
        body("AMMAN (Petra) -- The ministry opened two wells, Petra News Agency said on Monday.");
    assertThat(story.entity("Petra").type()).isEqualTo(EntityType.ORGANIZATION);
    assertThat(story.entity("Petra").place()).isNull();
    assertThat(story.regions()).doesNotContain("JO-MN");
  }

  @Test
  void annotate_sea_isALocationWithItsOwnIdAndNoPlace() {
    Annotated story =
        body(
            "Ferries left the Red Sea, the Black Sea, the North Sea, the Gulf of Aden and the Bismarck Sea.");
    assertThat(story.entities())
        .containsExactly(
            "Red Sea LOCATION place:red-sea",
            "Black Sea LOCATION place:black-sea",
            "North Sea LOCATION place:north-sea",
            "Gulf of Aden LOCATION place:gulf-of-aden",
            "Bismarck Sea LOCATION null");
    assertThat(story.regions()).isEmpty();
    assertThat(body("عبرت ناقلة البحر الأحمر.").entities())
        .containsExactly("البحر الأحمر LOCATION place:red-sea");
  }

  @Test
  void annotate_provinceNamedAfterASea_isTheProvince() {
    assertThat(body("Hotels of Egypt's Red Sea Governorate filled up.").regions())
        .contains("EG", "EG-BA");
  }

  @Test
  void annotate_familyNameInTheHeadline_isThePersonThatTheBodyNamesInFull() {
    Annotated story =
        article("Hamilton visits Erbil", "ERBIL — Diplomat Peter Hamilton opened a school.");
    assertThat(story.texts(EntityType.PERSON)).containsExactly("Hamilton", "Peter Hamilton");
    assertThat(story.countries()).containsExactly("IQ");
  }

  @Test
  void annotate_datelineThatIsAlsoAFamilyName_isAPlace() {
    Annotated story = body("HOUSTON (AP) — A clinic of doctor Martha Houston opened on Monday.");
    assertThat(story.entity("HOUSTON").type()).isEqualTo(EntityType.LOCATION);
    assertThat(story.texts(EntityType.PERSON)).containsExactly("Martha Houston");
  }

  @Test
  void annotate_initialAndLaterGivenName_belongToThePerson() {
    assertThat(
            body("General Mark T. Ashfield spoke. Later Mark Ashfield left.")
                .texts(EntityType.PERSON))
        .containsExactly("Mark T. Ashfield", "Mark Ashfield");
  }

  @Test
  void annotate_smallFarTown_needsItsCountryOrAPreposition() {
    assertThat(
            body("Der Plan Rugeley wurde am Montag verlesen. Rugeley gefiel niemandem so recht.")
                .texts(EntityType.LOCATION))
        .isEmpty();
    assertThat(
            body("Eine Mühle brannte am Freitag in Rugeley und wurde dabei ganz zerstört.")
                .texts(EntityType.LOCATION))
        .containsExactly("Rugeley");
  }

  @Test
  void annotate_partOfTheWorld_isALocationWithoutPlaceOrRegion() {
    Annotated story = body("Prices fell across the Middle East.");
    assertThat(story.entity("Middle East").place()).isNull();
    assertThat(story.regions()).isEmpty();
  }

  @Test
  void annotate_ambiguousTown_isTheOneOfTheArticlesCountry() {
    assertThat(
            body("Port workers in Tripoli stopped. Lebanon and Beirut sent a team to Tripoli.")
                .entity("Tripoli")
                .place())
        .extracting(Place::country)
        .isEqualTo("LB");
    assertThat(
            body("Port workers in Tripoli stopped. Libya and Benghazi sent a team to Tripoli.")
                .entity("Tripoli")
                .place())
        .extracting(Place::country)
        .isEqualTo("LY");
  }

  @Test
  void annotate_actorNamedAfterAProvince_bringsTheProvince() {
    assertThat(body("The Anbar Operations Command denied it.").regions()).contains("IQ-AN");
  }

  @Test
  void annotate_emptyArticle_isEmpty() {
    Annotation nothing = article("", "").annotation();
    assertThat(nothing.entities()).isEmpty();
    assertThat(nothing.regions()).isEmpty();
  }
}
