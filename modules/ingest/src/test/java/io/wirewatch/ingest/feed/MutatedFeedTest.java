package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Feeds with bytes changed, cut out, doubled and put in: items, or a reason; never anything else.
 */
class MutatedFeedTest {
  private static final long SEED = 20_261_123;
  private static final int INPUTS = 2_000;
  private static final ReadingContext CONTEXT =
      ReadingContext.ofFile("f", Instant.parse("2026-11-23T12:00:00Z"));

  private static final List<String> FEEDS =
      List.of(
          """
          <?xml version="1.0" encoding="windows-1256"?><!DOCTYPE rss [<!ENTITY w "wire">]><rss version="2.0"
           xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Tigris &w;</title><ttl>5</ttl>
          <skipDays><day>Friday</day></skipDays><item><title>Gate &lt;b&gt;open&lt;/b&gt;</title><link>/a</link><guid>1</guid>
          <content:encoded><![CDATA[<p>The gate is open.<p>Again.]]></content:encoded><pubDate>Mon, 23 Nov 2026 08:00 GMT</pubDate></item></channel></rss>
          """,
          """
          <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://a.example/" xml:lang="ckb"><link rel="hub" href="h"/>
          <entry><id>urn:a</id><title type="html">دەروازە</title><updated>2026-11-23T08:00:00Z</updated>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Open</p><math><mi>a</mi></math></div></content>
          <summary type="application/octet-stream">T3Blbg==</summary></entry></feed>
          """,
          """
          {"version":"https://jsonfeed.org/version/1","items":[{"id":"1","url":"/a","title":"Gate","content_html":"<p>Open</p>"}]}
          """,
          """
          <opml><body><outline text="a"><outline text="b" xmlUrl="http://a.example/"/></outline></body></opml>
          """);

  private static final List<String> PARTS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "]]>",
          "<![CDATA[",
          "<!--",
          "<item>",
          "</item>",
          "<entry>",
          "</x>",
          "<title>",
          "&#0;",
          "&#xD800;",
          "&#99999999999;",
          "&amp;",
          "xmlns:a='b'",
          "<!DOCTYPE",
          "[",
          "{",
          "}",
          "\\",
          "<svg>",
          "<script>",
          "<plaintext>",
          "<textarea>",
          "xml:base='%'",
          "href='//['",
          "\u0000",
          "\uFEFF",
          "=");

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void read_mutatedFeeds_areReadOrRefused() {
    for (int at = 0; at < INPUTS; at++) {
      byte[] feed = mutated(new Random(SEED + at));
      try {
        assertThat(FeedReader.read(feed, CONTEXT)).doesNotContainNull();
        OpmlReader.read(feed, null);
      } catch (UnusableInputException refused) {
        assertThat(refused.reason()).isNotBlank().hasLineCount(1).hasSizeLessThan(200);
      } catch (RuntimeException | StackOverflowError broken) {
        throw new AssertionError("input " + at + " of seed " + SEED, broken);
      }
    }
  }

  private static byte[] mutated(Random random) {
    String feed = FEEDS.get(random.nextInt(FEEDS.size()));
    for (int change = random.nextInt(8); change >= 0; change--) {
      int from = random.nextInt(feed.length() + 1);
      int to = Math.min(feed.length(), from + random.nextInt(40));
      feed =
          switch (random.nextInt(4)) {
            case 0 -> feed.substring(0, from) + feed.substring(to);
            case 1 -> feed.substring(0, to) + feed.substring(from);
            case 2 ->
                feed.substring(0, from)
                    + PARTS.get(random.nextInt(PARTS.size()))
                    + feed.substring(from);
            default ->
                feed.substring(0, from)
                    + feed.substring(from, to).repeat(random.nextInt(30))
                    + feed.substring(to);
          };
    }
    byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
    for (int change = random.nextInt(3); change > 0 && bytes.length > 0; change--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
