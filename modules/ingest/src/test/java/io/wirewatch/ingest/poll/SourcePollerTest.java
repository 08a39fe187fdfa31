package io.wirewatch.ingest.poll;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarmKind;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.SimulatedClock;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.source.Access;
import io.wirewatch.ingest.source.Labels;
import io.wirewatch.ingest.source.PollBounds;
import io.wirewatch.ingest.source.Source;
import io.wirewatch.ingest.web.FetchFailedException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourcePollerTest {
  private static final String FEED = "http://wire.test/feed";
  private static final String ROBOTS = "http://wire.test/robots.txt";
  private static final String PAGE_TEXT =
      "<html><body><article><h1>Bridge opens</h1><p>"
          + "The bridge over the river is open again after a week of repairs, the town said. "
              .repeat(8)
          + "</p></article></body></html>";

  private final SimulatedClock clock = new SimulatedClock();
  private final ScriptedWeb web = new ScriptedWeb();
  private final HostGates gates = new HostGates(4, Duration.ofSeconds(1));
  private final List<Reading> published = new ArrayList<>();
  private boolean clusterIsUp = true;
  private final SourcePoller poller =
      new SourcePoller(new SourcePoller.Tools(web, gates, this::publish, Pushes.none(), clock));
  private final Source feed = source(FEED, InputKind.FEED, Access.PLAIN);
  private final Source page = source("http://wire.test/news", InputKind.PAGE, Access.PLAIN);

  @Test
  void poll_ofSomethingNew_publishesEachItemOnce() {
    web.says(FEED, 200, Map.of(), Feeds.rss(0, 3)).says(FEED, 200, Map.of(), Feeds.rss(1, 5));

    FeedState first = poll(feed, Known.nothingOf(feed));
    FeedState second = poll(feed, first);

    assertThat(published).hasSize(5);
    assertThat(second.getItems()).isEqualTo(5);
    assertThat(second.getStatus()).isEqualTo("2 new");
    assertThat(second.getDays())
        .singleElement()
        .satisfies(d -> assertThat(d.getPolls()).isEqualTo(2));
  }

  @Test
  void poll_ofARevisionAndItsRevert_publishesBoth() {
    String first = Feeds.rss(List.of(Feeds.item(1, "It is open.")));
    web.says(FEED, 200, Map.of(), first)
        .says(FEED, 200, Map.of(), Feeds.rss(List.of(Feeds.item(1, "It is closed."))))
        .says(FEED, 200, Map.of(), first);

    poll(feed, poll(feed, poll(feed, Known.nothingOf(feed))));

    assertThat(published).hasSize(3);
  }

  @Test
  void poll_withValidators_isConditionalAndTakes304() {
    web.says(
            FEED,
            200,
            Map.of("etag", "\"a\"", "last-modified", "Mon, 05 Jan 2026 00:00:00 GMT"),
            Feeds.rss(0, 3))
        .says(FEED, 304, Map.of("etag", "\"b\""), "");

    FeedState first = poll(feed, Known.nothingOf(feed));
    FeedState second = poll(feed, first);

    assertThat(web.last().headers())
        .containsEntry("If-None-Match", "\"a\"")
        .containsEntry("If-Modified-Since", "Mon, 05 Jan 2026 00:00:00 GMT");
    assertThat(second.getNotModified()).isOne();
    assertThat(second.getUnconditional()).isOne();
    assertThat(second.getEtag()).isEqualTo("\"b\"");
    assertThat(second.getLastModified()).isEqualTo(first.getLastModified());
  }

  @Test
  void poll_ofTheSameContentUnderANewEtag_storesTheEtag() {
    web.says(FEED, 200, Map.of("etag", "\"a\""), Feeds.rss(0, 3))
        .says(FEED, 200, Map.of("etag", "\"b\""), Feeds.rss(0, 3));

    FeedState second = poll(feed, poll(feed, Known.nothingOf(feed)));

    assertThat(second.getEtag()).isEqualTo("\"b\"");
    assertThat(published).hasSize(3);
  }

  @Test
  void poll_movedForGood_asksThereFromThenOn() {
    String there = "http://new.test/feed";
    web.says(FEED, 301, Map.of("location", there), "")
        .says(there, 200, Map.of("etag", "\"a\""), Feeds.rss(0, 3));

    FeedState first = poll(feed, Known.nothingOf(feed));
    poll(feed, first);

    assertThat(first.getMovedTo()).isEqualTo(there);
    assertThat(web.addresses()).containsExactly(FEED, there, there);
    assertThat(web.last().headers()).containsEntry("If-None-Match", "\"a\"");
  }

  @Test
  void poll_redirectedForNow_asksTheOldAddressNextTime() {
    web.says(FEED, 302, Map.of("location", "/today"), "")
        .says("http://wire.test/today", 200, Map.of("etag", "\"a\""), Feeds.rss(0, 3));

    FeedState first = poll(feed, Known.nothingOf(feed));
    poll(feed, first);

    assertThat(first.getMovedTo()).isNull();
    assertThat(web.addresses())
        .containsExactly(FEED, "http://wire.test/today", FEED, "http://wire.test/today");
    assertThat(web.asked().get(2).headers()).isEmpty();
    assertThat(web.last().headers()).containsEntry("If-None-Match", "\"a\"");
  }

  @Test
  void poll_movedToNowhere_asksTheOldAddressAgainAfterAWhile() {
    web.says(FEED, 301, Map.of("location", "http://new.test/feed"), "");

    FeedState state = Known.nothingOf(feed);
    for (int i = 0; i < 3; i++) {
      state = poll(feed, state);
    }

    assertThat(state.getMovedTo()).isNull();
    assertThat(state.getErrors()).containsEntry("http-404", 3L);
  }

  @Test
  void poll_redirectsWithoutEnd_fails() {
    web.says(FEED, 302, Map.of("location", FEED), "");

    FeedState state = poll(feed, Known.nothingOf(feed));

    assertThat(state.getErrors()).containsEntry("redirect", 1L);
    assertThat(web.asked()).hasSize(6);
  }

  @Test
  void poll_gone_isAskedNoMoreUntilItsAddressChanges() {
    web.says(FEED, 410, Map.of(), "");

    FeedState gone = poll(feed, Known.nothingOf(feed));

    assertThat(gone.getGone()).isTrue();
    assertThat(gone.getStatus()).contains("gone for good");
    Timetable timetable = new Timetable(gates);
    timetable.add(feed, Optional.of(gone));
    assertThat(timetable.next()).isEmpty();
    Source moved = source("http://wire.test/other", InputKind.FEED, Access.PLAIN);
    timetable.add(moved, Optional.of(gone));
    assertThat(timetable.next()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"429, 7200", "503, 'Mon, 05 Jan 2026 02:00:00 GMT'"})
  void poll_askedToWait_waitsAndSoDoesTheWholeHost(int status, String retryAfter) {
    web.says(FEED, status, Map.of("retry-after", retryAfter), "");

    FeedState state = poll(feed, Known.nothingOf(feed));

    Instant until = SimulatedClock.MONDAY.plus(Duration.ofHours(2));
    assertThat(state.getNextPoll()).isAfterOrEqualTo(until);
    assertThat(gates.freeAt("wire.test")).isEqualTo(until);
  }

  @Test
  void poll_failingAgainAndAgain_isAskedLessAndLess() {
    web.fails(FEED, FetchFailedException.Kind.TIMEOUT);

    FeedState first = poll(feed, Known.nothingOf(feed));
    FeedState second = poll(feed, first);

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

    FeedState first = poll(feed, Known.nothingOf(feed));
    FeedState second = poll(feed, first);

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

    FeedState state = poll(feed, Known.nothingOf(feed));

    assertThat(state.getNextPoll())
        .isBetween(Instant.parse("2026-01-06T07:00:00Z"), Instant.parse("2026-01-06T07:06:00Z"));
    assertThat(state.getTtlMillis()).isEqualTo(3_600_000);
  }

  @Test
  void poll_unreadableContent_isRefusedOnceAndStaysAFailure() {
    web.says(FEED, 200, Map.of("etag", "\"a\""), "<html><body>Please log in</body></html>")
        .says(FEED, 304, Map.of(), "");

    FeedState first = poll(feed, Known.nothingOf(feed));
    FeedState second = poll(feed, first);

    assertThat(published).singleElement().isInstanceOf(Reading.Refused.class);
    assertThat(second.getExtractionFailures()).isOne();
    assertThat(second.getFailures()).isEqualTo(2);
    assertThat(second.getStatus()).startsWith("cannot be used: ").isEqualTo(first.getStatus());
    assertThat(second.getLastSuccess()).isNull();
  }

  @Test
  void poll_whileTheClusterIsAway_bringsItAgainLater() {
    web.says(FEED, 200, Map.of("etag", "\"a\""), Feeds.rss(0, 3));
    clusterIsUp = false;
    FeedState first = poll(feed, Known.nothingOf(feed));
    clusterIsUp = true;
    FeedState second = poll(feed, first);

    assertThat(first.getEtag()).isNull();
    assertThat(first.getErrors()).containsEntry("cluster", 1L);
    assertThat(second.getItems()).isEqualTo(3);
    assertThat(published).hasSize(3);
  }

  @Test
  void poll_ofAPage_obeysRobotsAndKeepsThemADay() {
    web.says(ROBOTS, 200, Map.of(), "User-agent: Wirewatch\nDisallow: /news\n");

    FeedState state = poll(page, poll(page, Known.nothingOf(page)));

    assertThat(web.addresses()).containsExactly(ROBOTS);
    assertThat(state.getRobots()).containsEntry("forbidden", 2L);
    assertThat(state.getStatus()).contains("robots.txt of wire.test forbids");
    clock.pass(Duration.ofDays(2));
    poll(page, state);
    assertThat(web.addresses()).containsExactly(ROBOTS, ROBOTS);
  }

  @Test
  void poll_ofAPage_whoseRobotsAnswer5xx_staysAwayAndLooksAgain() {
    web.says(ROBOTS, 500, Map.of(), "")
        .says(ROBOTS, 404, Map.of(), "")
        .says("http://wire.test/news", 200, Map.of(), PAGE_TEXT);

    FeedState away = poll(page, Known.nothingOf(page));
    assertThat(web.addresses()).containsExactly(ROBOTS);
    clock.pass(Duration.ofHours(2));
    FeedState there = poll(page, away);

    assertThat(there.getRobots()).containsEntry("away", 1L).containsEntry("allowed", 1L);
    assertThat(there.getItems()).isOne();
    assertThat(((Reading.Read) published.get(0)).article().getLanguage()).isEqualTo("en");
  }

  @Test
  void poll_robotsWithACrawlDelay_leavesTheHostAloneThatLong() {
    web.says(ROBOTS, 200, Map.of(), "User-agent: *\nCrawl-delay: 20\n")
        .says("http://wire.test/news", 200, Map.of(), PAGE_TEXT);

    poll(page, Known.nothingOf(page));

    assertThat(gates.freeAt("wire.test")).isEqualTo(SimulatedClock.MONDAY.plusSeconds(20));
  }

  @Test
  void poll_secretHeaders_goToTheSourcesOwnOriginOnly() {
    Source secret = source(FEED, InputKind.FEED, new Access(Map.of("Authorization", "hush"), null));
    web.says(FEED, 307, Map.of("location", "http://cdn.test/feed"), "")
        .says("http://cdn.test/feed", 200, Map.of(), Feeds.rss(0, 3));

    poll(secret, Known.nothingOf(secret));

    assertThat(web.asked().get(0).headers()).containsEntry("Authorization", "hush");
    assertThat(web.last().headers()).isEmpty();
    assertThat(web.last().toString()).doesNotContain("hush");
  }

  @Test
  void poll_thatFailsThreeTimes_isAnAlarmInItsState() {
    web.says(FEED, 500, Map.of(), "");
    FeedState state = Known.nothingOf(feed);
    for (int poll = 0; poll < 3; poll++) {
      assertThat(state.getAlarms()).isEmpty();
      state = poll(feed, state);
    }

    assertThat(state.getAlarms())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.getKind()).isEqualTo(SourceAlarmKind.FAILING));
  }

  private FeedState poll(Source source, FeedState known) {
    FeedState state = Known.ofSameAddress(source, known);
    if (state.getNextPoll().isAfter(clock.instant())) {
      clock.to(state.getNextPoll());
    }
    assertThat(gates.tryEnter(Visit.host(Call.address(source, state)), clock.instant())).isTrue();
    return poller.poll(source, state);
  }

  private CompletableFuture<Void> publish(Reading reading) {
    if (!clusterIsUp) {
      return CompletableFuture.failedFuture(new IllegalStateException("away"));
    }
    published.add(reading);
    return CompletableFuture.completedFuture(null);
  }

  private static Source source(String address, InputKind kind, Access access) {
    return new Source(
        "wire",
        URI.create(address),
        Optional.of(kind),
        new Labels("en", null, null),
        PollBounds.USUAL,
        access);
  }
}
