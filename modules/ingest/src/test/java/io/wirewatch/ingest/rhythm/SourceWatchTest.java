package io.wirewatch.ingest.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.rhythm.SourceFinding.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceWatchTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private SourceWatch watch = SourceWatch.over("desk");
  private final List<SourceFinding> findings = new ArrayList<>();
  private long id;

  @Test
  void check_sourceThatStopsAtWork_findsItSilentAndSaysHowMuchIsMissing() {
    Instant stop = officeHours(MONDAY, 28).plus(Duration.ofHours(10));
    works(MONDAY.plus(Duration.ofDays(28)), stop);
    silence(stop, Duration.ofHours(6));

    assertThat(findings).hasSize(1);
    SourceFinding found = findings.get(0);
    assertThat(found.kind()).isEqualTo(Kind.SILENT);
    assertThat(found.source()).isEqualTo("desk");
    assertThat(found.since()).isEqualTo(Instant.parse("2026-03-30T09:45:00Z"));
    assertThat(Duration.between(found.since(), found.at()))
        .isBetween(Duration.ofMinutes(30), Duration.ofHours(2));
    assertThat(found.explanation())
        .matches(
            "nothing for .* min, since Monday 2026-03-30 09:45 UTC;"
                + " in these hours of the week \\d items would have come");
  }

  @Test
  void check_nightsAndWeekends_areNoSilence() {
    officeHours(MONDAY, 60);

    assertThat(findings).isEmpty();
  }

  @Test
  void check_sourceThatDiesOnFriday_isSilentOnMondayMorning() {
    Instant end = officeHours(MONDAY, 33);
    silence(end, Duration.ofDays(4));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).at()).isBetween("2026-04-06T08:00:00Z", "2026-04-06T11:00:00Z");
  }

  @Test
  void check_beforeThreeWeeks_saysNothing() {
    Instant end = officeHours(MONDAY, 19);
    silence(end, Duration.ofDays(60));

    assertThat(watch.isLearned()).isFalse();
    assertThat(findings).isEmpty();
  }

  @Test
  void accepted_afterASilence_endsItOnce() {
    Instant end = officeHours(MONDAY, 28);
    silence(end, Duration.ofDays(2));
    talk(end.plus(Duration.ofDays(2)));
    talk(end.plus(Duration.ofDays(2)).plus(QUARTER));

    assertThat(kinds()).containsExactly(Kind.SILENT, Kind.RECOVERED);
    SourceFinding over = findings.get(1);
    assertThat(over.ended()).isEqualTo(Kind.SILENT);
    assertThat(over.since()).isEqualTo(findings.get(0).since());
    assertThat(over.explanation()).isEqualTo("talking again, after 4 days of silence");
  }

  @Test
  void check_sourceThatCameBackFromManySilences_isGivenLonger() {
    Instant day = officeHours(MONDAY, 28);
    for (int time = 0; time < 12; time++) {
      Instant noon = day.plus(Duration.ofHours(12));
      works(day, noon);
      silence(noon, Duration.ofHours(3));
      works(noon.plus(Duration.ofHours(3)), day.plus(Duration.ofDays(1)));
      day = officeHours(day.plus(Duration.ofDays(1)), 6);
    }

    // Without what its false alarms teach there are five.
    assertThat(kinds()).filteredOn(Kind.SILENT::equals).hasSize(4);
  }

  @Test
  void restored_amidASilence_neitherRepeatsNorForgetsIt() {
    Instant end = officeHours(MONDAY, 28);
    silence(end, Duration.ofDays(1));
    restart(end.plus(Duration.ofDays(1)));
    silence(end.plus(Duration.ofDays(1)), Duration.ofDays(3));
    talk(end.plus(Duration.ofDays(4)));

    assertThat(kinds()).containsExactly(Kind.SILENT, Kind.RECOVERED);
  }

  @Test
  void restored_beforeAnAlarm_stillRaisesIt() {
    Instant stop = officeHours(MONDAY, 28).plus(Duration.ofHours(10));
    works(MONDAY.plus(Duration.ofDays(28)), stop);
    silence(stop, Duration.ofMinutes(15));
    restart(stop.plus(QUARTER));
    silence(stop.plus(QUARTER), Duration.ofHours(6));

    assertThat(kinds()).containsExactly(Kind.SILENT);
  }

  @Test
  void resumed_afterDaysInWhichNobodyLooked_doesNotTakeThemForSilence() {
    Instant end = officeHours(MONDAY, 28);
    watch.check(end);
    Instant back = end.plus(Duration.ofDays(3)).plus(Duration.ofHours(10));
    restart(back);

    assertThat(watch.check(back.plus(QUARTER))).isEmpty();
    silence(back, Duration.ofHours(7));
    assertThat(kinds()).containsExactly(Kind.SILENT);
  }

  @Test
  void rejected_allOfASudden_isFoundOnceAndEndsWithAGoodItem() {
    Instant end = officeHours(MONDAY, 2);
    for (int item = 0; item < 20; item++) {
      findings.addAll(watch.rejected(end.plusSeconds(item)));
    }
    talk(end.plusSeconds(60));

    assertThat(kinds()).containsExactly(Kind.REJECTING, Kind.RECOVERED);
    assertThat(findings.get(0).at()).isEqualTo(end.plusSeconds(4));
    assertThat(findings.get(0).since()).isEqualTo(end);
    assertThat(findings.get(0).explanation()).startsWith("the last 5 items were all rejected");
    assertThat(findings.get(1).ended()).isEqualTo(Kind.REJECTING);
  }

  @Test
  void rejected_whereEveryThirdItemAlwaysIs_takesALongerRun() {
    for (int item = 0; item < 300; item++) {
      if (item % 3 == 0) {
        findings.addAll(watch.rejected(MONDAY.plusSeconds(item)));
      } else {
        talk(MONDAY.plusSeconds(item));
      }
    }
    for (int item = 0; item < 8; item++) {
      findings.addAll(watch.rejected(MONDAY.plusSeconds(300 + item)));
    }
    assertThat(findings).isEmpty();
    for (int item = 0; item < 12; item++) {
      findings.addAll(watch.rejected(MONDAY.plusSeconds(310 + item)));
    }
    assertThat(kinds()).containsExactly(Kind.REJECTING);
  }

  @Test
  void rejected_fromTheFirstItemOn_isNotSudden() {
    for (int item = 0; item < 100; item++) {
      findings.addAll(watch.rejected(MONDAY.plusSeconds(item)));
    }

    assertThat(findings).isEmpty();
  }

  @Test
  void accepted_oneTextForDifferentItems_isFoundOnceAndEndsWithAnother() {
    Instant end = officeHours(MONDAY, 2);
    for (int item = 0; item < 10; item++) {
      findings.addAll(watch.accepted(end.plusSeconds(item), 7_000 + item, 4_242));
      if (item == 7) {
        restart(end.plusSeconds(item));
      }
    }
    talk(end.plusSeconds(60));

    assertThat(kinds()).containsExactly(Kind.CONSTANT, Kind.RECOVERED);
    assertThat(findings.get(0).explanation()).startsWith("the last 5 items say what others said");
    assertThat(findings.get(1).ended()).isEqualTo(Kind.CONSTANT);
  }

  @Test
  void accepted_oneItemAgainAndAgain_isNotConstant() {
    Instant end = officeHours(MONDAY, 2);
    for (int item = 0; item < 30; item++) {
      findings.addAll(watch.accepted(end.plusSeconds(item), 7, 4_242));
    }

    assertThat(findings).isEmpty();
  }

  @Test
  void expectedSince_learned_countsWhatIsMissing() {
    Instant end = officeHours(MONDAY, 35);

    assertThat(watch.expectedSince(end.plus(Duration.ofHours(8)))).isLessThan(2);
    assertThat(watch.expectedSince(end.plus(Duration.ofHours(12)))).isBetween(14.0, 18.0);
  }

  /** Four items an hour from 8 to 17 UTC, Monday to Friday; the end of the last day. */
  private Instant officeHours(Instant from, int days) {
    Instant end = from.plus(Duration.ofDays(days));
    works(from, end);
    return end;
  }

  private void works(Instant from, Instant to) {
    for (Instant at = from; at.isBefore(to); at = at.plus(QUARTER)) {
      int hour = at.atOffset(ZoneOffset.UTC).getHour();
      DayOfWeek day = at.atOffset(ZoneOffset.UTC).getDayOfWeek();
      if (hour >= 8 && hour < 17 && day.compareTo(DayOfWeek.SATURDAY) < 0) {
        talk(at);
      }
      watch.check(at).ifPresent(findings::add);
    }
  }

  private void silence(Instant from, Duration length) {
    for (Instant at = from; at.isBefore(from.plus(length)); at = at.plus(QUARTER)) {
      watch.check(at).ifPresent(findings::add);
    }
  }

  private void talk(Instant at) {
    id++;
    findings.addAll(watch.accepted(at, id, id));
  }

  private void restart(Instant at) {
    watch = SourceWatch.restored("desk", watch.snapshot()).orElseThrow();
    watch.resumed(at);
  }

  private List<Kind> kinds() {
    return findings.stream().map(SourceFinding::kind).toList();
  }
}
