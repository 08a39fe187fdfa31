package io.wirewatch.benchmarks;

import io.wirewatch.benchmarks.copies.CopiesTable;
import io.wirewatch.benchmarks.feeds.FeedsTable;
import io.wirewatch.benchmarks.incidents.IncidentsTable;
import io.wirewatch.benchmarks.quality.Contestant;
import io.wirewatch.rules.RuleProblems;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The command line of {@code modules/benchmarks/run}; {@code --help} says what it takes. */
public final class Benchmarks {
  private static final long SEED = 20_261_123;
  private static final int WRONG_USAGE = 2;
  private static final String USAGE =
      """
      usage: rules --articles FILE [--sizes 10,1000,10000,100000,1000000] [--seconds A-ROUND] [--table-only]
             live --articles FILE [--rules 100000]
             pipeline --articles FILE [OPTION VALUE]...
             replay --articles FILE [OPTION VALUE]...
             scale [OPTION VALUE]...
             silence [OPTION VALUE]...
             annotation --corpora DIR [OPTION VALUE]...
             feeds --feeds DIR [--expected FILE]
             robots --cases DIR
             pages --pages DIR --expected FILE [--rounds 3]
             copies --articles FILE [OPTION VALUE]...
             incidents --articles FILE [--rules DIR]... [OPTION VALUE]...
             why [OPTION VALUE]...
             desk [OPTION VALUE]...

      FILE holds JSON lines with headline and body. Tables go to standard output, progress to standard error.

      pipeline: raw articles to committed alerts, against a broker in a process of its own; the stages are in another (two,
      with two instances), what publishes and reads alerts in a third. All of them share the machine's cores.
        --sizes 1000,4000        characters of an article
        --rules 1000             rules
        --alerts-an-article 1    so selective the rules are
        --enrich-threads 2, --alert-threads 1   stream threads of an instance; annotation and matching alone get as many in all
        --round 40000            articles that are in the topic when a round begins; they are of eight days
        --rounds 3               rounds that are measured
        --warm-up 45             seconds of rounds before them, and twice as many while they still get faster
        --paced 15               seconds at half the rate, for the latency; twenty before them are not counted
        --setups one,least,two   exactly once; at least once; exactly once with two instances
        --stage-cpus 0           processors of the stages, and of annotation and matching alone; needs taskset
        --broker-cpus 1          processors of the broker
        --set NAME=VALUE         a setting of the stages; more than one may be given
        --java OPTION            an option of the stages' JVM, such as -XX:StartFlightRecording=filename=stages.jfr

      replay: the command on a topic of a broker in a process of its own, beside a consumer that only decodes it; from an archive of
      it; from raw articles, beside annotation alone with as many threads.
        --size 1000              characters of an article
        --count 200000           enriched articles; raw ones are a fifth of that
        --rules 1000             rules
        --alerts-an-article 0.1  so selective the rules are
        --rounds 3               by turns, after one that is not counted
        --broker-cpus 1          processors of the broker; needs taskset

      scale: what rates of articles need, and a simulation of how long an article takes then; nothing is measured.
        --articles-per-second 100,1000,10000
        --hottest 0 --key id     share of the articles that one source publishes; key of the partitions, id or source
        --enrich-micros, --story-micros, --alert-micros, --beside-micros, --broker-micros   processor time an article
        --raw-bytes, --enriched-bytes, --alert-bytes, --between-bytes, --seen-bytes, --standing-bytes, --story-bytes
                                 bytes an article
        --commit-millis 10       between commits
        --busy 0.5 --copies 3 --kept-days 30 --remembered-days 7                       how it is run
        --seed 20261123

      silence: made-up sources under the alarm of silent sources: false alarms, and how soon a source that dies is missed.
        --sources 200 --days 400 --deaths 20     deaths are tried of each source, on copies
        --seed 20261123

      copies: which articles are known as copies of others: edits of the articles by a generator, the set itself, a full window.
        --count 1000000          articles of the full window
        --size 1000              characters of an article there
        --pairs copies.txt       gets the joined pairs of the set, both texts, to be read

      incidents: articles through annotation, stories, rules and incidents, in this process: how often people are told of one story. Articles
      without publishedAt are of the day of their dateline, in 1987.
        --articles FILE          more than one may be given
        --rules rules            a folder of rules; more than one may be given
        --window PT12H           deliver.incidents.window
        --sample 100             so many joins, and so many pairs that stayed apart though rule and country are the same, are listed to be read
        --seed 20261123

      why: how long it takes to say what became of an article, beside a consumer that reads the whole topic; broker in a process of its own.
        --count 1000000          raw and enriched articles; of every tenth there is an alert
        --size 1000              characters of an article
        --rules rules            asked again

      desk: the dashboard with many alerts: how long its server reads, what its picture weighs; in a Chromium, where there is one with its
      driver (else that is skipped): how long until the page shows them, and how long frames take. Broker in a process of its own.
        --alerts 10000           alerts, with as many articles and incidents, over three days
        --loads 5                so often is the page opened
        --profiles DIR           gets Chromium's profile of each step; it slows them

      annotation: names, places and regions against sets marked by hand, speed, heap and start, beside OpenNLP and (built with
      -Pcorenlp) CoreNLP. DIR holds entities/, toponyms/ and countries/, with NAME.jsonl each; a set that is not there is skipped.
        --train open-news,wikigold,wnut17-train  sets of entities/ that OpenNLP learns from, in this run
        --articles FILE          JSON lines with headline and body, for the speed of all of annotation; else countries/reuters-a
        --size 2000              characters of an article made from them
        --seconds 5              of a round
        --rounds 5               of the taggers of names, by turns
        --runs 5                 processes started anew, for heap and start

      feeds: all .xml files in and below DIR, read by wirewatch and by ROME: what is read, what is refused and why.
        --expected FILE          JSON lines: {"file", "entry": {"title"?, "text"?}}, what the first item of a file says

      robots: how many cases of a folder (JSON lines: robots, agent, url, allowed) are decided as they say.
      pages: the bodies of articles in saved HTML pages, and pages a second on one thread, beside readability4j. The expected FILE
      holds JSON lines with file and body.
        --rounds 3               over all pages, by turns, after one that is not counted""";

