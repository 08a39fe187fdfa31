package io.wirewatch.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote an article, wherever its page says it; what looks like a byline and is none. */
class BylineTest {
  private static final ReadingContext CONTEXT =
      ReadingContext.ofFile("page.html", Instant.parse("2026-11-23T12:00:00Z"));

  /** Its sentences have no capitals but the first, and name nobody. */
  private static final String BODY =
      "<p>The mill at the river bend turned again this week after nine silent years, and the whole street came to look at the wheel.</p>"
          .repeat(3);

  private static final String PAGE =
      "<html><head><meta property='og:type' content='article'><meta property='og:site_name' content='River Post'>%s</head>"
          + "<body><nav><a href='/author/nina-bell'>Nina Bell</a></nav><main><h1>The mill turns again at last</h1>%s"
          + BODY
          + "%s</main></body></html>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":[{"@id":"#l"},{"@id":"#o"}]},{"@type":"Person","@id":"#l","name":"Leyla Karim"},{"@type":"Person","@id":"#o","name":"Omar Aziz"}]}</script> | Leyla Karim, Omar Aziz
          <script type="application/ld+json">[{"@type":"NewsArticle","author":"Leyla Karim"},{"@type":"NewsArticle","author":"Somebody Else"}]</script> | Leyla Karim
          <meta name="sailthru.author" content="Leyla Karim">                                  | Leyla Karim
          <meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Leyla Karim"> | Leyla Karim
          <meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Four minutes"> |
          <meta name="author" content="&quot;Leyla Karim&quot;">                               | Leyla Karim
          <meta name="author" content="River Post">                                            | River Post
          <meta name="author" content="@leyla">                                                |
          <meta name="author" content="desk@post.example">                                     |
          <meta name="author" content="News Desk">                                             |
          """)
  void byline_inTheHead_isReadUnlessItIsNoName(String head, String byline)
      throws UnusableInputException {
    assertThat(byline(PAGE.formatted(head, "", ""))).isEqualTo(byline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          <p>By Leyla Karim</p>                                                                → Leyla Karim
          <p>BY LEYLA KARIM</p>                                                                → LEYLA KARIM
          <p>By Leyla Karim and Omar bin Aziz in Basra</p>                                     → Leyla Karim and Omar bin Aziz
          <p>Written by: Leyla Karim, Ph.D. • 21 November 2026</p>                             → Leyla Karim, Ph.D.
          <p>By Leyla Karim November 21, 2026</p>                                              → Leyla Karim
          <p>By Leyla Karim Senior Reporter</p>                                                → Leyla Karim
          <p>Par Jeanne Moreau</p>                                                             → Jeanne Moreau
          <p>Por Ana de la Cruz</p>                                                            → Ana de la Cruz
          <p>Von: Anna Möller</p>                                                              → Anna Möller
          <div>Author</div><div>Leyla Karim</div>                                              → Leyla Karim
          <p>Leyla Karim</p><p>Staff Writer</p>                                                → Leyla Karim
          <div class="post_authorName">Leyla Karim</div><div class="post_authorTitle">Head of Mills</div> → Leyla Karim
          <div data-testid="byline">Leyla Karim</div>                                          → Leyla Karim
          <span>By <a href="/authors/leyla">Leyla</a>, <a href="/authors/omar">Omar Aziz</a></span> → Leyla, Omar Aziz
          <p>By <a href="/author/l">Leyla Karim</a>. Reviewed by <a href="/author/o">Omar Aziz</a></p> → Leyla Karim
          <p>بقلم: ليلى كريم</p>                                                               → ليلى كريم
          <p>كتب: عمر عبد العزيز | بغداد</p>                                                   → عمر عبد العزيز
          <p>إعداد: ليلى كريم، عمر عزيز</p>                                                    → ليلى كريم، عمر عزيز
          <div>الكاتب</div><div>ليلى كريم</div>                                                → ليلى كريم
          <p>نووسینی: لەیلا کەریم</p>                                                          → لەیلا کەریم
          <p>ئامادەکردنی لەیلا کەریم</p>                                                       → لەیلا کەریم
          <p>Nivîskar: Leyla Kerîm</p>                                                         → Leyla Kerîm
          """)
  void byline_belowTheHeadline_isRead(String line, String byline) throws UnusableInputException {
    assertThat(byline(PAGE.formatted("", line, ""))).isEqualTo(byline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          <p>By Monday morning</p>
          <p>By The Numbers</p>
          <p>By Staff</p>
          <p>Reviewed by Omar Aziz</p>
          <div>Edited by</div><div class="author-name">Omar Aziz</div>
          <p>Photo: <a href="/author/o">Omar Aziz</a></p>
          <figure><img src="m.jpg"><figcaption>By Omar Aziz</figcaption></figure>
          <p>River Towns</p>
          <p class="byline">Saturday 21 November 2026</p>
          <p class="author">Read More</p>
          <div class="byline"><div class="byline__category">River Towns</div></div>
          <div class="author-card"><p class="author-role">Milling Expert</p></div>
          <p class="byline"><a href="/1">River Towns</a><a href="/2">Mills</a></p>
          <p class="byline">@leyla</p>
          <p><a href="/profile/omar">Omar Aziz</a> said on the day before that the old wheel would be saved.</p>
          <div class="author-box"><div>شارك المقال</div></div>
          <p>كتب رئيس البلدية على صفحته</p>
          <p>تحرير: عمر عزيز</p>
          """)
  void line_thatOnlyLooksLikeAByline_isNone(String line) throws UnusableInputException {
    assertThat(byline(PAGE.formatted("", line, ""))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>Written by Leyla Karim</p>                                                        | Leyla Karim
          <footer>Posted by <a href="/author/l">Leyla</a></footer>                              | Leyla
          <p>إعداد: ليلى كريم</p>                                                              | ليلى كريم
          <p>ئامادەکردن: لەیلا کەریم</p>                                                       | لەیلا کەریم
          <div class="related"><p>By Omar Aziz</p></div>                                       |
          <div class="card"><p>By Omar Aziz</p></div><div class="card"><p>By Nina Bell</p></div> |
          <div id="comments"><p>By Omar Aziz</p></div>                                         |
          <p>Omar Aziz</p><p>Staff Writer</p>                                                  |
          """)
  void byline_belowTheBody_isReadWhereItIsTheOnlyOne(String end, String byline)
      throws UnusableInputException {
    assertThat(byline(PAGE.formatted("", "", end))).isEqualTo(byline);
  }

  @ParameterizedTest
  @CsvSource({"River Post, Leyla Karim", "Omar Aziz, Omar Aziz"})
  void author_whoIsTheSite_givesWayToAPersonWhomReadersSee(String author, String byline)
      throws UnusableInputException {
    String head = "<meta name='author' content='" + author + "'>";

    assertThat(byline(PAGE.formatted(head, "<p>By Leyla Karim</p>", ""))).isEqualTo(byline);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "\"", "|", "A"})
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void byline_ofAMegabyteOfAnything_isNone(String text) throws UnusableInputException {
    String line = "<p class='byline'>By z" + text.repeat(1_000_000) + "z</p>";
    String head =
        "<meta name='author' content='z%sz'>"
            .formatted("\"".repeat(1_000_000).replace("\"", "&quot;"));

    assertThat(byline(PAGE.formatted(head, line, ""))).isNull();
  }

  private static String byline(String page) throws UnusableInputException {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return ((Reading.Read) PageReader.read(bytes, CONTEXT).get(0)).article().getByline();
  }
}
