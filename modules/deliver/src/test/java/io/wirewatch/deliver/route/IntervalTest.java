package io.wirewatch.deliver.route;

import static io.wirewatch.deliver.route.Floods.anAlert;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntervalTest {

  /* 2026-03-09 is a Monday. Berlin goes from 02:00 to 03:00 on 2026-03-29, and from 03:00 back to 02:00 on 2026-10-25. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {times: ["09:00-17:00"]}                                      | 2026-03-09T08:59:59Z | false
          {times: ["09:00-17:00"]}                                      | 2026-03-09T09:00:00Z | true
          {times: ["09:00-17:00"]}                                      | 2026-03-09T16:59:59Z | true
          {times: ["09:00-17:00"]}                                      | 2026-03-09T17:00:00Z | false
          {times: ["09:00-10:00", "12:00-24:00"]}                       | 2026-03-09T23:59:59Z | true
          {times: ["22:00-06:00"]}                                      | 2026-03-09T05:59:59Z | true
          {times: ["22:00-06:00"]}                                      | 2026-03-09T06:00:00Z | false
          {weekdays: [friday], times: ["22:00-06:00"]}                  | 2026-03-13T23:00:00Z | true
          {weekdays: [friday], times: ["22:00-06:00"]}                  | 2026-03-14T05:00:00Z | true
          {weekdays: [friday], times: ["22:00-06:00"]}                  | 2026-03-13T05:00:00Z | false
          {weekdays: [friday], times: ["22:00-00:00"]}                  | 2026-03-14T00:00:00Z | false
          {weekdays: ["saturday:monday"]}                               | 2026-03-09T12:00:00Z | true
          {weekdays: ["saturday:monday"]}                               | 2026-03-10T12:00:00Z | false
          {days: ["1:7"]}                                               | 2026-03-07T12:00:00Z | true
          {days: ["1:7"]}                                               | 2026-03-08T12:00:00Z | false
          {days: [-1]}                                                  | 2026-02-28T12:00:00Z | true
          {days: [-1]}                                                  | 2026-03-28T12:00:00Z | false
          {days: ["30:-1"]}                                             | 2026-02-28T12:00:00Z | false
          {days: ["-2:-1"], weekdays: [monday]}                         | 2026-03-30T12:00:00Z | true
          {days: [1], times: ["23:00-01:00"]}                           | 2026-04-02T00:30:00Z | true
          {days: [1], times: ["23:00-01:00"]}                           | 2026-04-01T00:30:00Z | false
          {times: ["22:00-06:00"], zone: Asia/Baghdad}                  | 2026-03-09T18:59:59Z | false
          {times: ["22:00-06:00"], zone: Asia/Baghdad}                  | 2026-03-09T19:00:00Z | true
          {weekdays: [monday], zone: "+14:00"}                          | 2026-03-08T10:00:00Z | true
          {times: ["02:00-03:00"], zone: Europe/Berlin}                 | 2026-03-29T00:59:59Z | false
          {times: ["02:00-03:00"], zone: Europe/Berlin}                 | 2026-03-29T01:00:00Z | false
          {times: ["02:30-04:00"], zone: Europe/Berlin}                 | 2026-03-29T01:00:00Z | true
          {times: ["02:00-03:00"], zone: Europe/Berlin}                 | 2026-10-25T00:30:00Z | true
          {times: ["02:00-03:00"], zone: Europe/Berlin}                 | 2026-10-25T01:30:00Z | true
          {times: ["02:00-03:00"], zone: Europe/Berlin}                 | 2026-10-25T02:00:00Z | false
          {times: ["22:00-06:00"], zone: Europe/Berlin}                 | 2026-03-29T03:59:59Z | true
          {times: ["22:00-06:00"], zone: Europe/Berlin}                 | 2026-03-29T04:00:00Z | false
          [{days: [1]}, {times: ["08:00-09:00"]}]                       | 2026-03-09T08:30:00Z | true
          """)
  void mutedAt_aMoment_isByTheClocksOfTheZone(String hours, Instant moment, boolean muted)
      throws Exception {
    assertThat(hours(hours, "mute: [h]").mutedAt(moment))
        .isEqualTo(muted ? Optional.of("h") : Optional.empty());
    assertThat(hours(hours, "active: [h]").mutedAt(moment))
        .isEqualTo(muted ? Optional.empty() : Optional.of("not h"));
  }

  @ParameterizedTest
  @CsvSource({"mute: [], false", "group_wait: 1s, true", "active: h, false"})
  void mutedAt_belowAMutedRoute_isWhatItSaysItself(String said, boolean muted) throws Exception {
    FilePlan plan =
        PlanFile.parse(
            "f",
            """
            targets: {a: {file: {path: a}}}
            hours: {h: {times: ["08:00-20:00"]}, n: {times: ["08:00-20:00"]}}
            route: {mute: [n], routes: [{%s}]}
            """
                .formatted(said.startsWith("active") ? "mute: [], " + said : said),
            name -> null);

    assertThat(plan.ways(anAlert("1").record()).get(0).timing().hours().mutedAt(Floods.NOON))
        .isEqualTo(muted ? Optional.of("n") : Optional.empty());
  }

  private static Plan.Hours hours(String hours, String said) throws Exception {
    return PlanFile.parse(
            "f",
            "targets: {a: {file: {path: a}}}\nhours: {h: %s}\nroute: {%s}".formatted(hours, said),
            name -> null)
        .ways(anAlert("1").record())
        .get(0)
        .timing()
        .hours();
  }
}