  private Benchmarks() {}

  /** Measures and prints a table in Markdown. */
  public static void main(String[] args) throws IOException, RuleProblems, InterruptedException {
    Options options = new Options(Arrays.asList(args));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (options.has("--help")) {
      out.println(USAGE);
    } else if (!(isPart(options.words(), out) || isTable(options, out))) {
      System.err.println(USAGE);
      System.exit(WRONG_USAGE);
    }
  }

  /** What other processes of a measurement do; not for users. */
  private static boolean isPart(List<String> words, PrintStream out)
      throws IOException, RuleProblems, InterruptedException {
    switch (words.isEmpty() ? "" : words.get(0)) {
      case "publish" -> LiveTest.publish(Path.of(words.get(1)), words.get(2), words.get(3));
      case "tagger" ->
          AnnotationPart.tagger(Contestant.valueOf(words.get(1)), Path.of(words.get(2)), out);
      case "annotate" ->
          AnnotationPart.annotate(
              Path.of(words.get(1)),
              Integer.parseInt(words.get(2)),
              Double.parseDouble(words.get(3)),
              out);
      case "broker" -> PipelinePart.broker(Path.of(words.get(1)), out);
      case "stages" ->
          PipelinePart.stages(Path.of(words.get(1)), words.subList(2, words.size()), out);
      case "alone" ->
          PipelinePart.alone(
              SizedArticles.read(Path.of(words.get(1)), Integer.parseInt(words.get(2)), 1),
              Path.of(words.get(3)),
              Integer.parseInt(words.get(4)),
              out);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isTable(Options options, PrintStream out)
      throws IOException, RuleProblems, InterruptedException {
    String table = options.words().isEmpty() ? "" : options.words().get(0);
    if (table.equals("scale")) {
      new ScaleTable(options, SEED, out).print();
      return true;
    }
    if (table.equals("why")) {
      new WhyTable(options, SEED, out).run();
      return true;
    }
    if (table.equals("desk")) {
      new DeskTable(options, SEED, out).run();
      return true;
    }
    if (table.equals("silence")) {
      new SilenceTable(options, SEED, out).print();
      return true;
    }
    if (table.equals("robots") && options.has("--cases")) {
      new RobotsTable(options, out).print();
      return true;
    }
    if (table.equals("pages") && options.has("--pages") && options.has("--expected")) {
      new PagesTable(options, out).print();
      return true;
    }
    if (table.equals("annotation") && options.has("--corpora")) {
      new AnnotationTable(AnnotationOptions.of(options), out).run();
      return true;
    }
    if (table.equals("feeds") && options.has("--feeds")) {
      Path expected = Path.of(options.text("--expected", ""));
      new FeedsTable(Path.of(options.text("--feeds", "")), expected, out).run();
      return true;
    }
    if (!options.has("--articles")) {
      return false;
    }
    switch (table) {
      case "rules" -> rules(corpus(options), options, out);
      case "live" ->
          new LiveTest(corpus(options), options.number("--rules", 100_000), SEED, out).run();
      case "copies" ->
          new CopiesTable(
                  Path.of(options.text("--articles", "")),
                  options.number("--count", 1_000_000),
                  SEED,
                  out)
              .print(
                  Path.of(options.text("--pairs", "copies.txt")), options.number("--size", 1_000));
      case "incidents" -> incidents(options, out);
      case "replay" -> new ReplayTable(options, SEED, out).run();
      case "pipeline" -> new PipelineTable(PipelineOptions.of(options), SEED, out).run();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void incidents(Options options, PrintStream out) throws IOException, RuleProblems {
    new IncidentsTable(
            paths(options, "--articles", ""),
            paths(options, "--rules", "rules"),
            Duration.parse(options.text("--window", "PT12H")),
            out)
        .print(options.number("--sample", 100), options.number("--seed", (int) SEED));
  }

  private static List<Path> paths(Options options, String name, String otherwise) {
    List<String> given = options.all(name);
    return (given.isEmpty() ? List.of(otherwise) : given).stream().map(Path::of).toList();
  }

  private static Corpus corpus(Options options) throws IOException {
    return Corpus.read(Path.of(options.text("--articles", "")));
  }

  private static void rules(Corpus corpus, Options options, PrintStream out)
      throws IOException, RuleProblems {
    var table = new RulesTable(corpus, options.decimal("--seconds", 1), out);
    out.println(RulesTable.header());
    for (int size : options.numbers("--sizes", "10,1000,10000,100000,1000000")) {
      table.row(size, SEED);
    }
    if (!options.has("--table-only")) {
      new Adversary(corpus, SEED, out).run();
      new ChangeTest(corpus, SEED, out).run();
    }
  }
}
