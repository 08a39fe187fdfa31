package io.wirewatch.deliver.incident;

import static io.wirewatch.deliver.incident.Told.alert;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.Severity;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IncidentsTest {
  private static final Duration WINDOW = Duration.ofHours(12);

  private final HeapStores stores = new HeapStores();
  private Incidents incidents = incidents(100);
  private long streamMillis;

  @Test
  void alert_first_opensAnIncidentUnderItsId() {
    Incident incident = told(raid("a"));

    assertThat(incident.getId()).isEqualTo(raid("a").now().getId());
    assertThat(incident.getChange()).isEqualTo(IncidentChange.OPENED);
    assertThat(incident.getRevision()).isEqualTo(1);
    assertThat(incident.getStanding()).isEqualTo(1);
    assertThat(incident.getNews())
        .containsExactly(
            "language:en",
            "region:IQ",
            "region:place:hamrin",
            "rule:isis",
            "severity:medium",
            "source:River Post");
  }

  @Test
  void alert_ofAnotherRule_ofTheSameArticle_joins() {
    Incident first = told(raid("a"));
    Incident incident = told(alert("roadside-bomb").of("a").inCountry("IQ"));

    assertJoined(incident, first, "another alert of an article in it");
    assertThat(incident.getRules()).containsExactly("isis", "roadside-bomb");
    assertThat(incident.getNews()).containsExactly("rule:roadside-bomb");
  }

  @Test
  void alert_ofTheSameStory_joins_thoughRuleAndCountryDiffer() {
    Incident first = told(raid("a").ofStory("s"));
    Incident incident =
        told(alert("other").of("b").in("en", "Hill Wire").inCountry("SY").ofStory("s"));

    assertJoined(incident, first, "the text of an article in it, from Hill Wire");
  }

  @Test
  void alert_inOtherWords_ofTheSamePlaceAndActor_joins_andSaysWhy() {
    Incident first = told(raid("a"));
    Incident incident =
        told(
            alert("isis")
                .of("b")
                .in("en", "Hill Wire")
                .saying("Commandos kill four militants near Qara Tapa")
                .by("force:cts", "group:isis")
                .inCountry("IQ")
                .at("Hamrin", "place:hamrin"));

    assertJoined(
        incident,
        first,
        "tells of the same event as “Night raid leaves four militants dead”: both rule isis, in IQ; actors group:isis;"
            + " place Hamrin; words four, militants");
  }

  @Test
  void alert_inAnotherLanguage_ofTheSamePlaceAndActor_joins() {
    Incident first = told(raid("a"));
    Incident incident = told(arabic("b", "place:hamrin", "group:isis"));

    assertThat(incident.getId()).isEqualTo(first.getId());
    assertThat(incident.getLanguages()).containsExactly("ar", "en");
  }

  @Test
  void alert_ofTheSameRuleAndCountry_inAnotherPlace_staysApart() {
    told(raid("a"));

    assertThat(told(arabic("b", "place:rabia", "group:isis")).getChange())
        .isEqualTo(IncidentChange.OPENED);
  }

  @Test
  void alert_inTheSameWords_inAnotherPlace_staysApart_thoughTheGroupIsTheSame() {
    told(raid("a"));
    Told elsewhere =
        alert("isis")
            .of("b")
            .saying("Seven militants dead in raid")
            .by("group:isis")
            .inCountry("IQ")
            .at("Rutba", "place:rutba");

    assertThat(told(elsewhere).getChange()).isEqualTo(IncidentChange.OPENED);
  }

  @Test
  void alert_fromAnotherPlace_ofTheSamePeople_joins() {
    Incident first = told(raid("a").by("dara salih", "rafid oil"));
    Incident next =
        told(
            alert("isis")
                .of("b")
                .saying("Militants deny it")
                .by("dara salih", "rafid oil")
                .inCountry("IQ")
                .at("Rutba", "place:rutba"));

    assertThat(next.getId()).isEqualTo(first.getId());
  }

  @Test
  void alert_ofTheSameRuleAndPlace_byOthers_staysApart() {
    told(raid("a"));

    assertThat(told(arabic("b", "place:hamrin", "group:pkk")).getChange())
        .isEqualTo(IncidentChange.OPENED);
  }

  @Test
  void actor_thatManyIncidentsName_tellsNothing() {
    told(raid("a"));
    told(arabic("b", "place:rabia", "group:isis"));
    told(arabic("c", "place:mosul", "group:isis"));

    assertThat(told(arabic("d", "place:hamrin", "group:isis")).getChange())
        .isEqualTo(IncidentChange.OPENED);
  }

  @Test
  void wire_thatNamesItself_isNoActor() {
    told(raid("a").in("en", "Hill Wire").by("hill wire"));

    assertThat(told(arabic("b", "place:hamrin", "hill wire").in("ar", "Hill Wire")).getChange())
        .isEqualTo(IncidentChange.OPENED);
  }

  @Test
  void retraction_lowersWhatStands_andSeverity() {
    told(raid("a"));
    told(raid("b").as(Severity.HIGH));
    Incident incident = told(raid("b").as(Severity.HIGH).revised(2).takenBack());

    assertThat(incident.getChange()).isEqualTo(IncidentChange.RETRACTED);
    assertThat(incident.getStanding()).isEqualTo(1);
    assertThat(incident.getSeverity()).isEqualTo(Severity.MEDIUM);
    assertThat(incident.getRevision()).isEqualTo(3);
    assertThat(incident.getNews()).isEmpty();
  }

  @Test
  void incident_thatWasTakenBack_hidesNothingThatComesNext() {
    Incident first = told(raid("a"));
    assertThat(told(raid("a").revised(2).takenBack()).getStanding()).isZero();

    Incident next = told(raid("b"));
    assertThat(next.getChange()).isEqualTo(IncidentChange.OPENED);
    assertThat(next.getId()).isNotEqualTo(first.getId());
  }

  @Test
  void alert_thatComesAgain_raisesTheRevisionAndStandsOnce() {
    told(raid("a"));
    Incident again = told(raid("a").revised(3));

    assertThat(again.getChange()).isEqualTo(IncidentChange.JOINED);
    assertThat(again.getRevision()).isEqualTo(2);
    assertThat(again.getStanding()).isEqualTo(1);
    assertThat(again.getBecause())
        .isEqualTo("an alert in it came again, with revision 3 of its article");
  }

  @Test
  void alert_thatComesAgainAfterItsRetraction_stands() {
    told(raid("a"));
    told(raid("a").revised(2).takenBack());

    assertThat(told(raid("a").revised(3)).getStanding()).isEqualTo(1);
  }

  @Test
  void record_deliveredAgain_changesNothing() {
    told(raid("a"));
    told(raid("a").revised(2).takenBack());

    assertThat(take(raid("a"))).isEmpty();
    assertThat(take(raid("a").revised(2).takenBack())).isEmpty();
    assertThat(told(raid("a").revised(3)).getRevision()).isEqualTo(3);
  }

  @Test
  void retraction_ofAnAlertThatIsNotKnown_opensNothing() {
    Incident incident = told(raid("a").takenBack());

    assertThat(incident.getChange()).isEqualTo(IncidentChange.RETRACTED);
    assertThat(incident.getStanding()).isZero();
    assertThat(told(raid("b")).getChange()).isEqualTo(IncidentChange.OPENED);
  }

  @Test
  void window_isSinceTheLastAlert_notTheFirst() {
    Incident first = told(raid("a").at("2025-08-18T00:00:00Z"));
    told(raid("b").at("2025-08-18T11:00:00Z"));

    assertThat(told(raid("c").at("2025-08-18T22:00:00Z")).getId()).isEqualTo(first.getId());
    assertThat(told(raid("d").at("2025-08-19T11:00:00Z")).getId()).isNotEqualTo(first.getId());
  }

  @Test
  void alert_thatIsLate_joinsWithinTheWindow() {
    Incident first = told(raid("a").at("2025-08-18T12:00:00Z"));
    told(alert("other").of("z").at("2025-08-18T23:59:00Z"));

    Incident late = told(raid("b").at("2025-08-18T01:00:00Z"));
    assertThat(late.getId()).isEqualTo(first.getId());
    assertThat(late.getFirstEventTime()).isEqualTo("2025-08-18T01:00:00Z");
    assertThat(told(raid("c").at("2025-08-17T12:59:00Z")).getId()).isNotEqualTo(first.getId());
  }

  @Test
  void retraction_daysLater_isKnown_andAWeekLaterNot() {
    Incident first = told(raid("a").at("2025-08-18T00:00:00Z"));
    told(alert("other").of("z").at("2025-08-24T00:00:00Z"));
    assertThat(told(raid("a").at("2025-08-18T00:00:00Z").revised(2).takenBack()).getId())
        .isEqualTo(first.getId());

    told(alert("other").of("y").at("2025-09-03T00:00:00Z"));
    Incident unknown = told(raid("a").at("2025-08-18T00:00:00Z").revised(3).takenBack());
    assertThat(unknown.getBecause()).isEqualTo("an alert that is not known was taken back");
  }

  @Test
  void store_holdsNoMoreThanTheMost_andClosesWhatNoAlertCanJoin() {
    incidents = incidents(2);
    told(raid("a").at("2025-08-18T00:00:00Z"));
    told(arabic("b", "place:rabia", "group:pkk").at("2025-08-18T00:01:00Z"));
    told(arabic("c", "place:mosul", "group:x").at("2025-08-18T00:02:00Z"));

    assertThat(stores.open).hasSize(2);
    assertThat(told(raid("d").at("2025-08-18T00:03:00Z")).getChange())
        .isEqualTo(IncidentChange.OPENED);
    told(alert("other").of("z").at("2025-08-20T00:00:00Z"));
    assertThat(stores.open).hasSize(1);
  }

  private static Told raid(String article) {
    return alert("isis")
        .of(article)
        .saying("Night raid leaves four militants dead")
        .by("group:isis")
        .inCountry("IQ")
        .at("Hamrin", "place:hamrin");
  }

  private static Told arabic(String article, String place, String actor) {
    return alert("isis")
        .of(article)
        .in("ar", "Saafa")
        .saying("خبر " + article)
        .by(actor)
        .inCountry("IQ")
        .at(place, place);
  }

  private static void assertJoined(Incident incident, Incident first, String because) {
    assertThat(incident.getId()).isEqualTo(first.getId());
    assertThat(incident.getChange()).isEqualTo(IncidentChange.JOINED);
    assertThat(incident.getBecause()).isEqualTo(because);
  }

  private Incident told(Told told) {
    return take(told).orElseThrow();
  }

  private Optional<Incident> take(Told told) {
    streamMillis = Math.max(streamMillis, told.now().getEventTime().toEpochMilli());
    return incidents.take(told.now(), streamMillis);
  }

  private Incidents incidents(int most) {
    return new Incidents(new IncidentConfig(WINDOW, Duration.ofDays(7), most), stores.stores());
  }
}
