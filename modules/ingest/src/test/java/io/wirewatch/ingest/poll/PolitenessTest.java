package io.wirewatch.ingest.poll;

import static io.wirewatch.ingest.poll.ScriptedPolling.FEED;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.source.Access;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.web.FetchFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A poll asks no more often than its host likes, and not at all where it is not wanted. */
final class PolitenessTest {
  private static final String ROBOTS = "http://wire.test/robots.txt";
  private static final String PAGE_TEXT =
      "<html><body><article><h1>Bridge opens</h1><p>"
          + "The bridge over the river is open again after a week of repairs, the town said. "
              .repeat(8)
          + "</p></article></body></html>";

  private final ScriptedPolling polling = new ScriptedPolling();
  private final ScriptedWeb web = polling.web;
  private final Source feed = polling.feed;
  private final Source page =
      ScriptedPolling.source("http://wire.test/news", InputKind.PAGE, Access.PLAIN);

  @Test
  void poll_gone_isAskedNoMoreUntilItsAddressChanges() {
    web.says(FEED, 410, Map.of(), "");

    FeedState gone = polling.poll(feed, Known.nothingOf(feed));

    assertThat(gone.getGone()).isTrue();
    assertThat(gone.getStatus()).contains("gone for good");
    Timetable timetable = new Timetable(polling.gates);
    timetable.add(feed, Optional.of(gone));
    assertThat(timetable.next()).isEmpty();
    Source moved = ScriptedPolling.source("http://wire.test/other", InputKind.FEED, Access.PLAIN);
    timetable.add(moved, Optional.of(gone));
    assertThat(timetable.next()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"429, 7200", "503, 'Mon, 05 Jan 2026 02:00:00 GMT'"})
  void poll_askedToWait_waitsAndSoDoesTheWholeHost(int status, String retryAfter) {
    web.says(FEED, status, Map.of("retry-after", retryAfter), "");

    FeedState state = polling.poll(feed, Known.nothingOf(feed));

    Instant until = SimulatedClock.MONDAY.plus(Duration.ofHours(2));
    assertThat(state.getNextPoll()).isAfterOrEqualTo(until);
    assertThat(polling.gates.freeAt("wire.test")).isEqualTo(until);
  }

  @Test
  void poll_failingAgainAndAgain_isAskedLessAndLess() {
    web.fails(FEED, FetchFailedException.Kind.TIMEOUT);

    FeedState first = polling.poll(feed, Known.nothingOf(feed));
    FeedState second = polling.poll(feed, first);

    assertThat(first.getIntervalMillis()).isEqualTo(Duration.ofMinutes(10).toMillis());
    assertThat(second.getIntervalMillis()).isEqualTo(Duration.ofMinutes(20).toMillis());
    assertThat(second.getErrors()).containsEntry("timeout", 2L);
    assertThat(second.getFailures()).isEqualTo(2);
  }

  @Test
  void poll_maxAge_isWaitedForWithinTheBounds() {
    web.says(
            FEED,
            200,
            Map.of("cache-control", "public, max-age=10800", "age", "3600"),
            Feeds.rss(40, 50))
        .says(FEED, 200, Map.of("cache-control", "max-age=99999999"), Feeds.rss(40, 50));

    FeedState first = polling.poll(feed, Known.nothingOf(feed));
    FeedState second = polling.poll(feed, first);

    assertThat(first.getIntervalMillis()).isEqualTo(Duration.ofHours(2).toMillis());
    assertThat(second.getIntervalMillis()).isEqualTo(Duration.ofHours(6).toMillis());
  }

  @Test
  void poll_skippedHoursAndDays_areSkipped() {
    String hints =
        "<channel><ttl>60</ttl><skipDays><day>Monday</day></skipDays><skipHours>"
            + IntStream.range(0, 7).mapToObj("<hour>%d</hour>"::formatted).collect(joining())
            + "</skipHours>";
    web.says(FEED, 200, Map.of(), Feeds.rss(0, 3).replace("<channel>", hints))
        .says(FEED, 304, Map.of(), "");

    FeedState state = polling.poll(feed, Known.nothingOf(feed));

    assertThat(state.getNextPoll())
        .isBetween(Instant.parse("2026-01-06T07:00:00Z"), Instant.parse("2026-01-06T07:06:00Z"));
    assertThat(state.getTtlMillis()).isEqualTo(3_600_000);
  }

  @Test
  void poll_ofAPage_obeysRobotsAndKeepsThemADay() {
    web.says(ROBOTS, 200, Map.of(), "User-agent: Wirewatch\nDisallow: /news\n");

    FeedState state = polling.poll(page, polling.poll(page, Known.nothingOf(page)));

    assertThat(web.addresses()).containsExactly(ROBOTS);
    assertThat(state.getRobots()).containsEntry("forbidden", 2L);
    assertThat(state.getStatus()).contains("robots.txt of wire.test forbids");
    polling.clock.pass(Duration.ofDays(2));
    polling.poll(page, state);
    assertThat(web.addresses()).containsExactly(ROBOTS, ROBOTS);
  }

  @Test
  void poll_movedToWhereRobotsForbid_asksTheOldAddressAgain() {
    web.says("http://wire.test/news", 301, Map.of("location", "http://new.test/"), "")
        .says("http://wire.test/news", 200, Map.of(), PAGE_TEXT)
        .says("http://new.test/robots.txt", 200, Map.of(), "User-agent: *\nDisallow: /\n");

    FeedState away = polling.poll(page, Known.nothingOf(page));
    FeedState back = polling.poll(page, away);

    assertThat(away.getStatus()).contains("robots.txt of new.test forbids");
    assertThat(back.getItems()).isOne();
  }

  @Test
  void poll_ofAPage_whoseRobotsAnswer5xx_staysAwayAndLooksAgain() {
    web.says(ROBOTS, 500, Map.of(), "")
        .says(ROBOTS, 404, Map.of(), "")
        .says("http://wire.test/news", 200, Map.of(), PAGE_TEXT);

    FeedState away = polling.poll(page, Known.nothingOf(page));
    assertThat(web.addresses()).containsExactly(ROBOTS);
    polling.clock.pass(Duration.ofHours(2));
    FeedState there = polling.poll(page, away);

    assertThat(there.getRobots()).containsEntry("away", 1L).containsEntry("allowed", 1L);
    assertThat(there.getItems()).isOne();
    assertThat(((Reading.Read) polling.published.get(0)).article().getLanguage()).isEqualTo("en");
  }

  @Test
  void poll_ofAPage_whoseRobotsAreEmpty_mayAsk() {
    web.says(ROBOTS, 204, Map.of(), "").says("http://wire.test/news", 200, Map.of(), PAGE_TEXT);

    assertThat(polling.poll(page, Known.nothingOf(page)).getItems()).isOne();
  }

  @Test
  void poll_robotsWithACrawlDelay_leavesTheHostAloneThatLong() {
    web.says(ROBOTS, 200, Map.of(), "User-agent: *\nCrawl-delay: 20\n")
        .says("http://wire.test/news", 200, Map.of(), PAGE_TEXT);

    polling.poll(page, Known.nothingOf(page));

    assertThat(polling.gates.freeAt("wire.test")).isEqualTo(SimulatedClock.MONDAY.plusSeconds(20));
  }
}
