package io.wirewatch.app.page;

import static io.wirewatch.app.page.Replays.aRule;
import static io.wirewatch.app.page.Replays.bridge;
import static io.wirewatch.app.page.Replays.facts;
import static io.wirewatch.app.page.Replays.findings;
import static io.wirewatch.app.page.Replays.gaining;
import static io.wirewatch.app.page.Replays.read;
import static io.wirewatch.app.page.Replays.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.app.page.Replays.Text;
import io.wirewatch.replay.finding.Findings;
import io.wirewatch.replay.finding.Quality;
import io.wirewatch.replay.finding.RuleFinding;
import io.wirewatch.replay.finding.Verdict;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page as a whole, and all of it but its alerts. */
final class ReplayPageTest {
  private static final String EVIL =
      "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u001b[2J\u202e\ud800</title></style>";
  private static final String TAMED =
      "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\uFFFD[2J\uFFFD\uFFFD</title></style>";

  @Test
  void page_ofHostileText_holdsItAsText() throws IOException {
    ReplayPage.Facts facts =
        new ReplayPage.Facts(
            EVIL,
            Map.of(EVIL, EVIL),
            true,
            true,
            List.of(EVIL),
            List.of(new ReplayPage.Condition(EVIL, 1, true)),
            Map.of(EVIL, 1L),
            Optional.empty());
    Text text = new Text(EVIL, EVIL).at("https://" + EVIL).in(EVIL).matching(EVIL);
    RuleFinding rule = aRule(EVIL).from(EVIL).with(text.change(Verdict.LOST)).done();

    String html = written(facts, findings(rule));
    Document page = Jsoup.parse(html);

    assertThat(page.select("script, img, iframe, link, object, [onerror], [src]")).isEmpty();
    assertThat(html).doesNotContain("\u001b", "\u202e", "\ud800");
    assertThat(page.select("article")).hasSize(1);
    assertThat(page.select("article h4 mark").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select("article .text mark").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select(".rules tbody bdi").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select(".timelines svg title").first().wholeText()).startsWith(TAMED);
    assertThat(page.select(".timelines figcaption bdi").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select(".shares .bar bdi").last().wholeText()).isEqualTo(TAMED);
    assertThat(page.select(".conditions code").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select(".left-out bdi").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select(".repeat pre code").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select(".repeat td bdi").first().wholeText()).isEqualTo(TAMED);
    assertThat(page.select("h4, .text").eachAttr("lang")).isNotEmpty().containsOnly("");
  }

  @Test
  void page_ofAnything_loadsAndRunsNothing() throws IOException {
    String html = written(facts(true, true), findings(gaining(bridge())));
    Document page = Jsoup.parse(html);

    assertThat(page.select("script, link, img, iframe, object, embed, base, form, [src]"))
        .isEmpty();
    assertThat(page.select("[href]"))
        .isNotEmpty()
        .allMatch(link -> link.attr("href").equals("#rule-1"));
    assertThat(page.select("#rule-1")).hasSize(1);
    assertThat(html).doesNotContain("url(", "@import", "http:", "https:", "javascript:");
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
  }

  @Test
  void page_ofAnything_fitsPhonesPaperAndDarkRooms() throws IOException {
    String html = written(facts(true, true), findings(gaining(bridge())));

    assertThat(Jsoup.parse(html).select("meta[name=viewport]").attr("content"))
        .isEqualTo("width=device-width, initial-scale=1");
    assertThat(html)
        .containsPattern("@media print \\{[^@]*--gained")
        .containsPattern("@media \\(prefers-color-scheme: dark\\) \\{[^@]*--gained")
        .contains("details::details-content { display: block;");
  }

  @Test
  void page_ofTheSameFindings_isTheSame() throws IOException {
    Findings findings = findings(gaining(bridge()), aRule("b").done(), aRule("a").done());

    assertThat(written(facts(true, true), findings))
        .isEqualTo(written(facts(true, true), findings));
  }

