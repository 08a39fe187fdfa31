package io.wirewatch.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page over the bundled samples: what is seen, found, filtered, read and reached by keys. */
@TestInstance(Lifecycle.PER_CLASS)
final class DeskPageIT {
  private RunningDesk desk;
  private Browser browser;

  @BeforeAll
  void open(@TempDir Path directory) throws Exception {
    Browser.assumeThere();
    desk = RunningDesk.overSamples(directory);
    desk.awaitAlerts(50);
    browser = Browser.open(1600, 1000);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
    if (desk != null) {
      desk.close();
    }
  }

  @BeforeEach
  void begin() {
    browser.forget(desk.address());
    browser.go("about:blank").go(desk.address());
    browser.see("#alerts .row");
  }

  @Test
  void alerts_areRowsWithTheirWordsMarked_andTheConsoleIsClean() {
    assertThat(browser.all("#alerts .row mark")).isNotEmpty();
    assertThat(browser.see("#alerts .row .severity").getText()).isNotBlank();
    assertThat(browser.see("#alerts .row time").getAttribute("title")).isNotBlank();
    assertThat(browser.see("#connection").getText()).isNotBlank();
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aFilter_leavesFewer_isInTheAddress_andComesBackWithIt() {
    int before = rows();
    browser.see(".facet-rule .options li button, .facet-rule .options label").click();
    browser.await("for fewer rows", () -> rows() < before ? true : null);
    String address = browser.driver().getCurrentUrl();
    int filtered = rows();

    browser.go("about:blank").go(address);

    assertThat(address).contains("rule=");
    browser.await("for the filter", () -> rows() == filtered ? true : null);
  }

  @Test
  void searchedText_isMarkedAndFilters() {
    int before = rows();
    browser.press("/");
    browser.press("border");
    browser.await("for fewer rows", () -> (rows() > 0 && rows() < before) ? true : null);
    assertThat(browser.driver().getCurrentUrl()).contains("text=border");
  }

  @Test
  void aMarkOfTheMap_filtersItsRegion() {
    WebElement mark = browser.see("#map .map-marks button");
    browser.ask("arguments[0].click()", mark);
    browser.await("for a region", () -> address().contains("region=") ? true : null);
    assertThat(rows()).isPositive();
  }

  @Test
  void aBrushOverTheTimeline_filtersTimes() {
    WebElement plot = browser.see("#timeline .timeline-plot");
    new org.openqa.selenium.interactions.Actions(browser.driver())
        .moveToElement(plot, -plot.getSize().width / 4, 0)
        .clickAndHold()
        .moveByOffset(plot.getSize().width / 5, 0)
        .release()
        .perform();
    browser.await(
        "for times",
        () -> (address().contains("from=") && address().contains("to=")) ? true : null);
  }

  @Test
  void keys_moveOpenAcknowledgeAndHelp() {
    browser.press("j");
    String first = active();
    browser.press("j");
    assertThat(active()).isNotEqualTo(first);
    browser.press("k");
    assertThat(active()).isEqualTo(first);
    browser.press("o");
    browser.see("#detail .incident");

    browser.press("a");
    browser.see("#detail .decided .done");
    browser.see("#alerts .row.done");
    browser.press("a");
    browser.press(Keys.ESCAPE);
    browser.gone("#detail");

    browser.press("?");
    browser.see("#help[open]");
    browser.press(Keys.ESCAPE);
    browser.gone("#help");
  }

  @Test
  void anArticle_hasItsNamesColouredItsWordsMarkedAndALinkThatStays() {
    String article = desk.anAlertedArticle();
    browser.go(desk.address() + "#/article/" + article);

    browser.see("#detail .article mark");
    assertThat(browser.all("#detail .article [data-type]")).isNotEmpty();
    assertThat(browser.see("#detail .article").getText()).isNotBlank();
  }

  @Test
  void anArticleThatDidNotAlert_isFoundAndSaysWhy() {
    browser.go(desk.address() + "#/articles?alerted=no");
    browser.see("#articles .article-line.no-alert .ask").click();

    browser.see("#detail", "news.articles.enriched");
    assertThat(browser.all("#detail .clause, #detail .nearest, #detail .others")).isNotEmpty();
  }

  @Test
  void theRuleTester_saysWhichRulesMatchAText() {
    browser.go(desk.address() + "#/test");
    browser.see("#tester textarea, #tester input").click();
    List<WebElement> fields = browser.all("#tester input[type=text], #tester input:not([type])");
    fields.get(0).sendKeys("Guards close the border");
    browser
        .see("#tester textarea")
        .sendKeys("The border at Rabia was closed on Sunday, guards said.");
    browser.see("#tester button[type=submit]").click();

    browser.see("#tester", "border");
    browser.see("#tester mark");
  }

  @Test
  void theStages_areShownWithTheirTopics() {
    browser.go(desk.address() + "#/health");
    browser.see("#health", "news.articles.raw");
    browser.see("#health", "enrich");
  }

  @Test
  void arabic_turnsThePageAround_andArticlesKeepTheirOwnDirection() {
    browser.see("#preferences button[lang=ar]").click();
    browser.await(
        "for Arabic",
        () -> "rtl".equals(browser.ask("return document.documentElement.dir")) ? true : null);
    browser.see("#alerts .row");
    browser.go(desk.address() + "#/alerts?language=ar");
    browser.see("#alerts .row .row-headline[dir=rtl][lang=ar]");
    browser.go(desk.address() + "#/alerts?language=en");
    browser.see("#alerts .row .row-headline[dir=ltr][lang=en]");
  }

  @ParameterizedTest
  @CsvSource({
    "alerts, en, light", "alerts, ar, dark", "articles, en, dark", "articles, ar, light",
    "silences, en, light", "health, en, light", "health, ar, dark", "test, en, light",
    "reports, en, dark"
  })
  void everyTab_isAccessible(String tab, String language, String theme) {
    browser.ask("localStorage.setItem('wirewatch.language', arguments[0])", language);
    browser.ask("document.documentElement.dataset.theme = arguments[0]", theme);
    browser.go(desk.address() + "#/" + tab);
    browser.see("main .panel:not([hidden])");
    browser.ask("document.documentElement.dataset.theme = arguments[0]", theme);
    browser.assertAccessible(tab + " " + language + " " + theme);
  }

  @Test
  void detailsOfAnArticle_areAccessible() {
    browser.go(desk.address() + "#/article/" + desk.anAlertedArticle());
    browser.see("#detail .article mark");
    browser.assertAccessible("an article");
    browser.go(desk.address() + "#/alerts");
    browser.press("j");
    browser.press("s");
    browser.see("dialog.silence[open] .preview:not([aria-busy]) .rule");
    browser.still("dialog.silence");
    browser.assertAccessible("the dialog of a silence");
  }

  @Test
  void onAPhone_nothingIsWiderThanTheScreen() {
    try (Browser phone = Browser.open(500, 800)) {
      phone.go(desk.address());
      phone.see("#alerts .row");
      assertThat(
              phone.ask(
                  "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
          .isEqualTo(true);
    }
  }

  private int rows() {
    Object count =
        browser.ask("return +(document.querySelector('#alerts [role=grid]')?.ariaRowCount ?? 0)");
    return ((Number) count).intValue();
  }

  private String active() {
    return browser.see("#alerts .row.active").getAttribute("data-incident");
  }

  private String address() {
    return browser.driver().getCurrentUrl();
  }
}
