package io.wirewatch.benchmarks;

import io.wirewatch.rules.RuleProblems;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The command line: {@code rules --articles FILE [--sizes 10,1000] [--seconds 1]}, or {@code live
 * --articles FILE [--rules 100000]}.
 */
public final class Benchmarks {
  private static final long SEED = 20_261_123;

  private Benchmarks() {}

  /** Measures and prints a table in Markdown. */
  public static void main(String[] args) throws IOException, RuleProblems, InterruptedException {
    List<String> options = Arrays.asList(args);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (options.size() == 4 && options.get(0).equals("publish")) {
      LiveTest.publish(Path.of(options.get(1)), options.get(2), options.get(3));
      return;
    }
    boolean live = options.contains("live");
    if (!(live || options.contains("rules")) || !options.contains("--articles")) {
      out.println(
          """
          usage: rules --articles FILE [--sizes 10,1000,10000,100000,1000000] [--seconds A-ROUND] [--table-only]
                 live --articles FILE [--rules 100000]""");
      return;
    }
    Corpus corpus = Corpus.read(Path.of(option(options, "--articles", "")));
    if (live) {
      new LiveTest(corpus, Integer.parseInt(option(options, "--rules", "100000")), SEED, out).run();
    } else {
      rules(corpus, options, out);
    }
  }

  private static void rules(Corpus corpus, List<String> options, PrintStream out)
      throws IOException, RuleProblems {
    double seconds = Double.parseDouble(option(options, "--seconds", "1"));
    var table = new RulesTable(corpus, seconds, out);
    out.println(RulesTable.header());
    for (String size :
        List.of(option(options, "--sizes", "10,1000,10000,100000,1000000").split(",", -1))) {
      table.row(Integer.parseInt(size), SEED);
    }
    if (!options.contains("--table-only")) {
      new Adversary(corpus, SEED, out).run();
      new ChangeTest(corpus, SEED, out).run();
    }
  }

  private static String option(List<String> options, String name, String otherwise) {
    int at = options.indexOf(name);
    return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
  }
}
