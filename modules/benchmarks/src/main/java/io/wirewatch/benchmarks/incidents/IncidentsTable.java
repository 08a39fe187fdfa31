package io.wirewatch.benchmarks.incidents;

import io.wirewatch.Alert;
import io.wirewatch.AlertStatus;
import io.wirewatch.EnrichedArticle;
import io.wirewatch.Incident;
import io.wirewatch.IncidentChange;
import io.wirewatch.OpenIncident;
import io.wirewatch.Region;
import io.wirewatch.deliver.incident.IncidentConfig;
import io.wirewatch.deliver.incident.IncidentStore;
import io.wirewatch.deliver.incident.Incidents;
import io.wirewatch.rules.Rule;
import io.wirewatch.rules.RuleProblems;
import io.wirewatch.rules.RuleSet;
import io.wirewatch.stage.Memory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Counts what people are told of, and lists what was joined and what was not, to be read. */
public final class IncidentsTable {
  private static final int LARGEST = 10;
  private static final int LONGEST_LEAD = 160;
  private static final String ALIKE = "tells of";

  private final List<Path> articles;
  private final List<Path> rules;
  private final Duration window;
  private final PrintStream out;
  private final Incidents incidents;
  private final Map<String, List<Incident>> byIncident = new LinkedHashMap<>();
  private final Map<String, String> leads = new LinkedHashMap<>();
  private final Set<String> stories = new HashSet<>();
  private int alerts;
  private long streamMillis;

  /** A table of these files of articles, with the rules of these folders. */
  public IncidentsTable(List<Path> articles, List<Path> rules, Duration window, PrintStream out) {
    this.articles = articles;
    this.rules = rules;
    this.window = window;
    this.out = out;
    this.incidents =
        new Incidents(
            new IncidentConfig(window, Duration.ofDays(7), 20_000),
            new Incidents.Stores(
                inHeap(), Memory.inHeap(new TreeMap<>()), Memory.inHeap(new TreeMap<>())));
  }

  /** Prints the sums, the largest incidents, and samples of so many. */
  public void print(int sample, long seed) throws IOException, RuleProblems {
    new AlertFeed(all(rules)).read(articles, this::take);
    sums();
    largest();
    joined(sample, new Random(seed));
    apart(sample, new Random(seed));
  }

  /** The rules of several folders as one set; of two with one id the first counts. */
  private static RuleSet all(List<Path> folders) throws RuleProblems {
    Map<String, Rule> all = new LinkedHashMap<>();
    for (Path folder : folders) {
      RuleSet.load(folder).rules().forEach(rule -> all.putIfAbsent(rule.id(), rule));
    }
    return RuleSet.of(List.copyOf(all.values()));
  }

  private void take(EnrichedArticle article, List<Alert> raised) {
    for (Alert alert : raised) {
      alerts += alert.getStatus() == AlertStatus.NEW ? 1 : 0;
      stories.add(alert.getStoryId());
      String body = article.getArticle().getBody().replace('\n', ' ');
      leads.put(alert.getArticle(), body.substring(0, Math.min(LONGEST_LEAD, body.length())));
      streamMillis = Math.max(streamMillis, alert.getEventTime().toEpochMilli());
      incidents
          .take(alert, streamMillis)
          .ifPresent(
              incident ->
                  byIncident
                      .computeIfAbsent(incident.getId(), id -> new ArrayList<>())
                      .add(incident));
    }
  }

  private void sums() {
    long joined =
        joins().stream().map(incident -> incident.getAlert().getArticle()).distinct().count();
    out.printf("| what | number | alerts for each |%n|---|---:|---:|%n");
    row("alerts", alerts);
    row("articles with alerts", leads.size());
    row("stories (nearly the same text)", stories.size());
    row("incidents", byIncident.size());
    out.printf(
        "%nArticles that joined since they tell of the same event: %,d. Pairs of stories in one incident: %,d.%n",
        joined, pairs());
  }

