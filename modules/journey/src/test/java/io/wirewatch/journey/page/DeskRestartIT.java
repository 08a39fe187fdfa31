package io.wirewatch.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes while the page is open, and what a restart of the server leaves. */
final class DeskRestartIT {
  private static final Duration SOON = Duration.ofSeconds(2);

  @Test
  void thePage_showsWhatComes_andMissesNothingOverARestart(@TempDir Path directory)
      throws Exception {
    Browser.assumeThere();
    Path first = directory.resolve("first.jsonl");
    Files.writeString(first, article("Guards search lorries at the border", 1));
    try (RunningDesk desk = new RunningDesk(directory, first.toString());
        Browser browser = Browser.open(1400, 900)) {
      browser.go(desk.address());
      browser.see("#alerts .row", "Guards search lorries");
      assertShownSoonAfterItsRecord(desk, browser);
      silence(browser);

      desk.stop();
      browser.await(
          "for the page to say that it is alone",
          () ->
              "offline".equals(browser.see("#connection").getAttribute("data-connection"))
                  ? true
                  : null);
      desk.startAgain();
      desk.publish(article("The border bridge opens again", 3));

      // Without a reload.
      browser.see("#alerts .row", "The border bridge opens again");
      assertThat(
              browser.await(
                  "to be live",
                  () -> {
                    String state = browser.see("#connection").getAttribute("data-connection");
                    return state.equals("live") ? state : null;
                  }))
          .isEqualTo("live");
      browser.go(desk.address() + "#/silences");
      browser.see("#silences .silence-line.is-holding", "too many of these today");
    }
  }

  /** The alert's record is there first; from then on the page has two seconds. */
  private static void assertShownSoonAfterItsRecord(RunningDesk desk, Browser browser)
      throws Exception {
    String headline = "Troops leave the border post";
    desk.publish(article(headline, 2));
    long recorded = desk.alertRecorded(headline);
    browser.see("#alerts .row", headline);
    Duration took = Duration.ofNanos(System.nanoTime() - recorded);
    assertThat(took).as("from the record to the page").isLessThan(SOON);
  }

  private static void silence(Browser browser) {
    browser.press("j");
    browser.press("s");
    browser.see("dialog.silence[open] textarea").sendKeys("too many of these today");
    browser.await(
        "for the preview",
        () -> {
          String off =
              browser.see("dialog.silence[open] button[type=submit]").getAttribute("aria-disabled");
          return "false".equals(off) ? true : null;
        });
    browser.click("dialog.silence[open] button[type=submit]");
    browser.gone("dialog.silence");
  }

  private static String article(String headline, int number) {
    return "{\"source\":\"Basin News\",\"url\":\"https://basin.example.org/%d\",\"headline\":\"%s\",\"body\":\"It happened at the border near Rabia, officials said.\"}"
        .formatted(number, headline);
  }
}
