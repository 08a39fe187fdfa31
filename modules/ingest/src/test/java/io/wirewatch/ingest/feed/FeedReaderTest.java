package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
  @TempDir Path directory;
  private static final Instant OBSERVED = Instant.parse("2026-11-23T12:00:00Z");

  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>Tigris Wire</title><link>https://wire.example/</link><language>en</language>
      <item><title>Road &amp;amp; rail closed</title><link>https://wire.example/1?utm_source=rss</link>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>Tigris Wire – Basra The road is closed.</p><script>x()</script><p>So is the
       rail.<br>Nobody knows why.</p>]]></content:encoded>
      <pubDate>Mon, 23 Nov 2026 10:30:00 +0300</pubDate></item>
      <item><title>  </title><description> </description></item>
      <item><title>Bridge opens</title><description>&lt;b&gt;It opens&lt;/b&gt; on Friday.</description></item>
      </channel></rss>
      """;

  @Test
  void read_rss2_takesFullContentBeforeTheSummary() throws UnusableInputException {
    RawArticle article = article(read(RSS).get(0));

    assertThat(article.getHeadline()).isEqualTo("Road & rail closed");
    assertThat(article.getBody())
        .isEqualTo("The road is closed.\nSo is the rail.\nNobody knows why.");
    assertThat(article.getDateline()).isEqualTo("Basra");
  }

  @Test
  void read_rss2_keepsSourceAddressTimeAndLanguage() throws UnusableInputException {
    RawArticle article = article(read(RSS).get(0));

    assertThat(article.getSource()).isEqualTo("Tigris Wire");
    assertThat(article.getUrl()).isEqualTo("https://wire.example/1");
    assertThat(article.getPublishedAt()).isEqualTo("2026-11-23T07:30:00Z");
    assertThat(article.getPublishedPrecision()).isEqualTo(Precision.MINUTE);
    assertThat(article.getLanguage()).isEqualTo("en");
    assertThat(article.getFeed()).isEqualTo("feed:f.xml");
  }

  @Test
  void read_anItemWithoutText_isRefusedAndTheRestGoesOn() throws UnusableInputException {
    List<Reading> readings = read(RSS);

    assertThat(readings).hasSize(3);
    assertThat(((Reading.Refused) readings.get(1)).rejection().getReason())
        .isEqualTo("empty: neither headline nor body");
    assertThat(article(readings.get(2)).getBody()).isEqualTo("It opens on Friday.");
  }

  @Test
  void read_atom_takesContentBeforeTheSummary() throws UnusableInputException {
    RawArticle article =
        article(
            read("""
                    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>وكالة المثال</title>
                    <entry><title type="html">إغلاق &lt;b&gt;الحدود&lt;/b&gt;</title>
                    <link href="https://wire.example/2"/><id>urn:x:2</id><updated>2026-11-22T08:00:00Z</updated>
                    <summary>قصير</summary>
                    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>أغلقت الحدود.</p><p>ولم
                    يعرف السبب.</p></div></content></entry></feed>
                    """)
                .get(0));

    assertThat(article.getHeadline()).isEqualTo("إغلاق الحدود");
    assertThat(article.getBody()).isEqualTo("أغلقت الحدود.\nولم يعرف السبب.");
    assertThat(article.getUrl()).isEqualTo("https://wire.example/2");
    assertThat(article.getPublishedAt()).isEqualTo("2026-11-22T08:00:00Z");
  }

  @Test
  void read_rss1_givesItsItems() throws UnusableInputException {
    RawArticle article =
        article(
            read("""
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                      xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <channel rdf:about="https://wire.example/"><title>Harbour Post</title>
                    <link>https://wire.example/</link><description>d</description></channel>
                    <item rdf:about="https://wire.example/3"><title>Ferry sinks</title>
                    <link>https://wire.example/3</link><description>It sank.</description>
                    <dc:date>2026-11-21T06:00:00Z</dc:date></item></rdf:RDF>
                    """)
                .get(0));

    assertThat(article.getSource() + ": " + article.getHeadline() + ": " + article.getBody())
        .isEqualTo("Harbour Post: Ferry sinks: It sank.");
    assertThat(article.getPublishedAt()).isEqualTo("2026-11-21T06:00:00Z");
  }

  @Test
  void read_anOldFeedThatNamesItsDocumentType_givesItsItems() throws UnusableInputException {
    String old =
        "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\""
            + " \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">"
            + "<rss version=\"0.91\"><channel><title>t</title><item><title>Old news</title></item></channel></rss>";

    assertThat(article(read(old).get(0)).getHeadline()).isEqualTo("Old news");
  }

  @Test
  void read_anEntityThatStandsForAFile_isNotReplaced() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "the pass phrase");
    String feed =
        "<!DOCTYPE rss [<!ENTITY a SYSTEM \"%s\">]>".formatted(secret.toUri())
            + "<rss version=\"2.0\"><channel><title>&a;</title><item><title>&a;</title></item></channel></rss>";

    assertThat(article(read(feed).get(0)).getHeadline()).isEqualTo("&a;");
  }

  @Test
  void read_anEntityThatGrows_isRefused() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 \"lol\">");
    for (int level = 1; level < 10; level++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(level, ("&a" + (level - 1) + ";").repeat(10)));
    }
    bomb.append("]><rss version=\"2.0\"><channel><title>&a9;</title></channel></rss>");

    assertThatThrownBy(() -> read(bomb.toString()))
        .hasMessageContaining("declares a document type");
  }

  @Test
  void read_aDocumentTypeElsewhere_isNotFetched() throws Exception {
    try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      elsewhere.setSoTimeout(300);
      String feed =
          "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:%d/rss.dtd\"><rss version=\"2.0\"><channel><title>t</title><item><title>News</title></item></channel></rss>"
              .formatted(elsewhere.getLocalPort());

      assertThat(article(read(feed).get(0)).getHeadline()).isEqualTo("News");
      assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void read_anExternalEntityInAnInclude_isNotRead() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret"), "the pass phrase");
    String feed =
        "<rss version=\"2.0\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"><channel><title>t</title><item><title>News</title><description>a<xi:include href=\"%s\" parse=\"text\"/></description></item></channel></rss>"
            .formatted(secret.toUri());

    assertThat(read(feed).toString()).doesNotContain("pass phrase");
  }

  @Test
  void read_aControlCharacterInOneItem_keepsTheOthers() throws UnusableInputException {
    String feed =
        "<rss version=\"2.0\"><channel><title>t</title><item><title>One\u0008 &#0; &#xD800; &#x1F; of a hundred items that came in today</title></item><item><title>Two &#x62F;</title></item></channel></rss>";

    List<Reading> readings = read(feed);

    assertThat(article(readings.get(0)).getHeadline()).startsWith("One\uFFFD");
    assertThat(article(readings.get(1)).getHeadline()).isEqualTo("Two د");
  }

  @Test
  void read_aHundredThousandItems_givesThemAll() throws UnusableInputException {
    String item = "<item><title>Item</title><description>The gate is open.</description></item>";
    String feed =
        "<rss version=\"2.0\"><channel><title>t</title>"
            + item.repeat(100_000)
            + "</channel></rss>";

    assertThat(read(feed)).hasSize(100_000).allMatch(Reading.Read.class::isInstance);
  }

  @Test
  void read_aMillionElementsAndMore_isRefused() {
    assertThatThrownBy(() -> read("<rss><channel>" + "<a/>".repeat(1_000_001)))
        .hasMessageContaining("over 1000000 elements");
  }

  @Test
  void read_elementsNestedWithoutEnd_isRefused() {
    String deep = "<rss version=\"2.0\"><channel>" + "<a>".repeat(100_000);

    assertThatThrownBy(() -> read(deep)).hasMessageContaining("nest too deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no feed",
        "<rss",
        "<rss version=\"2.0\"><channel><item>",
        "<html></html>",
        "<rss/>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>&nosuch;</entry></feed>"
      })
  void read_whatIsNoFeed_throwsNothingElse(String text) {
    try {
      assertThat(read(text)).noneMatch(Reading.Read.class::isInstance);
    } catch (UnusableInputException refused) {
      assertThat(refused.reason()).startsWith("not a feed");
    }
  }

  @Test
  void read_aFeedWithoutATitle_isNamedByItsHost() throws UnusableInputException {
    String untitled =
        "<rss version=\"2.0\"><channel><item><title>News</title></item></channel></rss>";
    ReadingContext context =
        new ReadingContext("x", OBSERVED, "https://www.wire.example/rss", null);

    assertThat(
            article(FeedReader.read(untitled.getBytes(StandardCharsets.UTF_8), context).get(0))
                .getSource())
        .isEqualTo("wire.example");
  }

  private static RawArticle article(Reading reading) {
    return ((Reading.Read) reading).article();
  }

  private static List<Reading> read(String feed) throws UnusableInputException {
    return FeedReader.read(
        feed.getBytes(StandardCharsets.UTF_8), ReadingContext.ofFile("f.xml", OBSERVED));
  }
}
