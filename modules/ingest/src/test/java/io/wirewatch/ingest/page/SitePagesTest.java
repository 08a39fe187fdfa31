package io.wirewatch.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of Arabic and Kurdish sites: every story in every layout; and pages that hold no article.
 */
class SitePagesTest {
  private static final Instant OBSERVED = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant PUBLISHED = Instant.parse("2026-11-20T05:15:00Z");
  private static final String TEASER =
      "<p>The mayor opened the gate at noon, and a brass band played.</p>";

  static Stream<Arguments> pages() {
    return Arrays.stream(SiteStory.values())
        .flatMap(story -> Arrays.stream(SiteLayout.values()).map(in -> Arguments.of(story, in)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void story_inEachLayout_isReadWithoutWhatIsAroundIt(SiteStory story, SiteLayout layout)
      throws UnusableInputException {
    RawArticle article = article(layout.of(story));

    assertThat(article.getHeadline()).isEqualTo(story.headline);
    assertThat(article.getBody().lines()).containsExactlyElementsOf(story.paragraphs);
    assertThat(article.getLanguage()).isEqualTo(story.language);
    boolean dateAlone = layout == SiteLayout.OWN_SYSTEM && story == SiteStory.SORANI;
    assertThat(article.getPublishedAt())
        .isEqualTo(dateAlone ? PUBLISHED.truncatedTo(ChronoUnit.DAYS) : PUBLISHED);
    assertThat(article.getPublishedPrecision())
        .isEqualTo(layout.saysZone() ? Precision.MINUTE : Precision.DAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Leyla Karim"},{"name":"Omar Aziz"}]}</script> | Leyla Karim, Omar Aziz
          <meta name="author" content="By Leyla Karim">                                             | Leyla Karim
          <meta name="article:author" content="https://social.example/leyla"><p class="byline">بقلم: ليلى كريم</p> | ليلى كريم
          <span itemprop="author"><a itemprop="name">Leyla Karim</a></span>                         | Leyla Karim
          <a rel="author" href="/l">Leyla Karim</a>                                                 | Leyla Karim
          <div class="author-name">نووسینی لەیلا کەریم</div>                                        | لەیلا کەریم
          <aside><p class="author">Somebody else</p></aside>                                        |
          <meta name="author" content="admin">                                                      |
          """)
  void byline_wherePagesSayIt_isWhoWroteTheArticle(String said, String byline)
      throws UnusableInputException {
    String page = SiteLayout.TABLES.of(SiteStory.ARABIC).replace("<h1>", said + "<h1>");

    assertThat(article(page).getByline()).isEqualTo(byline);
    assertThat(article(page).getId())
        .isEqualTo(article(SiteLayout.TABLES.of(SiteStory.ARABIC)).getId());
  }

  @Test
  void language_thatTheScriptContradicts_isLeftOut() throws UnusableInputException {
    String page =
        SiteLayout.WORDPRESS.of(SiteStory.ARABIC).replace("lang=\"ar\"", "lang=\"en-US\"");

    assertThat(article(page).getLanguage()).isNull();
  }

  @Test
  void address_ofOpenGraph_isTheCanonicalOne() throws UnusableInputException {
    String page =
        SiteLayout.TABLES
            .of(SiteStory.ARABIC)
            .replace(
                "</head>",
                "<meta property='og:url' content='https://bank.example/1?utm_source=x'></head>");

    assertThat(article(page).getUrl()).isEqualTo("https://bank.example/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "<link rel='canonical' href='https://gate.example/'><meta property='og:url' content='https://gate.example/open'> | https://gate.example/open",
        "<link rel='canonical' href='https://gate.example'> | none",
        "<meta property='og:url' content='https://gate.example/'> | none",
        "<link rel='canonical' href='https://gate.example/?p=7'> | https://gate.example/?p=7"
      })
  void address_ofTheHomePage_isNoArticles(String head, String address)
      throws UnusableInputException {
    assertThat(article(page(head)).getUrl()).isEqualTo(address);
  }

  @Test
  void brief_belowASitesOfferToSubscribe_isRead() throws UnusableInputException {
    String offer = "Already a subscriber? Log in.";
    String page =
        page("")
            .replace("<article>", "<header>" + offer + "</header><article>")
            .replace("</article>", "</article><footer>" + offer + "</footer>");

    assertThat(article(page).getBody()).startsWith("The mayor");
  }

  @Test
  void teaser_withAnOfferInTheArticlesFooter_isRefusedAsPaywall() throws UnusableInputException {
    String offer = "<footer>Already a subscriber? Log in.</footer>";

    assertThat(
            refused("<article><h1>The gate is open</h1>" + TEASER.repeat(3) + offer + "</article>"))
        .startsWith("behind a paywall");
  }

  @Test
  void shortLine_thatItsStyleHides_isNoText() throws UnusableInputException {
    String page =
        page("")
            .replace("</article>", "<p style='display: none'>Copied to the board.</p></article>");

    assertThat(article(page).getBody()).doesNotContain("Copied");
  }

  @ParameterizedTest
  @CsvSource({
    "'21 November 2026, 09:30', 2026-11-21T09:30:00Z, DAY",
    "'Published on Saturday, November 21, 2026', 2026-11-21T00:00:00Z, DAY",
    "'تاريخ النشر: 21 نوفمبر 2026', 2026-11-21T00:00:00Z, DAY",
    "'منذ ساعتين', 2026-11-23T10:00:00Z, HOUR",
    "'بڵاوکرایەوە: ٢١/١١/٢٠٢٦', 2026-11-21T00:00:00Z, DAY",
    "'Hat weşandin: 21 mijdar 2026', 2026-11-21T00:00:00Z, DAY"
  })
  void time_thatOnlyReadersSee_isRead(String seen, Instant at, Precision precision)
      throws UnusableInputException {
    String page =
        SiteLayout.LINE_BREAKS
            .of(SiteStory.ARABIC)
            .replaceFirst("<meta[^>]*>", "")
            .replace("</h1>", "</h1><div class='when'>" + seen + "</div>");

    RawArticle article = article(page);

    assertThat(List.of(article.getPublishedAt(), article.getPublishedPrecision()))
        .containsExactly(at, precision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{%s}",
        "{%s,}",
        "{\"description\":\"one line\nand another\",%s}",
        "//<![CDATA[\n{%s}\n//]]>",
        "/*<![CDATA[*/{%s}/*]]>*/",
        "<![CDATA[{%s}]]>",
        "<!--\n{%s}\n-->",
        "{%s};"
      })
  void linkedData_thatIsNotQuiteJson_isRead(String written) throws UnusableInputException {
    String json = "\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Leyla Karim\"}";

    assertThat(article(page(linkedData(written.formatted(json)))).getByline())
        .isEqualTo("Leyla Karim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"headline\":\"The gate is open\"",
        "\"url\":\"https://gate.example/open\"",
        "\"@id\":\"https://gate.example/open#article\"",
        "\"mainEntityOfPage\":\"https://gate.example/open\"",
        "\"mainEntityOfPage\":{\"@id\":\"https://gate.example/open\"}"
      })
  void linkedData_ofAnotherStoryFirst_saysNothingOfThePages(String own)
      throws UnusableInputException {
    String other =
        "{\"@type\":\"NewsArticle\",\"headline\":\"The fair is over\",\"url\":\"https://gate.example/fair\",\"datePublished\":\"2026-11-01T10:00Z\"}";
    String ofPage = "{\"@type\":\"NewsArticle\",%s,\"datePublished\":\"2026-11-20T10:00Z\"}";
    String canonical = "<link rel='canonical' href='https://gate.example/open'>";
    String head = canonical + linkedData(other) + linkedData(ofPage.formatted(own));

    assertThat(article(page(head)).getPublishedAt())
        .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
  }

  @Test
  void time_thatLinkedDataSaysOfTheWholePage_isTheArticles() throws UnusableInputException {
    String whole = "{\"@type\":\"WebPage\",\"datePublished\":\"2026-11-20T10:00Z\"}";

    assertThat(article(page(linkedData(whole))).getPublishedAt())
        .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
  }

  @Test
  void time_behindOneThatCannotBeRead_isFound() throws UnusableInputException {
    String head =
        "<meta name='pubdate' content='the day before'><meta name='date' content='2026-11-20T10:00Z'>";

    assertThat(article(page(head)).getPublishedAt())
        .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("beginnings")
  void page_behindSomethingElse_isReadAsHtml(String before) throws UnusableInputException {
    RawArticle article = article(before + page("<title>Gate</title>"));

    assertThat(article.getHeadline()).isEqualTo("The gate is open");
    assertThat(article.getBody()).startsWith("The mayor").doesNotContain("<");
  }

  static Stream<String> beginnings() {
    return Stream.of(
        "Notice: no such name in line 3\n",
        "\uFEFF\uFEFF",
        "<!-- " + "made with care ".repeat(400) + "-->\n<!-- twice -->",
        "<br />\n<b>Warning</b>: no such name<br />\n");
  }

  @Test
  void plainText_thatNamesATag_isNoHtml() throws UnusableInputException {
    String text =
        "Gate Wire2 hours ago\nA page begins with a tag\nEvery page begins with <!DOCTYPE html>, a teacher said.\n<html> comes next, she said.\n";

    assertThat(article(text).getBody()).contains("begins with <!DOCTYPE html>, a", "<html> comes");
  }

  @Test
  void teaser_withABoxToSubscribe_isRefusedAsPaywall() throws UnusableInputException {
    assertThat(
            refused(
                "<h1>The gate is open</h1>" + TEASER + "<div>Subscribe to continue reading</div>"))
        .startsWith("behind a paywall");
  }

  @Test
  void text_thatIsHiddenFromWhoHasNotPaid_isRefusedAsPaywall() throws UnusableInputException {
    String hidden = "<div class='paywall' style='display: none'>" + TEASER.repeat(8) + "</div>";
    String paid =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>";

    assertThat(refused(paid + "<h1>The gate is open</h1>" + TEASER + hidden))
        .startsWith("behind a paywall");
  }

  @Test
  void emptyShell_isRefusedForItsScript() throws UnusableInputException {
    assertThat(
            refused(
                "<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div><script src='m.js'></script>"))
        .startsWith("an empty shell");
  }

  @Test
  void consentWall_isRefusedAsSuch() throws UnusableInputException {
    assertThat(
            refused(
                "<h1>Before you continue</h1><p>We and our 412 partners store cookies on your device and process personal data.</p><p>You may give consent, or manage options in our privacy policy.</p><div>Accept all</div>"))
        .startsWith("a consent wall");
  }

  @ParameterizedTest
  @CsvSource({"Page not found", "الصفحة غير موجودة", "لاپەڕەکە نەدۆزرایەوە", "Rûpel nehat dîtin"})
  void pageThatIsNotThere_isRefusedAsSoft404(String says) throws UnusableInputException {
    assertThat(refused("<h1>" + says + "</h1>" + TEASER)).startsWith("a soft 404");
  }

  private static String linkedData(String json) {
    return "<script type='application/ld+json'>" + json + "</script>";
  }

  /** A page of one article, with such a head. */
  private static String page(String head) {
    return "<!DOCTYPE html><html lang='en'><head>"
        + head
        + "</head><body><article><h1>The gate is open</h1>"
        + TEASER.repeat(3)
        + "</article></body></html>";
  }

  private static RawArticle article(String page) throws UnusableInputException {
    return ((Reading.Read) only(page)).article();
  }

  private static String refused(String body) throws UnusableInputException {
    Reading reading = only("<!DOCTYPE html><html lang='en'><body>" + body + "</body></html>");
    return ((Reading.Refused) reading).rejection().getReason();
  }

  private static Reading only(String page) throws UnusableInputException {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    List<Reading> readings = PageReader.read(bytes, ReadingContext.ofFile("page.html", OBSERVED));
    assertThat(readings).hasSize(1);
    return readings.get(0);
  }
}
