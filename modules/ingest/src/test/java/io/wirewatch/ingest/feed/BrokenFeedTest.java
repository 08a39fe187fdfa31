package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds as the web really serves them. */
class BrokenFeedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss><channel><item><title>Gate</title><description>Open.</description></item></channel></rss>",
        "<rss version='99'><item><title>Gate</title><description>Open.</description></item></rss>",
        "<br><b>Warning</b>: line 3\n<?xml version='1.0'?><rss><item><title>Gate</title><description>Open.</description></item></rss><!-- 3 ms -->",
        "<RSS><Channel><Item><Title>Gate</Title><Description>Open.</Description></Item></Channel></RSS>",
        "<rss><channel><item><title>Gate<description>Open.</description></item></channel>",
        "<rss><channel><item><title>Gate</title><description>Open.",
        "<rss><channel><item><title>Gate</title><description><![CDATA[Open.",
        "<x:rss xmlns:x='urn:mine'><x:channel><x:item><x:title>Gate</x:title><x:description>Open.</x:description></x:item></x:channel></x:rss>",
        "<rss><channel><item><media:title>No</media:title><title>Gate</title><content:encoded>Open.</content:encoded><description>No.</description></item></channel></rss>",
        "<rss xmlns:content='http://wrong.example/'><item><title>Gate</title><content:encoded>Open.</content:encoded></item></rss>",
        "<rss><item><title>Gate</title><body xmlns='http://www.w3.org/1999/xhtml'><p>Open.</p></body></item></rss>",
        "<rss><item><title>Gate</title><description><p>Open.<br></description></item></rss>",
        "<rdf:RDF><channel/><item><title>Gate</title><description>Open.</description></item></rdf:RDF>",
        "<Channel xmlns='http://purl.org/net/rss1.1#'><items><item><title>Gate</title><description>Open.</description></item></items></Channel>",
        "<channel><item href='/a'><title>Gate</title><abstract>Open.</abstract></item></channel>",
        "<feed xmlns='http://purl.org/atom/ns#'><entry><title mode='escaped'>Ga&lt;i&gt;te&lt;/i&gt;</title><content mode='base64' type='text/html'>PHA+T3Blbi48L3A+</content></entry></feed>",
        "<feed><entry><title type='html'>&lt;b>Gate&lt;/b></title><summary type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>Open.</h:p></h:div></summary></entry></feed>",
        "<feed><entry><title>Gate</title><content type='html'><div>&lt;p&gt;Open.&lt;/p&gt;</div></content></entry></feed>",
        "<entry xmlns='http://www.w3.org/2005/Atom'><title>Gate</title><content>Open.</content></entry>",
        "<feed><entry><title>Gate</title><content type='multipart/alternative'><content type='text/plain'>Op</content><content mode='escaped' type='text/html'>&lt;p>Open.</content></content></entry></feed>",
        "<feed><entry><title>Gate</title><content type='image/png'>iVBORw0KGgoAAAANSUhEUg==</content><summary>Open.</summary></entry></feed>",
        "<feed xmlns:media='http://search.yahoo.com/mrss/'><entry><title>Gate</title><media:group><media:title>No</media:title><media:description>Open.</media:description></media:group></entry></feed>",
        "<rss xmlns:media='http://search.yahoo.com/mrss/'><item><media:content url='/a.mp4'><media:title>Gate</media:title><media:description type='plain'>Open.</media:description></media:content></item></rss>",
        "<rss><item><title>&lt;![CDATA[Gate]]&gt;</title><description>&lt;![CDATA[&lt;p&gt;Open.&lt;/p&gt;]]&gt;</description></item></rss>",
        "<rss><item><title><![CDATA[ <![CDATA[Gate]]> ]]></title><description>Open.]]></description></item></rss>",
        "<rss><item><title>Gate</title><description>No.</description><full-text>Open.</full-text></item></rss>",
        "<rss><item><title>Gate</title><description>&amp;lt;p&amp;gt;Open.&amp;lt;/p&amp;gt;</description></item></rss>"
      })
  void read_aBrokenFeed_givesWhatAPersonCouldRead(String feed) throws UnusableInputException {
    RawArticle article = article(feed);

    assertThat(article.getHeadline()).isEqualTo("Gate");
    assertThat(article.getBody()).isEqualTo("Open.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Caf&eacute; &amp; bar &nosuch; | Café & bar &nosuch;
          &lt;b&gt;Bold&lt;/b&gt;        | Bold
          AT&amp;amp;T                   | AT&T
          AT&T & more                    | AT&T & more
          1 &lt; 2                       | 1 < 2
          He said &amp;amp;quot;open&amp;amp;quot; &amp;amp;#8217; | He said "open" ’
          Basra&amp;amp;rsquo;s gate &amp;amp; port | Basra’s gate & port
          R&amp;amp;amp;D                | R&D
          What &amp;amp;nbsp; means      | What &nbsp; means
          The &amp;amp;lt;b&amp;amp;gt; tag | The &lt;b&gt; tag
          &lt;3                          | <3
          don&#146;t                     | don’t
          &#X41;&#x62;                   | Ab
          &Atilde;&copy;t&Atilde;&copy;  | été
          """)
  void read_aTitle_isTheTextThatIsMeant(String written, String meant)
      throws UnusableInputException {
    assertThat(article("<rss><item><title>" + written + "</title></item></rss>").getHeadline())
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <content:encoded>&lt;img alt="A gate"&gt;</content:encoded><description>Open.</description> | Open.
          <content:encoded>&lt;img alt="A gate"&gt;</content:encoded><description> </description>     | A gate
          <description>&lt;img alt="A gate"&gt;&lt;p&gt;Open.&lt;/p&gt;</description>                 | Open.
          """)
  void read_aPicture_isDescribedOnlyWhereNothingHasText(String written, String meant)
      throws UnusableInputException {
    assertThat(article("<rss><item><title>Gate</title>" + written + "</item></rss>").getBody())
        .isEqualTo(meant);
  }

  @Test
  void read_atomText_keepsSignsThatAreNoMarkUp() throws UnusableInputException {
    String feed = "<feed><entry><title type='text'>The &lt;blink&gt; tag</title></entry></feed>";

    assertThat(article(feed).getHeadline()).isEqualTo("The <blink> tag");
  }

  @Test
  void read_entitiesOfItsOwn_areReplaced() throws UnusableInputException {
    String feed =
        "<!DOCTYPE rss [<!ENTITY % latin PUBLIC '-//W3C' 'http://w3.example/latin.ent'> %latin;"
            + "<!ENTITY wire 'Tigris&#32;Wire'>]><rss><item><title>&wire; says</title></item></rss>";

    assertThat(article(feed).getHeadline()).isEqualTo("Tigris Wire says");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <link>/a</link>                                              | https://wire.example/a
          <link> a.html </link>                                        | https://wire.example/feeds/a.html
          <link xml:base="https://basin.example/">b</link>             | https://wire.example/feeds/b
          <link>www.basin.example/c</link>                             | http://www.basin.example/c
          <link>https://wire.example/a b</link>                        | https://wire.example/a%20b
          <atom:link href="/d"/>                                       | https://wire.example/d
          <guid>https://wire.example/e</guid>                          | https://wire.example/e
          <guid isPermaLink="false">https://wire.example/f</guid>      |
          <guid>17</guid>                                              |
          <link rel="enclosure" href="/g.mp3"/><link href="/h"/>       | https://wire.example/h
          <link>http://count.example/9</link><feedburner:origLink>https://wire.example/i</feedburner:origLink> | https://wire.example/i
          """)
  void read_aLink_isTheArticlesAddress(String written, String address)
      throws UnusableInputException {
    String feed = "<rss><channel><item><title>Gate</title>" + written + "</item></channel></rss>";

    assertThat(article(feed).getUrl()).isEqualTo(address);
  }

  @Test
  void read_basesWithinBases_areResolvedOneInTheOther() throws UnusableInputException {
    String feed =
        "<feed xml:base='/x/'><entry xml:base='y/'><title>Gate</title><link href='z'/></entry></feed>";

    assertThat(article(feed).getUrl()).isEqualTo("https://wire.example/x/y/z");
  }

  @Test
  void read_anItemFromElsewhere_namesItsSource() throws UnusableInputException {
    String feed =
        "<rss><channel><title>All wires</title><item><title>Gate</title><source url='https://basin.example/'>Basin News</source>"
            + "<dc:language>ku</dc:language></item></channel></rss>";

    assertThat(article(feed).getSource()).isEqualTo("Basin News");
    assertThat(article(feed).getLanguage()).isEqualTo("ku");
  }

  @Test
  void read_theLanguageOfATemplate_isNotThatOfTheArticle() throws UnusableInputException {
    String feed =
        "<rss><channel><language>en-US</language><item><title>پردە کۆنەکە داخرا</title></item></channel></rss>";

    assertThat(article(feed).getLanguage()).isNull();
  }

  @Test
  void read_anItemTwice_isTheLaterOne() throws UnusableInputException {
    String item =
        "<item><guid>1</guid><link>/a</link><title>%s</title><pubDate>%s</pubDate></item>";
    String feed =
        "<rss><channel>%s%s</channel></rss>"
            .formatted(
                item.formatted("Gate open", "Mon, 23 Nov 2026 08:00 GMT"),
                item.formatted("Gate shut", "Mon, 23 Nov 2026 09:00 GMT"));

    assertThat(read(feed)).hasSize(1);
    assertThat(article(feed).getHeadline()).isEqualTo("Gate shut");
  }

  @Test
  void read_itemsThatAllLinkToOnePage_areArticlesOfTheirOwn() throws UnusableInputException {
    String feed =
        "<rss><channel><item><link>/</link><title>Gate</title></item>"
            + "<item><link>/</link><title>Ferry</title></item></channel></rss>";

    assertThat(read(feed))
        .extracting(reading -> ((Reading.Read) reading).article().getId())
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void read_itemsOfOneLinkAndHeadline_areArticlesOfTheirOwnWhereTheFeedTellsThemApart()
      throws UnusableInputException {
    String item =
        "<item><guid isPermaLink='false'>%s</guid><link>/prices</link><title>Dollar price</title><description>%s</description></item>";
    String monday = item.formatted("1", "1480 dinars on Monday.");
    String tuesday = item.formatted("2", "1490 dinars on Tuesday.");
    String mondayElsewhere = item.formatted("3", "1480 dinars on Monday.");

    assertThat(ids("<rss>" + monday + tuesday + "</rss>")).doesNotHaveDuplicates().hasSize(2);
    assertThat(ids("<rss>" + monday + mondayElsewhere + "</rss>"))
        .isEqualTo(ids("<rss>" + monday + "</rss>"));
  }

  private static List<String> ids(String feed) throws UnusableInputException {
    return read(feed).stream().map(reading -> ((Reading.Read) reading).article().getId()).toList();
  }

  @Test
  void read_anItemThatIsNotClosed_isNotMixedWithTheNext() throws UnusableInputException {
    String feed =
        "<rss><channel><item><title>Gate</title><item><title>Ferry</title></channel></rss>";

    assertThat(read(feed))
        .extracting(reading -> ((Reading.Read) reading).article().getHeadline())
        .containsExactly("Gate", "Ferry");
  }

  @ParameterizedTest
  @CsvSource({
    "<opml><body/></opml>, list of feeds",
    "<html><body><p>Hello</p></body></html>, root element is html",
    "<kml/>, root element is kml",
    "nothing, no XML element"
  })
  void read_whatIsNoFeed_isRefusedWithTheReason(String text, String reason) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining(reason);
  }

  @Test
  void read_aTagOfCountlessAttributes_isRefused() {
    StringBuilder tag = new StringBuilder("<rss");
    for (int at = 0; at < 20_000; at++) {
      tag.append(" a").append(at);
    }

    assertThatThrownBy(() -> read(tag.append("/>").toString())).hasMessageContaining("attributes");
  }

  @Test
  void read_anItemWhoseFirstDateIsNone_takesTheNext() throws UnusableInputException {
    RawArticle article =
        article(
            "<rss><item><title>Gate</title><pubDate>Sun, 30 Nov -0001 00:00:00 +0000</pubDate><dc:date>2026-11-21T06:00:00Z</dc:date></item></rss>");

    assertThat(article.getPublishedAt()).isEqualTo("2026-11-21T06:00:00Z");
  }

  private static RawArticle article(String feed) throws UnusableInputException {
    return ((Reading.Read) read(feed).get(0)).article();
  }

  private static List<Reading> read(String feed) throws UnusableInputException {
    return FeedReader.read(
        feed.getBytes(StandardCharsets.UTF_8),
        new ReadingContext(
            "x", Instant.parse("2026-11-23T12:00:00Z"), "https://wire.example/feeds/rss", null));
  }
}
