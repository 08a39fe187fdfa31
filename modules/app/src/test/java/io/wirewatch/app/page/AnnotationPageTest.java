package io.wirewatch.app.page;

import static io.wirewatch.app.page.Articles.anArticle;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.EntityType;
import io.wirewatch.annotate.Field;
import io.wirewatch.annotate.Level;
import io.wirewatch.annotate.Place;
import io.wirewatch.annotate.Region;
import io.wirewatch.language.Language;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AnnotationPageTest {
  private static final String EVIL =
      "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u001b[2J\u202e\ud800</title></style>";
  private static final String TAMED =
      "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\uFFFD[2J\uFFFD\uFFFD</title></style>";

  private static String written(PageArticle... articles) throws IOException {
    AnnotationPage page = new AnnotationPage();
    List.of(articles).forEach(page::add);
    StringBuilder out = new StringBuilder();
    page.write(Articles.GAZETTEER, out);
    return out.toString();
  }

  private static Document read(PageArticle... articles) throws IOException {
    return Jsoup.parse(written(articles));
  }

  private static PageArticle mosul() {
    return anArticle("A bridge", "A bridge opened in Mosul.")
        .naming("Mosul", EntityType.LOCATION, "geonames:99072", Articles.MOSUL)
        .about(new Region("IQ", Level.COUNTRY, "Iraq", "IQ", 33, 44, 1))
        .about(new Region("IQ-NI", Level.ADMIN1, "Nineveh", "IQ", 36, 42.5, 0.8123))
        .done();
  }

  @Test
  void page_ofHostileText_holdsItAsText() throws IOException {
    Entity entity =
        new Entity(
            Field.BODY,
            0,
            EVIL.length(),
            EVIL,
            EntityType.LOCATION,
            EVIL,
            1,
            new Place(1, 2, EVIL, EVIL));
    Region region = new Region(EVIL, Level.PLACE, EVIL, EVIL, 1, 2, 0.5);
    PageArticle evil =
        new PageArticle(
            EVIL,
            EVIL,
            EVIL,
            EVIL,
            EVIL,
            new Annotation(Language.EN, List.of(entity), List.of(region)));

    String html = written(evil);
    Document page = Jsoup.parse(html);

    assertThat(page.select("script, img, iframe, link, object, [onerror], [src]")).isEmpty();
    assertThat(html).doesNotContain("\u001b", "\u202e", "\ud800");
    assertThat(page.select("article h3").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select("article .body").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select("article .about code").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select("article .about bdi").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select("article mark").attr("title")).startsWith("location · " + TAMED);
    assertThat(page.select("article .regions li").attr("title")).startsWith(TAMED);
    assertThat(page.select("svg title").first().wholeText()).startsWith(TAMED);
    assertThat(page.select("article")).hasSize(1);
    assertThat(page.title()).isEqualTo("Names and places in 1 article");
  }

  @Test
  void page_ofAnything_loadsAndRunsNothing() throws IOException {
    String html = written(mosul());
    Document page = Jsoup.parse(html);

    assertThat(page.select("script, link, img, iframe, object, embed, base, form, [src]"))
        .isEmpty();
    assertThat(page.select("[href]"))
        .isNotEmpty()
        .allMatch(link -> link.attr("href").startsWith("#article-"));
    assertThat(html).doesNotContain("url(", "@import", "http:", "https:", "javascript:");
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
  }

  @ParameterizedTest
  @EnumSource
  void name_ofEachType_isMarkedByAStyleThatTheLegendExplains(EntityType type) throws IOException {
    String html = written(anArticle("", "One Name here").naming("Name", type, null, null).done());
    Document page = Jsoup.parse(html);

    String style = page.select("article .body mark").attr("class");

    assertThat(page.select(".legend mark." + style)).hasSize(1);
    assertThat(html)
        .containsPattern("mark\\." + style + "::after \\{ content: \"[A-Z]{3}\"; \\}")
        .containsPattern("\\." + style + " \\{ --type: [^}]*text-decoration-style: [a-z]+;")
        .contains(".show-" + style + ":not(:checked)");
  }

  @ParameterizedTest
  @CsvSource({"EN, en, ltr", "AR, ar, rtl", "CKB, ckb, rtl", "KMR, kmr, ltr", "OTHER, '', auto"})
  void article_inALanguage_saysItAndRunsInItsDirection(Language language, String lang, String dir)
      throws IOException {
    Element article = read(anArticle("h", "b").in(language).done()).selectFirst("article");

    assertThat(article.attr("lang")).isEqualTo(lang);
    assertThat(article.attr("dir")).isEqualTo(dir);
    assertThat(article.select(".regions").attr("lang")).isEqualTo("en");
    assertThat(article.select(".regions").attr("dir")).isEqualTo("ltr");
  }

  @Test
  void regions_ofAnArticle_haveTheirWeights() throws IOException {
    Document page = read(mosul());

    assertThat(page.select(".regions li").eachText())
        .containsExactly("Iraq 100%", "Nineveh division 81%");
    assertThat(page.select(".regions li").eachAttr("title").get(1))
        .isEqualTo("IQ-NI · weight 0.8123 · 36.00° N 42.50° E");
  }

  @Test
  void regions_ofTwoCountries_standByCountry() throws IOException {
    Document page =
        read(
            anArticle("", "b")
                .about(new Region("IQ", Level.COUNTRY, "Iraq", "IQ", 33, 44, 0.6))
                .about(new Region("SY", Level.COUNTRY, "Syria", "SY", 35, 38, 0.4))
                .about(new Region("IQ-NI", Level.ADMIN1, "Nineveh", "IQ", 36, 42.5, 0.3))
                .done());

    assertThat(page.select(".regions li .bar").eachText())
        .containsExactly("Iraq", "Nineveh division", "Syria");
  }

  @Test
  void places_ofArticles_areOnceOnEachMapAndInTheTable() throws IOException {
    Document page = read(mosul(), mosul());

    assertThat(page.select("svg")).hasSize(2);
    assertThat(page.select("svg .spots title").eachText())
        .containsOnly("Mosul, Nineveh, Iraq: named 2 times in 2 articles")
        .hasSize(2);
    assertThat(page.select(".places tbody tr").eachText())
        .containsExactly("Mosul Nineveh, Iraq town or other place 2 2 36.34° N 43.12° E");
    assertThat(page.select("svg").first().attr("aria-label"))
        .isEqualTo("Map of 1 place, most often Mosul (2); the table below has them all");
  }

  @Test
  void places_farApart_haveAMapOfMostAndOneOfTheRest() throws IOException {
    PageArticle far =
        anArticle("", "Lima")
            .naming("Lima", EntityType.LOCATION, null, new Place(-12.04, -77.03, "PE", null))
            .done();

    Document page = read(mosul(), mosul(), mosul(), mosul(), mosul(), mosul(), mosul(), far);

    assertThat(page.select("svg.wide")).hasSize(2);
    assertThat(page.select("svg.wide").get(0).select(".names text").eachText())
        .containsExactly("Mosul");
    assertThat(page.select("svg.wide").get(1).select(".names text").eachText())
        .containsExactly("Lima");
    assertThat(page.select("svg.wide").get(1).select("rect.detail")).hasSize(1);
  }

  @Test
  void place_inTheNameOfABody_isNamedByTheRegionThere() throws IOException {
    PageArticle article =
        anArticle("", "the University of Mosul")
            .naming("University of Mosul", EntityType.ORGANIZATION, null, Articles.MOSUL)
            .about(new Region("geonames:99072", Level.PLACE, "Mosul", "IQ", 36.335, 43.1189, 1))
            .done();

    assertThat(read(article).select(".places tbody th").text()).isEqualTo("Mosul");
  }

  @Test
  void page_withoutPlaces_saysSo() throws IOException {
    Document page = read(anArticle("h", "b").done());

    assertThat(page.select("svg")).isEmpty();
    assertThat(page.select(".places p").text())
        .isEqualTo("No place with known coordinates is named.");
    assertThat(page.select(".left-out")).isEmpty();
  }

  @Test
  void page_ofMoreArticlesThanItHasRoomFor_hasTheFirstAndSaysHowManyMoreThereWere()
      throws IOException {
    AnnotationPage page = new AnnotationPage();
    for (int number = 1; number <= 1_702; number++) {
      page.add(anArticle("Number " + number, "b").done());
    }
    StringBuilder out = new StringBuilder();
    page.write(Articles.GAZETTEER, out);
    Document read = Jsoup.parse(out.toString());

    assertThat(read.select("article")).hasSize(500);
    assertThat(read.select("article h3").last().text()).isEqualTo("Number 500");
    assertThat(read.select(".left-out").text()).startsWith("Left out: 1,202 articles more.");
  }

  @Test
  void page_ofArticlesWithMoreTextThanItHasRoomFor_leavesOutWhatDoesNotFit() throws IOException {
    String long1 = "a".repeat(AnnotationPage.MOST_CHARACTERS - 100);

    Document page =
        read(
            anArticle("", long1).withId("1").done(),
            anArticle("", "b".repeat(200)).withId("2").done(),
            anArticle("", "short").withId("3").done());

    assertThat(page.select("article .about code").eachText()).containsExactly("1", "3");
    assertThat(page.select(".left-out").text()).startsWith("Left out: 1 article more.");
  }

  @Test
  void contents_linkToEachArticle() throws IOException {
    Document page = read(mosul(), anArticle("", "b").withId("second").done());

    assertThat(page.select(".contents a").eachText()).containsExactly("A bridge", "second");
    for (Element link : page.select(".contents a")) {
      assertThat(page.select("article" + link.attr("href"))).hasSize(1);
    }
  }
}
