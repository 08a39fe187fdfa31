package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedHintsTest {
  private static final String RSS =
      """
      <rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom" xmlns:s="http://purl.org/rss/1.0/modules/syndication/">
      <channel><title>Tigris &amp;amp; Wire</title><language>en_GB</language><ttl> 15 </ttl>
      <a:link rel="hub" href="https://hub.example/"/><a:link rel="hub" href="https://hub.example/"/>
      <a:link rel="self" href="rss.xml?all=1"/><link>https://wire.example/</link>
      <skipHours><hour>0</hour><hour>24</hour><hour>3</hour><hour>x</hour></skipHours>
      <skipDays><day>Friday</day><day>sat</day><day>Someday</day></skipDays>
      <s:updatePeriod>hourly</s:updatePeriod><s:updateFrequency>4</s:updateFrequency>
      <image><title>Logo</title></image></channel></rss>
      """;

  @Test
  void hints_rss_saysWhenToAsk() throws UnusableInputException {
    FeedHints hints = hints(RSS);

    assertThat(hints.ttl()).contains(Duration.ofMinutes(15));
    assertThat(hints.updatesEvery()).contains(Duration.ofMinutes(15));
    assertThat(hints.skipHours()).containsExactlyInAnyOrder(0, 3);
    assertThat(hints.skipDays()).containsExactlyInAnyOrder(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
  }

  @Test
  void hints_rss_saysWhoItIs() throws UnusableInputException {
    FeedHints hints = hints(RSS);

    assertThat(hints.title()).isEqualTo("Tigris & Wire");
    assertThat(hints.language()).contains("en-GB");
    assertThat(hints.hubs()).containsExactly("https://hub.example/");
    assertThat(hints.self()).contains("https://wire.example/feeds/rss.xml?all=1");
  }

  @Test
  void hints_atom_hasHubAndSelf() throws UnusableInputException {
    FeedHints hints =
        hints(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://basin.example/x/" xml:lang="ar">
            <link rel="hub" href="//hub.example/"/><link rel="self" href="atom"/><title>Basin</title></feed>
            """);

    assertThat(hints.hubs()).containsExactly("https://hub.example/");
    assertThat(hints.self()).contains("https://basin.example/x/atom");
    assertThat(hints.language()).contains("ar");
  }

  @Test
  void hints_nonsense_isLeftOut() throws UnusableInputException {
    FeedHints hints =
        hints(
            "<rss><channel><ttl>-1</ttl><sy:updatePeriod>often</sy:updatePeriod>"
                + "<atom:link rel='hub' href='javascript:x'/></channel></rss>");

    assertThat(hints.ttl()).isEmpty();
    assertThat(hints.updatesEvery()).isEmpty();
    assertThat(hints.hubs()).isEmpty();
  }

  private static FeedHints hints(String feed) throws UnusableInputException {
    return FeedReader.feed(
            feed.getBytes(StandardCharsets.UTF_8),
            new ReadingContext(
                "x", Instant.parse("2026-11-23T12:00:00Z"), "https://wire.example/feeds/rss", null))
        .hints();
  }
}
