package io.wirewatch.ingest.poll;

import static io.wirewatch.ingest.poll.ScriptedPolling.FEED;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.FeedState;
import io.wirewatch.SourceAlarmKind;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.source.Access;
import io.wirewatch.ingest.source.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a poll publishes, where it looks, and what it remembers for the next. */
final class SourcePollerTest {
  private final ScriptedPolling polling = new ScriptedPolling();
  private final ScriptedWeb web = polling.web;
  private final Source feed = polling.feed;

  @Test
  void poll_ofSomethingNew_publishesEachItemOnce() {
    web.says(FEED, 200, Map.of(), Feeds.rss(0, 3)).says(FEED, 200, Map.of(), Feeds.rss(1, 5));

    FeedState first = polling.poll(feed, Known.nothingOf(feed));
    FeedState second = polling.poll(feed, first);

    assertThat(polling.published).hasSize(5);
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

    polling.poll(feed, polling.poll(feed, polling.poll(feed, Known.nothingOf(feed))));

    assertThat(polling.published).hasSize(3);
  }

  @Test
  void poll_ofTwoTextsOfOneArticle_publishesTheLaterOnce() {
    Feeds.Item early = Feeds.item(1, "It is open.");
    Feeds.Item late =
        new Feeds.Item(early.link(), early.headline(), "It is shut.", early.at().plusSeconds(60));
    web.says(FEED, 200, Map.of(), Feeds.rss(List.of(late, early)))
        .says(FEED, 200, Map.of(), Feeds.rss(List.of(early, Feeds.item(2, "It is open."), late)));

    polling.poll(feed, polling.poll(feed, Known.nothingOf(feed)));

    assertThat(polling.published)
        .extracting(reading -> ((Reading.Read) reading).article().getBody())
        .containsExactly("It is shut.", "It is open.");
  }

  @Test
  void poll_withValidators_isConditionalAndTakes304() {
    web.says(
            FEED,
            200,
            Map.of("etag", "\"a\"", "last-modified", "Mon, 05 Jan 2026 00:00:00 GMT"),
            Feeds.rss(0, 3))
        .says(FEED, 304, Map.of("etag", "\"b\""), "");

    FeedState first = polling.poll(feed, Known.nothingOf(feed));
    FeedState second = polling.poll(feed, first);

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

    FeedState second = polling.poll(feed, polling.poll(feed, Known.nothingOf(feed)));

    assertThat(second.getEtag()).isEqualTo("\"b\"");
    assertThat(polling.published).hasSize(3);
  }

  @Test
  void poll_movedForGood_asksThereFromThenOn() {
    String there = "http://new.test/feed";
    web.says(FEED, 301, Map.of("location", there), "")
        .says(there, 200, Map.of("etag", "\"a\""), Feeds.rss(0, 3));

    FeedState first = polling.poll(feed, Known.nothingOf(feed));
    polling.poll(feed, first);

    assertThat(first.getMovedTo()).isEqualTo(there);
    assertThat(web.addresses()).containsExactly(FEED, there, there);
    assertThat(web.last().headers()).containsEntry("If-None-Match", "\"a\"");
  }

  @Test
  void poll_redirectedForNow_asksTheOldAddressNextTime() {
    web.says(FEED, 302, Map.of("location", "/today"), "")
        .says("http://wire.test/today", 200, Map.of("etag", "\"a\""), Feeds.rss(0, 3));

    FeedState first = polling.poll(feed, Known.nothingOf(feed));
    polling.poll(feed, first);

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
      state = polling.poll(feed, state);
    }

    assertThat(state.getMovedTo()).isNull();
    assertThat(state.getErrors()).containsEntry("http-404", 3L);
  }

  @Test
  void poll_goneWhereItHadMovedTo_asksTheOldAddressAgainAfterAWhile() {
    String there = "http://new.test/feed";
    web.says(FEED, 301, Map.of("location", there), "")
        .says(FEED, 200, Map.of(), Feeds.rss(0, 5))
        .says(there, 200, Map.of(), Feeds.rss(0, 3))
        .says(there, 410, Map.of(), "");

    FeedState state = Known.nothingOf(feed);
    for (int i = 0; i < 5; i++) {
      state = polling.poll(feed, state);
    }

    assertThat(state.getGone()).isFalse();
    assertThat(state.getErrors()).containsEntry("http-410", 3L);
    assertThat(state.getItems()).isEqualTo(5);
  }

  @Test
  void poll_redirectsWithoutEnd_fails() {
    web.says(FEED, 302, Map.of("location", FEED), "");

    FeedState state = polling.poll(feed, Known.nothingOf(feed));

    assertThat(state.getErrors()).containsEntry("redirect", 1L);
    assertThat(web.asked()).hasSize(6);
  }

  @Test
  void poll_unreadableContent_isRefusedOnceAndStaysAFailure() {
    web.says(FEED, 200, Map.of("etag", "\"a\""), "<html><body>Please log in</body></html>");

    FeedState first = polling.poll(feed, Known.nothingOf(feed));
    FeedState second = polling.poll(feed, first);

    assertThat(polling.published).singleElement().isInstanceOf(Reading.Refused.class);
    assertThat(second.getExtractionFailures()).isOne();
    assertThat(second.getFailures()).isEqualTo(2);
    assertThat(second.getStatus()).startsWith("cannot be used: ").isEqualTo(first.getStatus());
    assertThat(second.getLastSuccess()).isNull();
  }

  @Test
  void poll_unreadableContent_whoseKindWasMended_isReadAgain() {
    Source wrong = ScriptedPolling.source(FEED, InputKind.JSONL, Access.PLAIN);
    web.says(FEED, 200, Map.of("etag", "\"a\""), Feeds.rss(0, 3));
    FeedState state = Known.nothingOf(wrong);
    for (int poll = 0; poll < 3; poll++) {
      state = polling.poll(wrong, state);
    }
    assertThat(state.getAlarms()).hasSize(1);

    state = polling.poll(feed, state);

    assertThat(web.asked()).allSatisfy(request -> assertThat(request.headers()).isEmpty());
    assertThat(state.getItems()).isEqualTo(3);
    assertThat(state.getUnreadable()).isFalse();
    assertThat(state.getAlarms()).isEmpty();
  }

  @Test
  void poll_whileTheClusterIsAway_bringsItAgainLater() {
    web.says(FEED, 200, Map.of("etag", "\"a\""), Feeds.rss(0, 3));
    polling.clusterIsUp = false;
    FeedState first = polling.poll(feed, Known.nothingOf(feed));
    polling.clusterIsUp = true;
    FeedState second = polling.poll(feed, first);

    assertThat(first.getEtag()).isNull();
    assertThat(first.getErrors()).containsEntry("cluster", 1L);
    assertThat(second.getItems()).isEqualTo(3);
    assertThat(polling.published).hasSize(3);
  }

  @Test
  void poll_secretHeaders_goToTheSourcesOwnOriginOnly() {
    Source secret =
        ScriptedPolling.source(
            FEED, InputKind.FEED, new Access(Map.of("Authorization", "hush"), null));
    web.says(FEED, 307, Map.of("location", "http://cdn.test/feed"), "")
        .says("http://cdn.test/feed", 200, Map.of(), Feeds.rss(0, 3));

    polling.poll(secret, Known.nothingOf(secret));

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
      state = polling.poll(feed, state);
    }

    assertThat(state.getAlarms())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.getKind()).isEqualTo(SourceAlarmKind.FAILING));
  }
}