  /** Pairs of stories that are in one incident. */
  private long pairs() {
    return byIncident.values().stream()
        .mapToLong(
            records ->
                records.stream()
                    .map(incident -> incident.getAlert().getStoryId())
                    .distinct()
                    .count())
        .map(count -> count * (count - 1) / 2)
        .sum();
  }

  private void row(String what, int number) {
    out.printf("| %s | %,d | %.2f |%n", what, number, (double) alerts / Math.max(1, number));
  }

  private void largest() {
    out.printf("%nThe largest:%n");
    byIncident.values().stream()
        .sorted(Comparator.comparing((List<Incident> records) -> -records.size()))
        .limit(LARGEST)
        .forEach(
            records -> {
              out.printf("%n%d alerts%n", records.size());
              records.stream()
                  .map(incident -> incident.getAlert().getHeadline())
                  .distinct()
                  .forEach(headline -> out.printf("    %s%n", headline));
            });
  }

  private void joined(int most, Random random) {
    List<Incident> joins = joins();
    Collections.shuffle(joins, random);
    out.printf("%nJoins, %d of %d:%n", Math.min(most, joins.size()), joins.size());
    joins.stream()
        .limit(most)
        .forEach(
            join ->
                out.printf(
                    "%n%s%n%s%n    %s%n", line(opener(join)), line(join), join.getBecause()));
  }

  private Incident opener(Incident join) {
    return byIncident.getOrDefault(join.getId(), List.of(join)).get(0);
  }

  /** Alerts that joined an incident of other texts; of one article the first. */
  private List<Incident> joins() {
    List<Incident> joins = new ArrayList<>();
    byIncident
        .values()
        .forEach(
            records ->
                records.stream()
                    .filter(one -> one.getBecause().startsWith(ALIKE))
                    .forEach(joins::add));
    return joins;
  }

  /** Pairs of incidents that one rule opened in one country within the window. */
  private void apart(int most, Random random) {
    List<Incident> opened =
        byIncident.values().stream()
            .map(records -> records.get(0))
            .filter(incident -> incident.getChange() == IncidentChange.OPENED)
            .toList();
    List<Incident[]> pairs = new ArrayList<>();
    for (int i = 0; i < opened.size(); i++) {
      for (int j = i + 1; j < opened.size(); j++) {
        if (isNear(opened.get(i).getAlert(), opened.get(j).getAlert())) {
          pairs.add(new Incident[] {opened.get(i), opened.get(j)});
        }
      }
    }
    Collections.shuffle(pairs, random);
    out.printf("%nApart, %d of %d:%n", Math.min(most, pairs.size()), pairs.size());
    pairs.stream()
        .limit(most)
        .forEach(pair -> out.printf("%n%s%n%s%n", line(pair[0]), line(pair[1])));
  }

  private boolean isNear(Alert one, Alert other) {
    Duration between = Duration.between(one.getEventTime(), other.getEventTime()).abs();
    return one.getRule().equals(other.getRule())
        && between.compareTo(window) <= 0
        && !Collections.disjoint(countries(one), countries(other));
  }

  private static Set<String> countries(Alert alert) {
    Set<String> countries = new HashSet<>();
    for (Region region : alert.getRegions()) {
      countries.add(region.getCountry());
    }
    return countries;
  }

  private String line(Incident incident) {
    Alert alert = incident.getAlert();
    return "%s %s: %s | %s"
        .formatted(
            alert.getEventTime(),
            alert.getRule(),
            alert.getHeadline(),
            leads.get(alert.getArticle()));
  }

  private static IncidentStore inHeap() {
    return new IncidentStore() {
      @Override
      public void put(String id, OpenIncident incident) {}

      @Override
      public void delete(String id) {}

      @Override
      public void each(BiConsumer<String, OpenIncident> wanted) {}
    };
  }
}
