package io.wirewatch.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.app.page.Periods.Unit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeriodsTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-03, 2026-01-03, DAY, 1, 2026-01-03, 2026-01-03",
    "2026-01-01, 2026-03-03, DAY, 62, 2026-01-01, 2026-03-03",
    "2026-01-01, 2026-03-04, WEEK, 10, week of 2025-12-29, week of 2026-03-02",
    "2025-01-01, 2025-12-31, WEEK, 53, week of 2024-12-30, week of 2025-12-29",
    "2024-01-31, 2026-01-01, MONTH, 25, 2024-01, 2026-01",
    "1970-01-01, 2026-01-01, YEAR, 57, 1970, 2026",
    "0001-01-01, +99999-01-01, YEAR, 99999, 0001, +99999"
  })
  void periods_ofATime_areTheShortestWithRoomForAll(
      LocalDate from, LocalDate to, Unit unit, long count, String first, String last) {
    Periods periods = Periods.of(from, to);

    assertThat(periods.unit()).isEqualTo(unit);
    assertThat(periods.count()).isEqualTo(count);
    assertThat(periods.name(periods.first())).isEqualTo(first);
    assertThat(periods.name(periods.last())).isEqualTo(last);
    assertThat(periods.index(from)).isZero();
    assertThat(periods.index(to)).isEqualTo(count - 1);
  }

  @Test
  void sum_ofDays_isByTheBeginOfTheirPart() {
    Periods weeks = new Periods(Unit.WEEK, LocalDate.parse("2025-12-29"), 2);

    assertThat(
            weeks.sum(
                Replays.aRule("a")
                    .on(LocalDate.parse("2026-01-01"), 1, 0, 0)
                    .on(LocalDate.parse("2026-01-04"), 0, 2, 0)
                    .on(LocalDate.parse("2026-01-05"), 0, 0, 3)
                    .done()
                    .days()))
        .hasToString(
            "{2025-12-29=Compared[gained=1, lost=2, same=0], 2026-01-05=Compared[gained=0, lost=0, same=3]}");
  }
}