  @Test
  void page_ofAReplayThatStopped_saysPartialFirst() throws IOException {
    Document page = Jsoup.parse(written(facts(false, true), findings(gaining(bridge()))));

    assertThat(page.title()).startsWith("PARTIAL: ");
    assertThat(page.select("header .state").first().text()).startsWith("PARTIAL. ");
    assertThat(page.text()).doesNotContain("Complete.");
  }

  @Test
  void page_ofACompleteReplay_saysSo() throws IOException {
    Document page = read(gaining(bridge()));

    assertThat(page.select("header .state").eachText())
        .containsExactly("Complete. All of the history that was asked for was replayed.");
    assertThat(page.text()).doesNotContain("PARTIAL");
  }

  @Test
  void page_ofACompleteReplayWithRemarks_doesNotSayThatAllWasReplayed() throws IOException {
    ReplayPage.Facts plain = facts(true, true);
    ReplayPage.Facts facts =
        new ReplayPage.Facts(
            plain.command(),
            plain.plan(),
            true,
            true,
            List.of("a file is damaged; 3 of its 9 records could not be read"),
            List.of(),
            plain.sums(),
            plain.span());

    Document page = Jsoup.parse(written(facts, findings(gaining(bridge()))));

    assertThat(page.select("header .state").eachText())
        .containsExactly("To the end. What is not in these results, or may not be, stands below.");
  }

  @Test
  void summary_ofAComparison_hasItsNumbers() throws IOException {
    Document page = read(aRule("a").on(Replays.DAY, 3, 1, 9).labelled(new Quality(3, 1, 2)).done());

    assertThat(page.select(".numbers div").eachText())
        .containsExactly(
            "alerts 12 10 on the other side",
            "gained +3 only of the rules that are tried",
            "lost −1 only of the other side",
            "same 9 of both",
            "pages after suppression 12 10 on the other side",
            "alerts a day 6.0 6.0 pages a day",
            "in the busiest hour 2 from 2026-01-03 08:05 UTC",
            "precision 0.750 3 right, 1 wrong",
            "recall 0.600 2 missed");
  }

  @Test
  void conditions_ofWhichOneHolds_fail() throws IOException {
    ReplayPage.Facts plain = facts(true, true);
    ReplayPage.Facts facts =
        new ReplayPage.Facts(
            plain.command(),
            plain.plan(),
            true,
            true,
            List.of(),
            List.of(
                new ReplayPage.Condition("lost>0", 3, true),
                new ReplayPage.Condition("precision<0.5", Double.NaN, false)),
            plain.sums(),
            plain.span());

    Document page = Jsoup.parse(written(facts, findings(gaining(bridge()))));

    assertThat(page.select(".state").last().text())
        .isEqualTo("FAILED. Of the conditions of --fail-on 1 of 2 holds:");
    assertThat(page.select(".conditions li").eachText())
        .containsExactly(
            "lost>0 holds, it is 3", "precision<0.5 does not hold, nothing is labelled");
  }

  @Test
  void rules_ofATable_standByHowMuchTheyChange() throws IOException {
    Document page =
        read(
            aRule("same").on(Replays.DAY, 0, 0, 90).done(),
            aRule("lost").on(Replays.DAY, 0, 2, 1).done(),
            aRule("gone").of(null, Replays.TUNNEL).on(Replays.DAY, 1, 0, 0).done());

    assertThat(page.select(".rules tbody tr").eachText())
        .containsExactly(
            "lost Bridges high 1 0 −2 1 1 3",
            "gone Tunnels not in the rules that are tried high 1 +1 0 0 1 0",
            "same Bridges high 90 0 0 90 90 90",
            "all 92 +1 −2 91 92 93");
  }

