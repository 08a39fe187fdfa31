package io.wirewatch.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the pictures of the documentation anew, from the bundled samples: {@code docs/images/make}.
 */
final class DeskImagesIT {
  private static final Path IMAGES = Path.of("../../docs/images");

  @Test
  void pictures_areMadeAnew(@TempDir Path directory) throws Exception {
    Assumptions.assumeTrue(System.getProperty("images.write") != null, "docs/images/make asks");
    Browser.assumeThere();
    try (RunningDesk desk = RunningDesk.overSamples(directory)) {
      desk.awaitAlerts(50);
      try (Browser browser = Browser.open(1600, 1000)) {
        light(desk, browser);
        dark(desk, browser);
      }
      try (Browser phone = Browser.open(500, 900)) {
        phone.go(desk.address()).see("#alerts .row");
        shot(phone, "phone");
      }
    }
    try (Stream<Path> made = Files.list(IMAGES)) {
      assertThat(made.filter(file -> file.toString().endsWith(".png"))).hasSizeGreaterThan(6);
    }
  }

  private static void light(RunningDesk desk, Browser browser) throws Exception {
    browser.go(desk.address()).see("#alerts .row");
    browser.see("#map .map-marks button");
    shot(browser, "desk");
    browser.go(desk.address() + "#/article/" + desk.anAlertedArticle());
    browser.see("#detail .article mark");
    shot(browser, "article");
    browser.go(desk.address() + "#/articles?alerted=no");
    browser.click("#articles .article-line.no-alert .ask");
    browser.see("#detail", "news.articles.enriched");
    shot(browser, "why");
    browser.go(desk.address() + "#/health");
    browser.see("#health", "news.articles.raw");
    shot(browser, "health");
  }

  private static void dark(RunningDesk desk, Browser browser) throws Exception {
    browser.ask("localStorage.setItem('wirewatch.theme', 'dark')");
    browser.go(desk.address() + "#/alerts");
    browser.ask("location.reload()");
    browser.see("#alerts .row");
    browser.ask("document.documentElement.dataset.theme = 'dark'");
    browser.press("j");
    browser.press("o");
    browser.see("#detail .incident");
    shot(browser, "incident-dark");
    browser.click("#preferences button[lang=ar]");
    browser.await(
        "for Arabic",
        () -> "rtl".equals(browser.ask("return document.documentElement.dir")) ? true : null);
    browser.see("#alerts .row");
    shot(browser, "arabic");
  }

  /** Once what moves has come to rest. */
  private static void shot(Browser browser, String name) throws Exception {
    Thread.sleep(1500);
    browser.picture(IMAGES.resolve(name + ".png"));
  }
}
