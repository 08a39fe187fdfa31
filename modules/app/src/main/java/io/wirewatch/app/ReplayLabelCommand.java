package io.wirewatch.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wirewatch replay label}: asks somebody which alerts of a replay are relevant. */
@Command(
    name = "label",
    description = {
      "Label a sample of a replay's alerts as relevant to their rules or not: an equal share of each rule.",
      "Answers are lines of standard input, kept at once; what has a label is not asked again, so quit and go on later."
    },
    footer = {
      "",
      "  wirewatch replay --input samples/*.jsonl --rules rules --out /tmp/report",
      "  wirewatch replay label --of /tmp/report --labels labels.jsonl",
      "  wirewatch replay --input samples/*.jsonl --rules rules --labels labels.jsonl",
      "",
      "The last of these says how precise each rule is."
    })
final class ReplayLabelCommand implements Callable<Integer> {
  private static final int MOST = 1_000;

  @Option(
      names = "--of",
      paramLabel = "DIR",
      required = true,
      description = "The --out of a finished replay.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path directory;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      required = true,
      description =
          "Where answers are appended, as lines {\"article\",\"rule\",\"relevant\"}; made where it is not there.")
  @SuppressWarnings("NullAway.Init") // picocli sets it.
  private Path labels;

  @Option(
      names = "--rules",
      split = ",",
      paramLabel = "ID,…",
      description = "Only alerts of these rules.")
  private Set<String> rules = Set.of();

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "50",
      description = "So many alerts, 1 to 1000 (default: 50).")
  private int most;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number gives another sample (default: 1).")
  private long seed;

  @Option(
      names = "--changes",
      description = "Only alerts that are gained or lost; the replay had --against.")
  private boolean changes;

  @Override
  public Integer call() {
    if (most < 1 || most > MOST) {
      throw new Refusal("--sample takes 1 to " + MOST);
    }
    Screen screen = Screen.standard();
    List<LabelItem> items =
        new LabelSample(directory, new LabelSample.Wish(rules, most, seed, changes), screen)
            .items();
    try {
      new LabelSession(items, LabelLog.open(labels), screen).run(System.in);
      return 0;
    } catch (IOException failed) {
      throw new Refusal(
          "cannot read answers: " + failed.getMessage() + "; the same command goes on", failed);
    }
  }
}
