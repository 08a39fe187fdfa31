package io.wirewatch.replay.finding;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.replay.AlertOutlet;
import io.wirewatch.replay.Lines;
import io.wirewatch.replay.Observer;
import io.wirewatch.replay.RecordBytes;
import io.wirewatch.replay.Workbench;
import io.wirewatch.replay.history.Past;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps what a backtest makes of the articles, until it is compared. */
public final class Ledger implements Observer {
  /* On the workbench, N being a NUL character: "a/<article>N<rule>N<side><place>" has an alert of a side, or nothing where it was
   * taken back there, so that nobody has to ask what was before; "x/<article>N<revision>" has the article where the sides differ,
   * and for examples; "e/<partition>/<rule>" says how many examples there are; "l/<article>" has the rules that alerted on it when
   * it was live; "k/<article>" is there when an article that was live, or that somebody labelled, was examined. */
  static final String ALERTS = "a/";
  static final String ARTICLES = "x/";
  static final String EXAMINED = "k/";
  static final String SEPARATOR = "\0";
  static final String TRIED = "c";
  static final String OTHER = "o";

  private static final String LIVE = "l/";
  private static final String EXAMPLE = "e/";
  private static final int EXAMPLES = 10;
  private static final long SIXTEEN_DIGITS = 1L << 60;
  private static final byte[] TAKEN_BACK = {};

  private final Workbench bench;
  private final Against against;
  private final Files files;
  private final Set<String> labelled;
  private final Map<String, Integer> examples = new HashMap<>();
  private final RecordBytes<Alert> alertForm = RecordBytes.of(Alert.class);
  private final RecordBytes<EnrichedArticle> articleForm = RecordBytes.of(EnrichedArticle.class);

  /** What the rules that are tried are compared with. */
  public enum Against {
    /** Nothing. */
    NOTHING,
    /** Other rules, on the same articles. */
    RULES,
    /** The alerts that were live. */
    LIVE
  }

  /**
   * Where lines go while it runs.
   *
   * @param alerts of the rules that are tried, as {@code line} says them
   * @param setAside records that ended early
   */
  public record Files(
      Lines alerts, Function<Alert, String> line, Lines setAside, AlertOutlet outlet) {}

  /**
   * An empty ledger, or one that goes on.
   *
   * @param labelled ids of articles of which has to be known whether they were examined
   */
  public Ledger(Workbench bench, Against against, Files files, Set<String> labelled) {
    this.bench = bench;
    this.against = against;
    this.files = files;
    this.labelled = Set.copyOf(labelled);
  }

  /** An alert that was live, told before the backtest runs; retractions are of no account. */
  public void live(Alert alert) {
    if (alert.getStatus() == AlertStatus.NEW) {
      String article = alert.getArticle();
      String key = key(alert, OTHER);
      if (bench.get(key) == null) {
        bench.put(key, entry(alert, ""));
      }
      Set<String> rules = liveRules(article);
      rules.add(alert.getRule());
      bench.put(LIVE + article, String.join(SEPARATOR, rules).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public boolean isWanted(String article) {
    return against == Against.LIVE && !liveRules(article).isEmpty();
  }

  @Override
  public void examined(Past record, EnrichedArticle article, List<List<Raised>> alerts) {
    String id = article.getArticle().getId();
    if (labelled.contains(id) || isWanted(id)) {
      bench.put(EXAMINED + id, new byte[0]);
    }
    for (Raised raised : alerts.get(0)) {
      files.alerts().add(record.partition(), files.line().apply(raised.alert()));
      files.outlet().send(raised.alert());
    }
    keep(record, article, alerts.get(0), TRIED);
    if (against == Against.RULES) {
      keep(record, article, alerts.get(1), OTHER);
    }
    if (isShown(record, id, alerts)) {
      bench.put(key(id, article.getRevision()), articleForm.bytes(article));
    }
  }

  private boolean isShown(Past record, String article, List<List<Raised>> alerts) {
    Set<String> tried = rules(alerts.get(0));
    Set<String> other =
        switch (against) {
          case NOTHING -> tried;
          case RULES -> rules(alerts.get(1));
          case LIVE -> liveRules(article);
        };
    return !tried.equals(other) || tried.stream().anyMatch(rule -> isExample(record, rule));
  }

  @Override
  public void setAside(Past record, String step, String why) {
    files.setAside().add(record.partition(), SetAsideLine.of(record, step, why));
  }

  @Override
  public void committing() {
    files.outlet().flush();
    files.alerts().keep();
    files.setAside().keep();
  }

  private void keep(Past record, EnrichedArticle article, List<Raised> alerts, String side) {
    String place = side + digits(record.offset()) + "/" + record.partition();
    for (Raised raised : alerts) {
      Alert alert = raised.alert();
      String group = raised.suppress().map(s -> Suppression.group(s, alert, article)).orElse("");
      bench.put(
          key(alert, place),
          alert.getStatus() == AlertStatus.RETRACTED ? TAKEN_BACK : entry(alert, group));
    }
  }

  /** A number that is not below zero, as text that sorts as numbers do. */
  static String digits(long number) {
    return Long.toHexString(SIXTEEN_DIGITS + number);
  }

  /** Where the text of a revision is. */
  static String key(String article, int revision) {
    return ARTICLES + article + SEPARATOR + digits(revision);
  }

  private static String key(Alert alert, String place) {
    return ALERTS + alert.getArticle() + SEPARATOR + alert.getRule() + SEPARATOR + place;
  }

  private byte[] entry(Alert alert, String group) {
    return new Entry(group, Facts.of(alert), alertForm.bytes(alert)).bytes();
  }

  /** The first of each rule and partition, so that it does not depend on which is read first. */
  private boolean isExample(Past record, String rule) {
    String key = EXAMPLE + record.partition() + "/" + rule;
    int before = examples.computeIfAbsent(key, this::examples);
    if (before == EXAMPLES) {
      return false;
    }
    examples.put(key, before + 1);
    bench.put(key, new byte[] {(byte) (before + 1)});
    return true;
  }

  private int examples(String key) {
    byte[] kept = bench.get(key);
    return kept == null ? 0 : kept[0];
  }

  private Set<String> liveRules(String article) {
    byte[] rules = bench.get(LIVE + article);
    return rules == null
        ? new TreeSet<>()
        : new TreeSet<>(List.of(new String(rules, StandardCharsets.UTF_8).split(SEPARATOR, -1)));
  }

  private static Set<String> rules(List<Raised> alerts) {
    return alerts.stream()
        .map(Raised::alert)
        .filter(alert -> alert.getStatus() == AlertStatus.NEW)
        .map(Alert::getRule)
        .collect(Collectors.toSet());
  }
}
