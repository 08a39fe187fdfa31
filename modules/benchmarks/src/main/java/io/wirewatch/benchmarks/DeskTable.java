package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.desk.DeskBrowser;
import io.wirewatch.benchmarks.desk.DeskFeed;
import io.wirewatch.benchmarks.desk.DeskServer;
import io.wirewatch.benchmarks.quality.Spread;
import io.wirewatch.benchmarks.quality.TextTable;
import io.wirewatch.contract.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The desk with many alerts: its server, and its page in a browser. */
final class DeskTable {
  private static final int REQUESTS = 7;
  private static final int FRAMES = 400;
  private static final int A_SECOND = 20;
  private static final int FRAMES_OF_ALERTS = 600;

  private final Options options;
  private final long seed;
  private final PrintStream out;
  private final Clock clock = Clock.systemUTC();

  DeskTable(Options options, long seed, PrintStream out) {
    this.options = options;
    this.seed = seed;
    this.out = out;
  }

  void run() throws IOException {
    int count = options.number("--alerts", 10_000);
    Path scratch = Files.createTempDirectory("desk");
    try (ChildProcess broker =
        ChildProcess.start(
            "", List.of(), List.of("broker", scratch.resolve("broker").toString()))) {
      String[] addresses = broker.line().split(" ", -1);
      Settings settings =
          Settings.of(
              Map.of(),
              Map.of(),
              Map.of("bootstrap.servers", addresses[0], "schema.registry.url", addresses[1]));
      try (DeskFeed feed = new DeskFeed(settings, seed, clock)) {
        System.err.printf("  writing %,d alerts%n", count);
        feed.fill(count);
        try (DeskServer server = DeskServer.start(settings, clock)) {
          server(server);
          page(server, feed);
        }
      }
    } finally {
      Scratch.delete(scratch);
    }
  }

  private void server(DeskServer server) throws IOException {
    TextTable table = new TextTable("server", "ms: median, 95 %", "processor ms, median", "size");
    DeskServer.Effort loading = server.loading();
    table.row(
        "topics read",
        "%,.0f".formatted(loading.millis()),
        "%,.0f".formatted(loading.busyMillis()),
        "heap %.0f MB".formatted(server.heapMegabytes()));
    for (String query : List.of("?brief=yes", "")) {
      table.row(picture(server, query, false));
      table.row(picture(server, query, true));
    }
    table.print(out);
  }

  private static String picture(DeskServer server, String query, boolean isPacked)
      throws IOException {
    List<DeskServer.Taken> taken = new ArrayList<>();
    for (int k = 0; k < REQUESTS; k++) {
      taken.add(server.picture(query, isPacked));
    }
    Spread millis = Spread.of(taken.stream().map(one -> one.effort().millis()).toList());
    Spread busy = Spread.of(taken.stream().map(one -> one.effort().busyMillis()).toList());
    return "/api/picture%s%s | %,.0f, %,.0f | %,.0f | %.2f MB"
        .formatted(
            query,
            isPacked ? ", gzip" : "",
            millis.median(),
            millis.ninetyFifth(),
            busy.median(),
            taken.get(0).bytes() / 1e6);
  }

  private void page(DeskServer server, DeskFeed feed) {
    Optional<String> missing = DeskBrowser.missing();
    if (missing.isPresent()) {
      out.println("\nskipped: the page (" + missing.get() + ")");
      return;
    }
    try (DeskBrowser browser =
        DeskBrowser.open(options.all("--profiles").stream().map(Path::of).findFirst())) {
      loads(server, browser);
      TextTable table =
          new TextTable(
              "page",
              "ms: median, 95 %, longest",
              "tasks over 50 ms: number, longest",
              "main thread, processor");
      table.row(frames("scrolling by 1 row a frame", browser.frames(FRAMES, 84)));
      table.row(frames("by 10 rows", browser.frames(FRAMES, 840)));
      table.row(frames("by 100 rows", browser.frames(FRAMES, 8_400)));
      System.err.println("  the page's meter: " + browser.meter());
      changes(browser, table);
      feed.drip(A_SECOND);
      browser.frames(60, 0);
      table.row(live("at rest, 20 alerts a second", browser.frames(FRAMES_OF_ALERTS, 0)));
      table.row(
          live("scrolling by 1 row, 20 alerts a second", browser.frames(FRAMES_OF_ALERTS, 84)));
      table.print(out);
    }
  }

  private void loads(DeskServer server, DeskBrowser browser) {
    List<DeskBrowser.Load> loads = new ArrayList<>();
    for (int k = 0; k < options.number("--loads", 5); k++) {
      loads.add(browser.load(server.address() + "?frames"));
    }
    TextTable table = new TextTable("page opened", "median, 95 %");
    table.row("ms until the first row", of(loads, DeskBrowser.Load::firstMillis));
    table.row("ms until all is drawn", of(loads, DeskBrowser.Load::wholeMillis));
    table.row(
        "processor ms of the main thread until then", of(loads, DeskBrowser.Load::busyMillis));
    table.row("ms of its longest task", of(loads, DeskBrowser.Load::longestTaskMillis));
    table.row("MB of heap", of(loads, DeskBrowser.Load::heapMegabytes));
    table.row("elements in the document", of(loads, DeskBrowser.Load::elements));
    table.print(out);
  }

  private static String of(
      List<DeskBrowser.Load> loads, ToDoubleFunction<DeskBrowser.Load> number) {
    Spread spread = Spread.of(loads.stream().map(load -> number.applyAsDouble(load)).toList());
    return "%,.0f, %,.0f".formatted(spread.median(), spread.ninetyFifth());
  }

  private static void changes(DeskBrowser browser, TextTable table) {
    browser.frames(1, 0);
    table.row(
        change(
            "a rule chosen, or no longer",
            browser,
            10,
            k -> ".facet-rule .option:nth-child(%d) input".formatted(1 + k / 2 % 4)));
    table.row(
        change(
            "a word looked for, or no longer",
            browser,
            10,
            k -> k % 2 == 0 ? "#/alerts?text=road" : "#/alerts"));
  }

  private interface Choice {
    String of(int round);
  }

  private static String change(String what, DeskBrowser browser, int rounds, Choice choice) {
    List<DeskBrowser.Course> courses = new ArrayList<>();
    for (int k = 0; k < rounds; k++) {
      courses.add(browser.change(choice.of(k)));
      browser.frames(30, 0);
    }
    List<Double> millis = courses.stream().flatMap(one -> one.millis().stream()).toList();
    List<Double> tasks = courses.stream().flatMap(one -> one.tasks().stream()).toList();
    Spread busy = Spread.of(courses.stream().map(DeskBrowser.Course::busyMillis).toList());
    return row(what, millis, tasks, "%.0f ms each".formatted(busy.median()));
  }

  private static String frames(String what, DeskBrowser.Course course) {
    double each = course.busyMillis() / course.millis().size();
    return row(what, course.millis(), course.tasks(), "%.1f ms a frame".formatted(each));
  }

  private static String live(String what, DeskBrowser.Course course) {
    double seconds = course.millis().stream().mapToDouble(Double::doubleValue).sum() / 1000;
    return row(
        what,
        course.millis(),
        course.tasks(),
        "%.0f ms a second".formatted(course.busyMillis() / seconds));
  }

  private static String row(String what, List<Double> millis, List<Double> tasks, String busy) {
    Spread spread = Spread.of(millis);
    double longest = tasks.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "%s | %.1f, %.1f, %.1f | %d, %.0f | %s",
        what,
        spread.median(),
        spread.ninetyFifth(),
        spread.most(),
        tasks.size(),
        longest,
        busy);
  }
}
