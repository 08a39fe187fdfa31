package io.wirewatch.replay.finding;

import io.wirewatch.Alert;
import io.wirewatch.replay.RecordBytes;
import io.wirewatch.replay.Workbench;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.rules.Suppress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares what a ledger has of both sides. */
public final class Comparison {
  /* First each pair of rule and article gets its verdict and a place among those of its rule, by event time; then each rule is
   * read once from its first alert to its last. So no more than one rule is in memory, however long the history is. */
  private static final String JUDGED = "j/";
  private static final int PAIRS_A_COMMIT = 10_000;

  private final Workbench bench;
  private final Sides sides;
  private final Labels labels;
  private final RecordBytes<Alert> form = RecordBytes.of(Alert.class);
  private final Set<String> rules = new TreeSet<>();
  private @Nullable Map<String, Suppress> suppressing;
  private final AtomicLong compared = new AtomicLong();
  private long unexamined;
  private int uncommitted;

  /**
   * The rules of both sides.
   *
   * @param other null where they are not at hand, or nothing is compared
   */
  public record Sides(RuleSet tried, @Nullable RuleSet other, Ledger.Against against) {}

  /** A comparison of what is on the workbench. */
  public Comparison(Workbench bench, Sides sides, Labels labels) {
    this.bench = bench;
    this.sides = sides;
    this.labels = labels;
  }

  /**
   * Compares.
   *
   * @param changes gets every alert that is gained or lost, rule by rule in the order of event time
   */
  public Findings findings(Consumer<Change> changes) {
    bench.deleteAll(JUDGED);
    bench.commit();
    judge();
    rules.addAll(labels.rules());
    RuleBook tried = new RuleBook(sides.tried(), rules);
    RuleBook other = new RuleBook(sides.other(), rules);
    KeptTexts texts = new KeptTexts(bench);
    Tallies tallies = new Tallies(bench, texts, labels, sides.against(), changes);
    for (String rule : rules) {
      tallies.begin(rule, tried.rule(rule).orElse(null), other.rule(rule).orElse(null));
      bench.each(
          JUDGED + rule + Ledger.SEPARATOR,
          (key, value) -> {
            tallies.add(Judged.of(value));
            compared.incrementAndGet();
            return true;
          });
      tallies.end();
    }
    return new Findings(
        new Examples(bench, sides.against(), texts, labels).added(tallies.rules(), JUDGED),
        tallies.regions(),
        tallies.busiest(),
        unexamined);
  }

  /** How many alerts are compared by now; any thread may ask. */
  public long compared() {
    return compared.get();
  }

  private void judge() {
    Pair pair = new Pair();
    bench.each(
        Ledger.ALERTS,
        (key, value) -> {
          // An article's id may be anything, a place is ours.
          int end = key.lastIndexOf(Ledger.SEPARATOR);
          String of = key.substring(0, end);
          if (!pair.is(of)) {
            keep(pair);
            pair.begin(of);
          }
          pair.add(key, key.substring(end + 1), value);
          return true;
        });
    keep(pair);
    bench.commit();
  }

  private void keep(Pair pair) {
    pair.judged(this::otherGroup)
        .filter(this::isComparable)
        .ifPresent(
            judged -> {
              Facts facts = judged.facts();
              rules.add(facts.rule());
              String time = Ledger.digits(Math.max(0, facts.eventMillis()));
              bench.put(
                  String.join(Ledger.SEPARATOR, JUDGED + facts.rule(), time, facts.article()),
                  judged.bytes());
              if (++uncommitted % PAIRS_A_COMMIT == 0) {
                bench.commit();
              }
            });
  }

  /** What was live on an article that is not in this part of history may be no loss. */
  private boolean isComparable(Judged judged) {
    boolean isComparable =
        sides.against() != Ledger.Against.LIVE
            || judged.verdict() != Verdict.LOST
            || bench.get(Ledger.EXAMINED + judged.facts().article()) != null;
    unexamined += isComparable ? 0 : 1;
    return isComparable;
  }

  /** Alerts that were live came without their group; of their rules only these are at hand. */
  private String otherGroup(Entry entry) {
    Suppress suppress =
        sides.against() == Ledger.Against.LIVE ? suppressing().get(entry.facts().rule()) : null;
    return suppress == null
        ? entry.group()
        : Suppression.group(suppress, form.read(entry.alert()), null);
  }

  private Map<String, Suppress> suppressing() {
    Map<String, Suppress> known = suppressing;
    if (known == null) {
      known = new HashMap<>();
      for (Rule rule : sides.tried().rules()) {
        Suppress suppress = rule.suppress();
        if (suppress != null) {
          known.put(rule.id(), suppress);
        }
      }
      suppressing = known;
    }
    return known;
  }
}
