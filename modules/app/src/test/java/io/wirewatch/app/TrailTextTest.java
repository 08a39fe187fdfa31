package io.wirewatch.app;

import static io.wirewatch.app.Trails.EVIL;
import static io.wirewatch.app.Trails.aTrail;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people are shown of a trail on which everything has happened. */
final class TrailTextTest {
  @Test
  void text_ofAWholeTrail_readsAsExpected() {
    assertThat(TrailText.of(aTrail("حدود مفتوحة")))
        .isEqualTo(
            """
            article   a1
                      حدود مفتوحة
                      https://basin.example/gate
            in short  desk: delivered, log: waiting, mail: silenced, room: failed
            read      2026-01-01T08:00:00Z  from Basin News by feed:basin; published 2026-01-01T08:00:00Z  [news.articles.raw 0:1]
            read      2026-01-01T08:00:00Z  again by feed:basin: the same text, a copy that is dropped  [news.articles.raw 0:2]
            refused   2026-01-01T08:00:00Z  enrich-check: dated ahead; it was news.articles.raw 0:0  [news.articles.rejected 0:0]
            enriched  2026-01-01T08:00:00Z  revision 1 in ar; regions: IQ 0.75; nearly the text of a0  [news.articles.enriched 0:1]
                      names: حدود (location), Mosul (geonames:99072)
            rules     2 of 2 asked again of its newest text, 1 match; the published set, 5e7
                      rule border matches
                        its file wants at most 3 alerts in PT1H for each region told
                        ✓ term 'حدود'
                            headline 0-4 'حدود', for 'حدود'
                            body 4-8 'حدود', for 'حدود'
                      nearest of the others:
                        both (50 %): term 'فيضان'
            alert     2026-01-01T08:00:00Z  border new, high, revision 1, to route iraq  [news.alerts 0:3]
            incident  2026-01-01T08:00:00Z  i1 revision 2, joined: same story as i1  [news.incidents 0:4]
            told      2026-01-01T08:00:00Z  desk: first delivered, attempt 1, 12 ms: 200 OK (group g, message m1)  [news.deliveries 0:5]
            told      2026-01-01T08:00:00Z  mail: first silenced: silence/s1 (group g, message m1)  [news.deliveries 0:6]
            waits     2026-01-01T08:00:00Z  log: message m1 tried 2 times, next at 2026-01-01T08:00:00Z; last answer: 503 (group g)  [news.deliveries.state 0:7]
            failed    2026-01-01T08:00:00Z  room: message m1 after 9 attempts: 404; 'wirewatch deliver retry' sends it again  [news.deliveries.failed 0:8]
            desk      2026-01-01T08:00:00Z  silence/s1 by Ali: planned works; rule="border", until 2026-01-01T08:00:00Z  [news.desk 0:9]
            missing   nothing was told to pager"""
                .stripIndent());
  }

  @Test
  void text_ofAHostileHeadline_sendsNothingThatATerminalObeys() {
    String shown = TrailText.of(aTrail(EVIL + "\nread      forged"));

    assertThat(shown).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]").doesNotContain("\u202e");
    assertThat(shown.lines()).noneMatch(line -> line.startsWith("read      forged"));
  }
}
