package io.wirewatch.benchmarks;

import io.wirewatch.annotate.Annotator;
import io.wirewatch.app.Wirewatch;
import io.wirewatch.benchmarks.quality.Spread;
import io.wirewatch.benchmarks.quality.TextTable;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.rules.RuleProblems;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import picocli.CommandLine;

/** How fast history is replayed, beside a consumer that only decodes and annotation alone. */
final class ReplayTable {
  private static final String DECODED = "a consumer that only decodes";
  private static final String ENRICHED = "replay of enriched articles";
  private static final String ARCHIVED = "replay of their archive";
  private static final String ANNOTATED = "annotation alone";
  private static final String RAW = "replay of raw articles";
  private static final int RAW_SHARE = 5;

  private final Options options;
  private final long seed;
  private final PrintStream out;
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  ReplayTable(Options options, long seed, PrintStream out) {
    this.options = options;
    this.seed = seed;
    this.out = out;
  }

  void run() throws IOException, RuleProblems, InterruptedException {
    int enriched = options.number("--count", 200_000);
    int raw = enriched / RAW_SHARE;
    SizedArticles articles =
        SizedArticles.read(
            Path.of(options.text("--articles", "")),
            options.number("--size", 1_000),
            Math.max(1, enriched / 20));
    PreparedRules rules =
        PreparedRules.of(
            articles,
            options.number("--rules", 1_000),
            options.decimal("--alerts-an-article", 0.1),
            seed);
    Path scratch = Files.createTempDirectory("replay");
    try (ChildProcess broker =
        ChildProcess.start(
            options.text("--broker-cpus", ""),
            List.of(),
            List.of("broker", scratch.resolve("broker").toString()))) {
      String[] addresses = broker.line().split(" ", -1);
      Settings settings =
          Settings.of(
              Map.of(),
              Map.of(),
              Map.of("bootstrap.servers", addresses[0], "schema.registry.url", addresses[1]));
      System.err.println("  filling the topics");
      new ReplayTopics(articles, settings).fill(raw, enriched);
      Path archive = scratch.resolve("archive");
      measure("archive", enriched, () -> wirewatch(archiving(addresses, archive)));
      for (int round = 0; round <= options.number("--rounds", 3); round++) {
        if (round == 1) {
          rates.clear();
        }
        measure(DECODED, enriched, () -> decode(settings, enriched));
        measure(ENRICHED, enriched, () -> replay(scratch, rules, on(addresses, "enriched")));
        measure(
            ARCHIVED,
            enriched,
            () -> replay(scratch, rules, List.of("--input", archive.toString())));
        measure(ANNOTATED, raw, () -> annotate(articles, raw));
        measure(RAW, raw, () -> replay(scratch, rules, on(addresses, "raw")));
      }
    } finally {
      Scratch.delete(scratch);
    }
    print(rules);
  }

  /** Something that is timed. */
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private void measure(String what, int articles, Work work)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    work.run();
    double rate = articles * 1e9 / (System.nanoTime() - start);
    System.err.printf("  %s: %,.0f articles/s%n", what, rate);
    rates.computeIfAbsent(what, none -> new ArrayList<>()).add(rate);
  }

  private static void decode(Settings settings, int count) {
    long found =
        DecodingConsumer.read(
            settings, Topics.ENRICHED_ARTICLES, count, article -> article.getEntities().size());
    if (found < 0) {
      throw new IllegalStateException("less than nothing was found");
    }
  }

  private static void annotate(SizedArticles articles, int count) throws InterruptedException {
    Annotator annotator = Annotator.bundled();
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(
                number ->
                    new Thread(
                        () -> {
                          for (int at = next.getAndIncrement();
                              at < count;
                              at = next.getAndIncrement()) {
                            var unused = annotator.annotate(articles.text(at));
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void replay(Path scratch, PreparedRules rules, List<String> from)
      throws IOException {
    Path report = scratch.resolve("report");
    List<String> words =
        new ArrayList<>(
            List.of("replay", "--rules", rules.file().toString(), "--out", report.toString()));
    words.addAll(from);
    wirewatch(words);
    Scratch.delete(report);
  }

  private static List<String> on(String[] addresses, String source) {
    return List.of(
        "--source", source, "--bootstrap-servers", addresses[0], "--schema-registry", addresses[1]);
  }

  private static List<String> archiving(String[] addresses, Path archive) {
    return List.of(
        "replay",
        "archive",
        "--to",
        archive.toString(),
        "--bootstrap-servers",
        addresses[0],
        "--schema-registry",
        addresses[1]);
  }

  private static void wirewatch(List<String> words) {
    CommandLine command = Wirewatch.command();
    StringWriter said = new StringWriter();
    command.setErr(new PrintWriter(said));
    int exit = command.execute(words.toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException(words + " ended with " + exit + ": " + said);
    }
  }

  private void print(PreparedRules rules) {
    out.printf(
        "articles of %,d characters, %,d rules, %.2f alerts an article%n",
        options.number("--size", 1_000), options.number("--rules", 1_000), rules.alertsAnArticle());
    TextTable table = new TextTable("what", "articles/s, median (least to most)", "ratio");
    rates.forEach(
        (what, measured) -> {
          String beside = what.equals(RAW) || what.equals(ANNOTATED) ? ANNOTATED : DECODED;
          double ratio =
              Spread.of(measured).median()
                  / Spread.of(Objects.requireNonNull(rates.get(beside))).median();
          table.row(
              what, Spread.of(measured).in("%,.0f"), String.format(Locale.ROOT, "%.2f", ratio));
        });
    table.print(out);
  }
}
