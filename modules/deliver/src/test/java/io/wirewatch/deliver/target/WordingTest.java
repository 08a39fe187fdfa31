package io.wirewatch.deliver.target;

import static io.wirewatch.deliver.Incidents.anIncident;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Incident;
import io.wirewatch.MessageKind;
import io.wirewatch.RegionLevel;
import io.wirewatch.Severity;
import io.wirewatch.deliver.Incidents;
import java.text.Bidi;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordingTest {

  @Test
  void firstMessage_saysWhatWhereWhoAndWhen() {
    Message message =
        anIncident()
            .saying("Troops withdrew from the border post")
            .near("IQ", "Iraq", RegionLevel.COUNTRY)
            .near("IQ-AN", "Anbar", RegionLevel.ADMIN1)
            .near("IQ-99", "Trebil", RegionLevel.PLACE)
            .near("JO", "Jordan", RegionLevel.COUNTRY)
            .matching("withdrew", "withdraw")
            .matching("border", "border")
            .matchingInBody("crossing", "crossing")
            .first();

    MessageText text = Wording.of(message);

    assertThat(text.subject()).isEqualTo("HIGH · Troops withdrew from the border post");
    assertThat(text.plain())
        .isEqualTo(
            """
            HIGH border: Troops withdrew from the border post — Trebil, Iraq · Example Wire · seen 2026-03-02 08:30 UTC
            Why: withdrew, border, crossing
            https://news.example.org/a?b=1&c=2""");
    assertThat(marked(text.lines().get(0))).containsExactly("HIGH", "withdrew", "border");
  }

  @Test
  void update_saysWhatIsNewAndHowManySayIt() {
    Message message =
        anIncident()
            .saying("Second wire: troops gone")
            .by("Other Wire")
            .severe(Severity.CRITICAL)
            .revised(3, "region:JO", "severity:critical", "source:Other Wire")
            .heardFrom("Example Wire", "Other Wire")
            .because("same story, 2 of 3 regions shared")
            .told(MessageKind.UPDATE, null);

    assertThat(Wording.of(message).plain())
        .isEqualTo(
            """
            UPDATE 3 · CRITICAL border: Second wire: troops gone — Other Wire · seen 2026-03-02 08:30 UTC
            Incident: 3 alerts from Example Wire, Other Wire, in en, 2026-03-02 08:30 UTC
            Together because: same story, 2 of 3 regions shared
            New: region JO, severity critical, source Other Wire
            https://news.example.org/a?b=1&c=2""");
  }

  @Test
  void retraction_saysSo() {
    MessageText text =
        Wording.of(anIncident().revised(2).takenBack().told(MessageKind.RETRACTION, null));

    assertThat(text.subject()).startsWith("TAKEN BACK · HIGH · Troops");
    assertThat(text.plain()).contains("matches it no more").contains("Incident: 0 alerts");
  }

  @Test
  void group_ofManyAlerts_listsTen() {
    Incident[] many =
        IntStream.rangeClosed(1, 14)
            .mapToObj(n -> anIncident().saying("Headline " + n).withAlert("a" + n).record())
            .toArray(Incident[]::new);

    MessageText text = Wording.of(Incidents.message(MessageKind.FIRST, null, many));

    assertThat(text.plain())
        .startsWith("HIGH border: Headline 14 —")
        .contains("Also HIGH border: Headline 10 —")
        .doesNotContain("Headline 11")
        .contains("Also 3 more alerts");
  }

  @Test
  void notice_isItsLines() {
    MessageText text =
        Wording.of(Incidents.notice("The silence of rule dam is over.\nIt hid 3 alerts."));

    assertThat(text.subject()).isEqualTo("Notice · The silence of rule dam is over.");
    assertThat(text.plain()).isEqualTo("The silence of rule dam is over.\nIt hid 3 alerts.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"انسحبت القوات من معبر طريبيل الحدودي", "هێزەکان لە دەروازەی سنووری کشانەوە"})
  void headline_fromRightToLeft_leavesTheRestOfItsLineInOrder(String headline) {
    Message message =
        anIncident()
            .saying(headline)
            .by("وكالة الأنباء")
            .matching(headline.split(" ", -1)[1], "x")
            .first();

    MessageText text = Wording.of(message);

    assertThat(text.subject()).isEqualTo("HIGH · \u2068" + headline + "\u2069");
    String first = MessageText.plain(text.lines().get(0));
    assertThat(first)
        .contains(": \u2068" + headline + "\u2069 — \u2068وكالة الأنباء\u2069 · seen 2026");
    // Without isolation the dash, the blanks and the digits of the time take the letters'
    // direction.
    Bidi bidi = new Bidi(first, Bidi.DIRECTION_LEFT_TO_RIGHT);
    assertThat(bidi.getLevelAt(first.indexOf("—"))).isZero();
    assertThat(bidi.getLevelAt(first.indexOf("2026"))).isZero();
    assertThat(bidi.getLevelAt(first.indexOf(headline))).isOdd();
    assertThat(marked(text.lines().get(0))).contains(headline.split(" ", -1)[1]);
  }

  @Test
  void headline_inKurmanji_needsNoIsolation() {
    MessageText text = Wording.of(anIncident().saying("Hêz ji deriyê sînor vekişiyan").first());

    assertThat(text.subject()).isEqualTo("HIGH · Hêz ji deriyê sînor vekişiyan");
  }

  @Test
  void headline_thatTurnsDirectionsOrBreaksLines_isOneHarmlessLine() {
    MessageText text =
        Wording.of(
            anIncident().saying("A\r\nBcc: b@example.org\u202Eevil\u2069\u0007\uD800 end").first());

    assertThat(text.subject()).isEqualTo("HIGH · A Bcc: b@example.orgevil \uFFFD end");
    assertThat(text.lines()).hasSize(1);
  }

  @Test
  void headline_thatIsLong_isCutAtALetter() {
    MessageText text = Wording.of(anIncident().saying("😀".repeat(400)).first());

    assertThat(text.subject()).isEqualTo("HIGH · " + "😀".repeat(150) + "…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://u:p@example.org/",
        "file:///etc/passwd",
        "not one",
        "https:///x"
      })
  void address_thatIsNoWebAddress_isNotLinked(String address) {
    assertThat(Wording.of(anIncident().linking(address).first()).link()).isEmpty();
  }

  @Test
  void match_outsideOfTheHeadline_marksNothing() {
    Incident incident = anIncident().matching("border", "border").record();
    incident.getAlert().getMatches().get(0).setEnd(5000);

    MessageText text = Wording.of(Incidents.message(MessageKind.FIRST, null, incident));

    assertThat(marked(text.lines().get(0))).containsExactly("HIGH");
  }

  private static List<String> marked(List<Span> line) {
    return line.stream().filter(Span::marked).map(Span::text).toList();
  }
}
