package io.wirewatch.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.dashboard.door.UserLine;
import io.wirewatch.dashboard.web.User.Power;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a desk that lets in an operator and a reader: what each of them can do. */
@TestInstance(Lifecycle.PER_CLASS)
final class DeskSignInIT {
  private static final String OPERATOR = "amal";
  private static final String READER = "baran";
  private static final String OPERATORS_PASSWORD = "seven lorries in a queue";
  private static final String READERS_PASSWORD = "nobody at the gate today";
  private static final String ARTICLE =
      "{\"source\":\"Basin News\",\"url\":\"https://basin.example.org/1\",\"headline\":\"Guards search lorries at the border\",\"body\":\"It happened near Rabia, officials said.\"}";

  /** Sends what a page of ours would, were its buttons not disabled; gives the status. */
  private static final String DECIDES =
      """
      return fetch('/api/session')
        .then((answer) => answer.json())
        .then(({ csrf }) => fetch('/api/desk', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Csrf-Token': csrf },
          body: JSON.stringify({ kind: 'COMMENT', incident: 'i', text: 'by a reader' }),
        }))
        .then(({ status }) => status);
      """;

  private RunningDesk desk;
  private Browser browser;

  @BeforeAll
  void open(@TempDir Path directory) throws Exception {
    Browser.assumeThere();
    Path users = directory.resolve("users");
    Files.writeString(
        users,
        UserLine.of(OPERATOR, Power.OPERATOR, OPERATORS_PASSWORD.toCharArray())
            + "\n"
            + UserLine.of(READER, Power.READER, READERS_PASSWORD.toCharArray())
            + "\n");
    Path article = Files.writeString(directory.resolve("one.jsonl"), ARTICLE);
    desk =
        new RunningDesk(
            directory, Map.of("WIREWATCH_DASHBOARD_USERS", users.toString()), article.toString());
    browser = Browser.open(1400, 900);
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
    browser.driver().manage().deleteAllCookies();
    browser.go("about:blank").go(desk.address());
  }

  @Test
  void aWrongPassword_isSaid_andNothingIsShown() throws Exception {
    browser.see("dialog.signin[open]");
    browser.assertAccessible("signing in");

    signIn(OPERATOR, READERS_PASSWORD);

    browser.see("#signin-error", "wrong");
    assertThat(browser.all("#alerts .row")).isEmpty();
    assertThat(desk.get("/api/picture").statusCode()).isEqualTo(401);
  }

  @Test
  void whatAnOperatorDecides_carriesTheName_alsoAfterSigningOutAndARestart() throws Exception {
    signIn(OPERATOR, OPERATORS_PASSWORD);
    openFirst();
    browser.press("a");
    browser.see("#detail .decided .done", OPERATOR);
    browser.press(Keys.ESCAPE);

    browser.see(".user", OPERATOR).findElement(org.openqa.selenium.By.tagName("button")).click();
    browser.see("dialog.signin[open]");
    assertThat(browser.all("#alerts .row")).isEmpty();
    desk.stop();
    desk.startAgain();
    begin();

    signIn(READER, READERS_PASSWORD);
    browser.see("#alerts .row.done");
    openFirst();
    browser.see("#detail .decided .done", OPERATOR);
  }

  @Test
  void aReader_seesButtonsThatAreDisabledAndWhy_andDecidesNothingByOtherWaysEither() {
    signIn(READER, READERS_PASSWORD);
    openFirst();

    WebElement acknowledge = browser.see("#detail .actions button[data-action=acknowledge]");
    assertThat(acknowledge.getAttribute("aria-disabled")).isEqualTo("true");
    assertThat(acknowledge.getAttribute("title")).contains("an operator decides");
    browser.see("#detail .reason", "an operator decides");
    browser.see("#preferences", "read only");
    assertThat(browser.ask(DECIDES)).isEqualTo(403L);
  }

  private void signIn(String name, String password) {
    WebElement field = browser.see("dialog.signin[open] #signin-name");
    field.clear();
    field.sendKeys(name);
    browser.see("dialog.signin[open] #signin-password").sendKeys(password, Keys.ENTER);
  }

  private void openFirst() {
    browser.see("#alerts .row", "Guards search lorries");
    browser.press("j");
    browser.press("o");
    browser.see("#detail .incident");
  }
}
