package io.wirewatch.app.page;

import static io.wirewatch.app.page.Replays.aRule;
import static io.wirewatch.app.page.Replays.bridge;
import static io.wirewatch.app.page.Replays.facts;
import static io.wirewatch.app.page.Replays.findings;
import static io.wirewatch.app.page.Replays.gaining;
import static io.wirewatch.app.page.Replays.read;
import static io.wirewatch.app.page.Replays.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Field;
import io.wirewatch.Match;
import io.wirewatch.app.page.Replays.Text;
import io.wirewatch.replay.finding.Change;
import io.wirewatch.replay.finding.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How alerts are shown that are gained or lost. */
final class ChangeSectionTest {
  @Test
  void alert_thatIsGained_saysWhyOnBothSides() throws IOException {
    Element card = read(gaining(bridge())).selectFirst("article");

    assertThat(card.select(".verdict").text()).isEqualTo("+ gained");
    assertThat(card.select(".why div").eachText())
        .hasSize(3)
        .startsWith("Found bridge", "Rules tried match")
        .last()
        .asString()
        .startsWith("Other rules do not match: ")
        .hasSizeGreaterThan("Other rules do not match: ".length());
  }

  @Test
  void alert_ofARuleThatTheOtherSideLacks_saysSo() throws IOException {
    Change change = bridge().change(Verdict.GAINED);
    Document page =
        read(
            aRule("border")
                .of(Replays.BRIDGE, null)
                .with(
                    new Change(
                        Verdict.GAINED, change.alert(), change.article(), change.now(), null, true))
                .done());

    assertThat(page.select(".why div").last().text())
        .isEqualTo("Other rules have no rule of this id");
    assertThat(page.select("article .about").text()).contains("· labelled relevant ·");
  }

  @Test
  void alert_whoseArticleWasNotExamined_saysSoAndHasItsHeadline() throws IOException {
    Change change = bridge().change(Verdict.LOST);
    Document page =
        read(
            aRule("border")
                .with(new Change(Verdict.LOST, change.alert(), null, null, null, null))
                .done());

    assertThat(page.select("article h4").text()).isEqualTo("A bridge opens");
    assertThat(page.select("article .text")).isEmpty();
    assertThat(page.select(".why div").last().text())
        .isEqualTo("Other rules the article was not examined in this replay");
  }

  @Test
  void matches_inHeadlineAndBody_areMarkedWhereTheyStand() throws IOException {
    Element card = read(gaining(bridge())).selectFirst("article");

    assertThat(card.select("h4").html()).isEqualTo("A <mark class=\"match\">bridge</mark> opens");
    assertThat(card.select(".text").html())
        .isEqualTo("The <mark class=\"match\">bridge</mark> opened in Mosul.");
  }

  @Test
  void match_ofAnotherRevision_isNotMarked() throws IOException {
    Text text =
        new Text("h", "short")
            .matching(new Match(Field.BODY, 0, 4, "else", "else"))
            .matching(new Match(Field.BODY, 3, 90, "far", "far"))
            .matching(new Match(Field.BODY, -1, 2, "sh", "sh"));

    Element card = read(gaining(text)).selectFirst("article");

    assertThat(card.select("mark")).isEmpty();
    assertThat(card.select(".text").text()).isEqualTo("short");
  }

  @Test
  void match_farBehindInALongText_isMarkedWithWhatIsAroundIt() throws IOException {
    String body = "before ".repeat(2_000) + "the bridge here" + " after".repeat(2_000);

    Element text = read(gaining(new Text("h", body).matching("bridge"))).selectFirst(".text");

    assertThat(text.select("mark").eachText()).containsExactly("bridge");
    assertThat(text.text())
        .startsWith("… before ")
        .contains(" before the bridge here after ")
        .endsWith(" after …")
        .hasSizeBetween(1_200, 1_510);
  }

  @Test
  void text_inArabic_runsInItsDirection() throws IOException {
    Text arabic = new Text("افتتاح جسر", "افتتح جسر في الموصل.").in("ar").matching("جسر");

    Element card = read(gaining(arabic)).selectFirst("article");

    for (String part : List.of("h4", ".text")) {
      assertThat(card.select(part).attr("dir")).isEqualTo("auto");
      assertThat(card.select(part).attr("lang")).isEqualTo("ar");
      assertThat(card.select(part + " mark").text()).isEqualTo("جسر");
    }
    assertThat(card.select(".why bdi").first().text()).isEqualTo("جسر");
  }

  @Test
  void address_ofTheWeb_isALinkThatTellsNothing() throws IOException {
    Element link =
        read(gaining(bridge().at("https://example.org/a?b=1&c=2"))).selectFirst("article a");

    assertThat(link.attr("href")).isEqualTo("https://example.org/a?b=1&c=2");
    assertThat(link.attr("rel")).isEqualTo("noopener noreferrer");
    assertThat(link.text()).isEqualTo("https://example.org/a?b=1&c=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "https://a b",
        " https://a"
      })
  void address_ofAnythingElse_isTextOnly(String url) throws IOException {
    Element card = read(gaining(bridge().at(url))).selectFirst("article");

    assertThat(card.select("a")).isEmpty();
    assertThat(card.select(".about").text()).contains(url.strip());
  }

  @Test
  void alerts_overTheRoom_areLeftOutAndCounted() throws IOException {
    Replays first = aRule("a").on(Replays.DAY, 700, 0, 0);
    Replays second = aRule("b");
    Change change = bridge().change(Verdict.GAINED);
    IntStream.range(0, 450).forEach(at -> first.with(change));
    IntStream.range(0, 100).forEach(at -> second.with(change));

    Document page = read(first.done(), second.done());

    assertThat(page.select("article")).hasSize(500);
    assertThat(page.select(".changes .left-out").text())
        .isEqualTo(
            "Shown: 500 of 1,250, the first of each rule; left out: 750. changes.jsonl has all of them.");
  }

  @Test
  void alerts_ofOneSide_areExamples() throws IOException {
    Document page = Jsoup.parse(written(facts(true, false), findings(gaining(bridge()))));

    assertThat(page.select(".changes h2").text()).isEqualTo("Examples of alerts");
    assertThat(page.select("article")).hasSize(1);
    assertThat(page.select(".rules thead th").eachText())
        .containsExactly("Rule", "Severity", "Alerts", "Pages");
    assertThat(page.select("main").text()).doesNotContainIgnoringCase("gained");
    assertThat(page.select("path.gained").eachAttr("d")).containsOnly("");
    assertThat(page.select("path.same").eachAttr("d")).hasSize(2).allMatch(d -> !d.isEmpty());
  }
}
