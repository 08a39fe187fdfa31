package io.wirewatch.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an article was published, wherever its page says it; what is the time of something else. */
class PublicationTimeTest {
  private static final ReadingContext CONTEXT =
      ReadingContext.ofFile("page.html", Instant.parse("2026-11-23T12:00:00Z"));

  private static final String BODY =
      "<p>The mill at the river bend turned again this week after nine silent years, and the whole street came to look at the wheel.</p>"
          .repeat(3);

  private static final String PAGE =
      "<html><head><meta property='og:type' content='article'></head><body>%s<main><h1>The mill turns again at last</h1>%s"
          + BODY
          + "%s</main></body></html>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Updated <time datetime='2026-03-02T08:00Z'>2 March</time> Published <time datetime='2026-03-01T07:30Z'>1 March</time>",
        "<span>Last updated:</span> <time datetime='2026-03-02T08:00Z'>2 March</time><span>First published</span><time datetime='2026-03-01T07:30Z'>1 March</time>",
        "<time datetime='2026-03-02T08:00Z'>Updated 2 March</time><time datetime='2026-03-01T07:30Z'>1 March</time>",
        "<time class='updated' datetime='2026-03-02T08:00Z'>2 March</time><time class='published updated' datetime='2026-03-01T07:30Z'>1 March</time>",
        "<time itemprop='dateModified' datetime='2026-03-02T08:00Z'>2 March</time><time datetime='2026-03-01T07:30Z'>1 March</time>",
        "آخر تحديث: <time datetime='2026-03-02T08:00Z'>2 آذار</time> نشر في <time datetime='2026-03-01T07:30Z'>1 آذار</time>"
      })
  void time_besideThatOfAChange_isWhenItWasPublished(String times) throws UnusableInputException {
    assertThat(read("", "<div>" + times + "</div>", "").getPublishedAt())
        .isEqualTo("2026-03-01T07:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Updated: 2 March 2026</p><p>Published: 1 March 2026</p>",
        "<p>Updated: 2 March 2026 | Published: 1 March 2026</p>",
        "<p>Published: 1 March 2026, 10:30 Updated: 2 March 2026</p>",
        "<div>Updated</div><div>2 March 2026</div><div>1 March 2026</div>",
        "<p>آخر تحديث: 2 آذار 2026</p><p>1 آذار 2026</p>",
        "<p>دوایین نوێکردنەوە: 2ی ئازاری 2026</p><p>1ی ئازاری 2026</p>",
      })
  void line_besideThatOfAChange_isWhenItWasPublished(String lines) throws UnusableInputException {
    assertThat(read("", lines, "").getPublishedAt()).asString().startsWith("2026-03-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Updated: 2 March 2026</p>",
        "<p>Updated</p><p>March 2, 2026</p>",
        "<p>Updated <time datetime='2026-03-02'>2 March</time></p>"
      })
  void change_whereNothingElseIsSaid_standsForIt(String lines) throws UnusableInputException {
    assertThat(read("", lines, "").getPublishedAt()).isEqualTo("2026-03-02T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div class="ticker"><time datetime="2026-11-22T08:00Z">now</time></div> |
          <header><time datetime="2026-11-22T08:00Z">Sunday</time></header>       |
          | <ul class="related"><li><time datetime="2025-01-01T00:00Z">1 January</time> <a href="/q">The dam</a></li></ul>
          | <section><div class="most-read"><time datetime="2025-01-01T00:00Z">1 January</time></div></section>
          """)
  void time_ofAnotherArticle_isNotThisOnes(String above, String below)
      throws UnusableInputException {
    RawArticle article =
        read(
            above == null ? "" : above,
            "<p class='meta'>1 March 2026</p>",
            below == null ? "" : below);

    assertThat(article.getPublishedAt()).isEqualTo("2026-03-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div><span>Sara Haddad</span><span>March 1, 2026</span></div>",
        "<p>By Sara Haddad March 1, 2026</p>",
        "<p>March 1, 2026 / 10:30 AM / River Post</p>",
        "<p>Updated 10:30 AM EST, March 1, 2026</p>",
        "<p>by Sara · Mar 1, 2026 at 3:00 am · 12 comments</p>",
        "<p><time datetime='on Sunday March 1, 2026 @08:00PM'>yesterday</time></p>",
        "<p><time>March 1, 2026 10:30 PM</time></p>",
        "<p>الأحد 12 رمضان 1447هـ - 1 مارس 2026م</p>",
        "<p>لە 2026/3/1</p>"
      })
  void date_amongAFewWords_isRead(String line) throws UnusableInputException {
    assertThat(read("", line, "").getPublishedAt()).asString().startsWith("2026-03-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>The wheel had stood still since March 1, 2026.</p>",
        "<p>Since March 1, 2026 the wheel at the river bend had stood still again</p>",
        "<p>Feast of the mill: 1 March 2027</p>"
      })
  void date_inASentenceOrToCome_isNoTime(String line) throws UnusableInputException {
    assertThat(read("", line, "").getPublishedAt()).isNull();
  }

  @Test
  void date_inTheHeadline_isNoTime() throws UnusableInputException {
    String page = PAGE.formatted("", "", "").replace("at last", "from 1 March 2026");

    assertThat(article(page).getPublishedAt()).isNull();
  }

  private static RawArticle read(String above, String below, String behind)
      throws UnusableInputException {
    return article(PAGE.formatted(above, below, behind));
  }

  private static RawArticle article(String page) throws UnusableInputException {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return ((Reading.Read) PageReader.read(bytes, CONTEXT).get(0)).article();
  }
}
