package io.wirewatch.journey.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A Chromium that this machine has, driven through its own driver; nothing is downloaded. {@code
 * WIREWATCH_CHROMIUM} and {@code WIREWATCH_CHROMEDRIVER} name others than {@code /usr/bin}'s.
 */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test, and says why, where there is no browser. */
  static void assumeThere() {
    Optional<String> missing =
        List.of(chromium(), chromedriver()).stream()
            .filter(file -> !Files.isExecutable(file))
            .map(file -> "no " + file)
            .findFirst();
    missing.ifPresent(reason -> System.out.println("skipped: the browser tests (" + reason + ")"));
    Assumptions.assumeTrue(missing.isEmpty(), missing.orElse(""));
  }

  private static Path chromium() {
    return Path.of(System.getenv().getOrDefault("WIREWATCH_CHROMIUM", "/usr/bin/chromium"));
  }

  private static Path chromedriver() {
    return Path.of(System.getenv().getOrDefault("WIREWATCH_CHROMEDRIVER", "/usr/bin/chromedriver"));
  }

  /** Opens one of that size, in pixels; {@code more} are options of Chromium's command line. */
  static Browser open(int width, int height, String... more) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium().toFile());
    // Without a sandbox: as root Chromium refuses one, and it opens nothing but our own page.
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en");
    options.addArguments("--window-size=%d,%d".formatted(width, height));
    options.addArguments(more);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.SEVERE);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver().toFile())
            .withSilent(true)
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().window().setSize(new Dimension(width, height));
    return new Browser(driver);
  }

  WebDriver driver() {
    return driver;
  }

  Browser go(String address) {
    driver.get(address);
    return this;
  }

  /** Empties what pages of there have stored. */
  void forget(String address) {
    driver.executeCdpCommand(
        "Storage.clearDataForOrigin", Map.of("origin", address, "storageTypes", "local_storage"));
  }

  /** The first element that fits, as soon as there is one that can be seen. */
  WebElement see(String css) {
    return await(
        "to see " + css,
        () -> all(css).stream().filter(WebElement::isDisplayed).findFirst().orElse(null));
  }

  /** The first element that fits and says that, as soon as there is one. */
  WebElement see(String css, String saying) {
    return await(
        "to see " + css + " saying " + saying,
        () ->
            all(css).stream()
                .filter(found -> found.isDisplayed() && found.getText().contains(saying))
                .findFirst()
                .orElse(null));
  }

  /** Waits until nothing that can be seen fits. */
  void gone(String css) {
    await(
        "to lose " + css,
        () -> all(css).stream().noneMatch(WebElement::isDisplayed) ? Boolean.TRUE : null);
  }

  /** Waits until nothing moves or fades any more in the first element that fits. */
  void still(String css) {
    await(
        "to see rest in " + css,
        () ->
            ask(
                "return document.querySelector(arguments[0]).getAnimations({subtree: true}).length === 0 || null",
                css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  void click(String css) {
    see(css).click();
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** What a script returns. */
  Object ask(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  /** Waits for a value; null and false: not yet. */
  <V> V await(String what, java.util.function.Supplier<V> value) {
    try {
      return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
          .ignoring(StaleElementReferenceException.class)
          .until(ignored -> value.get());
    } catch (TimeoutException late) {
      throw new AssertionError(
          "waited %s %s; errors: %s; said: %s".formatted(PATIENCE, what, errors(), said()), late);
    }
  }

  /** What the page has told whoever cannot see it, and in passing. */
  private String said() {
    return all("#said, .toast").stream()
        .map(element -> element.getAttribute("textContent"))
        .toList()
        .toString();
  }

  /** Errors that the page has written to the console. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Asks the rules of WCAG 2.2 AA, and what is good practice beside, of all that is shown. */
  void assertAccessible(String what) {
    Results results = new AxeBuilder().withTags(WCAG).analyze(driver);
    assertThat(results.getViolations()).as("%s, by axe", what).extracting(Browser::told).isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream().map(node -> "\n    " + node.getHtml()).limit(5).toList();
  }

  /** Keeps what is to be seen as a PNG. */
  void picture(Path file) throws java.io.IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, ((TakesScreenshot) driver).getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
