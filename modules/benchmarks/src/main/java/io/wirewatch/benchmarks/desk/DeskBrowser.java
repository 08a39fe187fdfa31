package io.wirewatch.benchmarks.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The desk's page in a Chromium that this machine has. {@code WIREWATCH_CHROMIUM} and {@code
 * WIREWATCH_CHROMEDRIVER} name others than {@code /usr/bin}'s.
 */
public final class DeskBrowser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChromeDriver driver;
  private final Optional<Path> profiles;
  private int profiled;

  /**
   * What the page did for a while.
   *
   * @param millis of each frame, or of each change, on the clock
   * @param tasks of the main thread that were longer than 50 ms, in milliseconds on the clock
   * @param busyMillis that the main thread used a processor
   */
  public record Course(List<Double> millis, List<Double> tasks, double busyMillis) {}

  /**
   * A page that was opened anew.
   *
   * @param firstMillis from the request until a row was to be seen
   * @param wholeMillis until list, facets, map and timeline were
   * @param busyMillis of the main thread until then
   * @param longestTaskMillis of the main thread on the clock
   * @param elements in the document
   * @param heapMegabytes of its scripts
   */
  public record Load(
      double firstMillis,
      double wholeMillis,
      double busyMillis,
      double longestTaskMillis,
      long elements,
      double heapMegabytes) {}

  private DeskBrowser(ChromeDriver driver, Optional<Path> profiles) {
    this.driver = driver;
    this.profiles = profiles;
  }

  /** Why there can be none here; empty where there can. */
  public static Optional<String> missing() {
    return Stream.of(chromium(), chromedriver())
        .filter(file -> !Files.isExecutable(file))
        .map(file -> "no " + file)
        .findFirst();
  }

  private static Path chromium() {
    return Path.of(System.getenv().getOrDefault("WIREWATCH_CHROMIUM", "/usr/bin/chromium"));
  }

  private static Path chromedriver() {
    return Path.of(System.getenv().getOrDefault("WIREWATCH_CHROMEDRIVER", "/usr/bin/chromedriver"));
  }

  /**
   * Opens one, of 1600 by 1000 pixels.
   *
   * @param profiles a directory that gets Chromium's profile of each step, numbered; what is
   *     profiled takes longer
   */
  public static DeskBrowser open(Optional<Path> profiles) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium().toFile());
    // Without a sandbox: as root Chromium refuses one, and it opens nothing but our own page.
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--lang=en");
    options.addArguments("--disable-dev-shm-usage", "--window-size=1600,1000");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver().toFile())
            .withSilent(true)
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
    driver.executeCdpCommand(
        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", script("watch.js")));
    return new DeskBrowser(driver, profiles);
  }

  private static String script(String name) {
    try (InputStream file =
        Objects.requireNonNull(DeskBrowser.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Opens the page anew, and waits until it shows all. */
  public Load load(String address) {
    driver.get("about:blank");
    begin();
    double before = metric("TaskDuration");
    driver.get(address);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (number("return desk.whole") == 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the page does not show all in " + PATIENCE);
      }
      pause();
    }
    double busy = metric("TaskDuration") - before;
    end();
    return new Load(
        number("return desk.first"),
        number("return desk.whole"),
        1000 * busy,
        number("return Math.max(0, ...desk.tasks)"),
        (long) number("return document.querySelectorAll('*').length"),
        metric("JSHeapUsedSize") / 1e6);
  }

  private static void pause() {
    try {
      // The page is asked again and again; asking more often would be measured too.
      Thread.sleep(100);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Scrolls the list by so many pixels a frame; at 0 it rests at its top. */
  public Course frames(int frames, int pixels) {
    return course("scroll.js", frames, pixels);
  }

  /** Clicks what a selector finds, or goes to a fragment of the address, until that is drawn. */
  public Course change(String what) {
    return course("change.js", what);
  }

  private Course course(String script, Object... arguments) {
    begin();
    double before = metric("TaskDuration");
    Map<?, ?> said =
        (Map<?, ?>) Objects.requireNonNull(driver.executeAsyncScript(script(script), arguments));
    double busy = metric("TaskDuration") - before;
    end();
    return new Course(numbers(said, "times"), numbers(said, "tasks"), 1000 * busy);
  }

  private void begin() {
    if (profiles.isPresent()) {
      driver.executeCdpCommand("Profiler.enable", Map.of());
      driver.executeCdpCommand("Profiler.start", Map.of());
    }
  }

  private void end() {
    profiles.ifPresent(
        directory -> {
          Object profile = driver.executeCdpCommand("Profiler.stop", Map.of()).get("profile");
          try {
            JSON.writeValue(
                directory.resolve("%03d.cpuprofile".formatted(++profiled)).toFile(), profile);
          } catch (IOException full) {
            throw new UncheckedIOException(full);
          }
        });
  }

  private static List<Double> numbers(Map<?, ?> said, String name) {
    List<Double> numbers = new ArrayList<>();
    ((List<?>) Objects.requireNonNull(said.get(name)))
        .forEach(one -> numbers.add(((Number) one).doubleValue()));
    return numbers;
  }

  private double number(String script) {
    return ((Number) Objects.requireNonNull(driver.executeScript(script))).doubleValue();
  }

  private double metric(String name) {
    List<?> all =
        (List<?>)
            Objects.requireNonNull(
                driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics"));
    return all.stream()
        .map(one -> (Map<?, ?>) one)
        .filter(one -> name.equals(one.get("name")))
        .mapToDouble(one -> ((Number) Objects.requireNonNull(one.get("value"))).doubleValue())
        .findFirst()
        .orElseThrow();
  }

  /** What its meter says of the frames in which something scrolled. */
  public String meter() {
    return String.valueOf(
        driver.executeScript("return document.getElementById('frames').innerText"));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
