package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.quality.Spread;
import io.wirewatch.contract.Settings;
import io.wirewatch.contract.Topics;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.why.Groups;
import io.wirewatch.why.Question;
import io.wirewatch.why.Tracing;
import io.wirewatch.why.Trail;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long it takes to say what became of an article, beside a consumer that reads the topic. */
final class WhyTable {
  private static final int RANDOM = 20;
  private static final int ABSENT = 5;

  private final Options options;
  private final long seed;
  private final PrintStream out;
  private long looked;

  WhyTable(Options options, long seed, PrintStream out) {
    this.options = options;
    this.seed = seed;
    this.out = out;
  }

  void run() throws IOException, RuleProblems {
    int count = options.number("--count", 1_000_000);
    RuleSet rules = RuleSet.load(Path.of(options.text("--rules", "rules")));
    Path scratch = Files.createTempDirectory("why");
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
      new WhyTopics(settings, options.number("--size", 1_000), seed).fill(count);
      out.println("| asked | seconds: median, worst | records looked at |\n|---|---|---|");
      Random random = new Random(seed);
      List<Integer> any = random.ints(RANDOM, 0, count).boxed().toList();
      ask("warm-up", settings, rules, any.stream().limit(3));
      ask("20 articles at random", settings, rules, any.stream());
      ask("the newest", settings, rules, IntStream.range(count - 3, count).boxed());
      ask("the oldest", settings, rules, IntStream.range(0, 3).boxed());
      ask("not there", settings, rules, IntStream.range(count, count + ABSENT).boxed());
      scan(settings, count);
    } finally {
      Scratch.delete(scratch);
    }
  }

  private void ask(String what, Settings settings, RuleSet rules, Stream<Integer> numbers) {
    List<Double> seconds = new ArrayList<>();
    looked = 0;
    numbers.forEach(number -> seconds.add(ask(settings, rules, number)));
    row(what, seconds, looked / seconds.size());
  }

  private double ask(Settings settings, RuleSet rules, int number) {
    long start = System.nanoTime();
    try (Tracing tracing = new Tracing(settings, new Groups("enrich", "incidents", "dispatch"))) {
      Trail trail =
          tracing.trail(
              Question.about(
                  WhyTopics.id(number), new Question.Rules(() -> rules, "rules", false)));
      looked += tracing.read();
      double seconds = (System.nanoTime() - start) / 1e9;
      System.err.printf("  %d: %s, %.2f s%n", number, trail.inShort(), seconds);
      return seconds;
    }
  }

  /** All partitions, every article decoded, as one would who knows of nothing better. */
  private void scan(Settings settings, int count) {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      long start = System.nanoTime();
      decode(settings, count);
      seconds.add((System.nanoTime() - start) / 1e9);
    }
    row("a consumer that reads all of news.articles.raw", seconds, count);
  }

  private static void decode(Settings settings, int count) {
    long named =
        DecodingConsumer.read(
            settings, Topics.RAW_ARTICLES, count, raw -> raw.getId().equals("absent") ? 1 : 0);
    if (named > 0) {
      throw new IllegalStateException("what is absent was found");
    }
  }

  private void row(String what, List<Double> seconds, long records) {
    Spread spread = Spread.of(seconds);
    out.printf(
        "| %s | %.2f, %.2f | %,d |%n",
        what, spread.median(), seconds.stream().max(Double::compare).orElseThrow(), records);
  }
}