  @Test
  void timelines_ofMoreRulesThanThereIsRoomFor_areOfTheMostChanged() throws IOException {
    RuleFinding[] rules =
        IntStream.rangeClosed(1, 34)
            .mapToObj(number -> aRule("r" + number).on(Replays.DAY, number, 0, 0).done())
            .toArray(RuleFinding[]::new);

    Document page = read(rules);

    assertThat(page.select(".timelines figure")).hasSize(30);
    assertThat(page.select(".timelines figcaption bdi").first().text()).isEqualTo("r34");
    assertThat(page.select(".times .left-out").text())
        .isEqualTo("Not drawn: 4 rules more. report.json has their days.");
  }

  @Test
  void timeline_ofAYear_isByWeekWithTheDaysInATable() throws IOException {
    Replays rule = aRule("a");
    LocalDate first = LocalDate.parse("2025-01-01");
    IntStream.range(0, 365).forEach(day -> rule.on(first.plusDays(day), 1, 1, 1));

    Document page = read(rule.done());

    assertThat(page.select(".timelines svg title").text())
        .isEqualTo(
            "a by week, week of 2024-12-30 to week of 2025-12-29: 1,095 alerts: 365 gained, 365 lost, 365 same; at most 21 a week, week of 2025-01-06");
    assertThat(page.select(".times > .scroll tbody tr")).hasSize(53);
    assertThat(page.select(".times > .scroll thead th").first().text()).isEqualTo("Week of");
    assertThat(page.select(".times > .scroll tbody th").first().text()).isEqualTo("2024-12-30");
    assertThat(page.select(".times details tbody tr")).hasSize(365);
  }

  @Test
  void timeline_ofAComparison_tellsThreeKindsWithoutColour() throws IOException {
    String html = written(facts(true, true), findings(aRule("a").on(Replays.DAY, 1, 1, 2).done()));
    Element drawing = Jsoup.parse(html).selectFirst(".timelines svg");

    assertThat(drawing.select("path.same").attr("d")).matches("M5\\.0 [0-9.]+V[0-9.]+");
    assertThat(drawing.select("path.gained").attr("d")).matches("M5\\.0 [0-9.]+V[0-9.]+");
    assertThat(drawing.select("path.lost").attr("d")).matches("M[0-9. ]+v[0-9.]+h[0-9.]+v-[0-9.]+");
    assertThat(html)
        .containsPattern("\\.timeline \\.gained \\{[^}]*stroke-dasharray")
        .containsPattern("\\.timeline \\.lost \\{[^}]*fill: none");
  }

  @Test
  void regions_ofAlerts_areOnTheMap() throws IOException {
    Document page = read(gaining(bridge()));

    assertThat(page.select("svg.map .spots title").eachText())
        .containsOnly("Mosul, Iraq: 6 alerts: 2 gained, 1 lost, 3 same");
    assertThat(page.select(".places tbody tr").text())
        .isEqualTo("Mosul Iraq town or other place 6 2 1 3 36.34° N 43.12° E");
    assertThat(page.select(".shares").first().select("tbody tr").text())
        .isEqualTo("Iraq 1 100% 0 +1 0");
  }

  @Test
  void end_ofThePage_saysHowToRunItAgain() throws IOException {
    Element end = read(gaining(bridge())).select("main > section").last();

    assertThat(end.select("pre").text()).isEqualTo("wirewatch replay --rules mine");
    assertThat(end.select("tbody tr").eachText())
        .contains(
            "hash of the rule set that is tried abcd1234",
            "topic news.articles.enriched",
            "offsets by partition: first, and the one behind the last 0: 12, 345 1: 0, 7",
            "read 1,200");
  }

  @Test
  void page_withoutAnyAlert_saysSo() throws IOException {
    Document page =
        Jsoup.parse(written(facts(true, true), new Findings(List.of(), List.of(), null, 0)));

    assertThat(page.select(".rules p").text()).isEqualTo("No rule alerts.");
    assertThat(page.select(".changes p").text()).isEqualTo("No alert is gained or lost.");
    assertThat(page.select("svg, article")).isEmpty();
  }
}
