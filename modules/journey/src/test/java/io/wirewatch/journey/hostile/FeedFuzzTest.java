package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.feed.FeedReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Feeds that nobody should publish: items, refusals, or one line that says why there are none. */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FeedFuzzTest {
  private static final ReadingContext CONTEXT =
      ReadingContext.ofFile("feed", Instant.parse("2026-11-24T08:00:00Z"));
  private static final String ITEM =
      "<item><title>%s</title><description>%s</description><pubDate>Mon, 23 Nov 2026 06:00:00 GMT</pubDate></item>";
  private static final String RSS =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>Tigris Wire</title>%s</channel></rss>";
  private static final String FIRST = ITEM.formatted("Bridge opens", "Lorries cross near Mosul.");
  private static final String LAST = ITEM.formatted("Ferry late", "Salt lies on the quay.");

  private final Downstream downstream = new Downstream();

  private static Mutator mutator() {
    String atom =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ar\"><title>وكالة دجلة</title><entry>"
            + "<title type=\"html\">&lt;b&gt;الحدود&lt;/b&gt;</title><link href=\"/a\"/><id>urn:a</id>"
            + "<updated>2026-11-23T06:00:00Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
            + "<p>أغلق الطريق.</p></div></content></entry></feed>";
    String rdf =
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"x\"><title>Basin</title></channel>"
            + "<item rdf:about=\"http://b.example/1\"><title>Gate shut</title><dc:date>2026-11-23</dc:date>"
            + "<description>It is.</description></item></rdf:RDF>";
    return new Mutator(
        "feed",
        Stream.of(RSS.formatted(FIRST + LAST), atom, rdf)
            .map(feed -> feed.getBytes(StandardCharsets.UTF_8))
            .toList(),
        "<item>",
        "</item>",
        "<entry>",
        "<title>",
        "<content:encoded>",
        "<dc:date>",
        "xmlns:a=\"b\"",
        "encoding=\"UTF-16\"",
        "<rss version=\"0.91\">",
        "<media:content url=\"x\" width=\"-1\"/>",
        "<itunes:duration>x</itunes:duration>",
        "<enclosure url=\"x\" length=\"x\"/>",
        "<geo:lat>x</geo:lat>");
  }

  @Test
  void feeds_hostile_giveItemsRefusalsOrAReason() {
    new Fuzz("feed", 2_000)
        .run(
            mutator(),
            (feed, random) -> {
              try {
                downstream.checkAll(FeedReader.read(feed, CONTEXT));
              } catch (UnusableInputException refused) {
                assertThat(refused.reason()).hasLineCount(1).hasSizeLessThan(500);
              }
            });
  }

  @Test
  void items_besideAHostileOne_comeThrough() {
    Mutator mutator = mutator();
    new Fuzz("feed-beside", 1_000)
        .run(
            new Mutator("feed-beside", List.of(new byte[0])),
            (unused, random) -> {
              String item = ITEM.formatted(text(mutator.line(random)), text(mutator.line(random)));
              String feed = RSS.formatted(FIRST + item + LAST);
              List<Reading> readings =
                  FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), CONTEXT);
              assertThat(readings).as(feed).hasSize(3);
              assertThat(headline(readings.get(0))).isEqualTo("Bridge opens");
              assertThat(headline(readings.get(2))).isEqualTo("Ferry late");
            });
  }

  /** As text of an element: mark-up escaped, but references and control characters as they are. */
  private static String text(String hostile) {
    return hostile
        .replace("&", "&amp;")
        .replace("&amp;#", "&#")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String headline(Reading reading) {
    return ((Reading.Read) reading).article().getHeadline();
  }
}
