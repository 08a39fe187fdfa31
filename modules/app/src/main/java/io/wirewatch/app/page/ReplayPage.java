package io.wirewatch.app.page;

import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.Level;
import io.wirewatch.replay.finding.Compared;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.RegionFinding;
import io.wirewatch.replay.finding.RuleFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a replay found, as one page of HTML, for a browser or for paper. It loads nothing, runs
 * nothing, and whatever rules and articles hold is text in it. The same findings always give the
 * same page.
 */
public final class ReplayPage {
  private static final MapWords REGIONS =
      new MapWords(
          "Regions",
          "No alert is about a region with known coordinates.",
          "with most alerts",
          "The larger, the more alerts; an alert about a town counts for its division and country too.",
          List.of("Alerts", "Gained", "Lost", "Same"));
  private static final MapWords REGIONS_OF_ONE_SIDE =
      new MapWords(
          REGIONS.heading(), REGIONS.none(), REGIONS.most(), REGIONS.larger(), List.of("Alerts"));

  /** The order of rules everywhere on the page: those first whose alerts differ most. */
  private static final Comparator<RuleFinding> MOST_CHANGED =
      Comparator.comparingLong((RuleFinding rule) -> rule.alerts().gained() + rule.alerts().lost())
          .thenComparingLong(rule -> rule.alerts().all())
          .reversed()
          .thenComparing(RuleFinding::id);

  private static final int MOST_NAME = 80;

  private final Facts facts;
  private final Findings findings;

  /**
   * What is to be known of a replay beside its findings.
   *
   * @param command what was typed
   * @param plan what was replayed and how: names and values, which may have several lines
   * @param complete whether it came to the end of the history
   * @param compares whether there is another side
   * @param remarks what a reader has to know of the history, a sentence each
   * @param sums what became of the records that were read
   * @param span the time that the articles are of; empty where there was no article
   */
  public record Facts(
      String command,
      Map<String, String> plan,
      boolean complete,
      boolean compares,
      List<String> remarks,
      List<Condition> conditions,
      Map<String, Long> sums,
      Optional<Span> span) {
    /** Copies the collections. */
    public Facts {
      plan = Collections.unmodifiableMap(new LinkedHashMap<>(plan));
      remarks = List.copyOf(remarks);
      conditions = List.copyOf(conditions);
      sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }

    /** Whether the other side is rules; of what was live only the alerts are known. */
    boolean hasOtherRules() {
      return compares && !"live".equals(plan.get("against"));
    }
  }

  /**
   * What makes a replay fail.
   *
   * @param text as the user wrote it
   * @param value the number that it is about; not a number where nothing is labelled
   * @param holds whether it does, which it should not
   */
  public record Condition(String text, double value, boolean holds) {}

  /**
   * From the first article to the last.
   *
   * @param days how long that is, at least one
   */
  public record Span(Instant first, Instant last, double days) {}

  /** A page of these. */
  public ReplayPage(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  /**
   * Writes the page.
   *
   * @param gazetteer its towns are the ground of the map
   */
  public void write(Gazetteer gazetteer, Appendable out) throws IOException {
    try {
      write(new Html(out), World.of(gazetteer, Set.of()));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private void write(Html html, World world) {
    List<RuleFinding> rules = findings.rules().stream().sorted(MOST_CHANGED).toList();
    ChangeSection changes = new ChangeSection(html, facts, rules);
    PageHead.write(html, title(), "replay.css");
    html.open("body").open("header", "class", "top");
    new ReplayTop(html, facts, findings).write();
    html.close("header").open("main");
    new RuleTable(html, facts, changes::anchor).write(rules, findings);
    new TimeSection(html, facts.compares()).write(rules, findings);
    List<Spot> spots = spots(world);
    MapWords words = facts.compares() ? REGIONS : REGIONS_OF_ONE_SIDE;
    new PlaceMaps(html, world, words, spots).write();
    shares(html, world);
    changes.write();
    new RepeatSection(html, facts).write();
    html.close("main").close("body").close("html").ours("\n");
  }

  private String title() {
    return (facts.complete() ? "" : "PARTIAL: ")
        + "Replay: "
        + Words.count(findings.alerts().now(), "alert")
        + " of "
        + Words.count(findings.rules().size(), "rule");
  }

  private void shares(Html html, World world) {
    ShareTable shares = new ShareTable(html, facts.compares());
    shares.write(
        "Countries",
        "Country",
        findings.countries(),
        code -> code.isEmpty() ? "no region" : world.nameOfCode(code));
    shares.write(
        "Sources", "Source", findings.sources(), name -> Excerpt.beginning(name, MOST_NAME));
  }

  private List<Spot> spots(World world) {
    return findings.regions().stream()
        .filter(found -> isOnEarth(found.region().getLat(), found.region().getLon()))
        .map(found -> spot(found, world))
        .toList();
  }

  private static boolean isOnEarth(double lat, double lon) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  }

  private Spot spot(RegionFinding found, World world) {
    Level level = Level.valueOf(found.region().getLevel().name());
    Compared alerts = found.alerts();
    String within = level == Level.COUNTRY ? "" : world.nameOfCode(found.region().getCountry());
    List<Long> numbers =
        facts.compares()
            ? List.of(alerts.all(), alerts.gained(), alerts.lost(), alerts.same())
            : List.of(alerts.all());
    return new Spot(
        found.region().getName(),
        within,
        level,
        found.region().getLat(),
        found.region().getLon(),
        alerts.all(),
        facts.compares() ? Words.compared(alerts) : Words.count(alerts.all(), "alert"),
        numbers);
  }
}
