package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.journey.CommandLine.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code wirewatch why} of articles that the stages have dealt with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WhyIT {
  private static final String ALERTS = "https://basin.example/gate";
  private static final String IS_QUIET = "https://basin.example/harvest";

  private Cluster cluster;
  private String alerted;

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    cluster = Cluster.embedded(directory);
    String file =
        Files.writeString(
                directory.resolve("articles.jsonl"),
                line(ALERTS, "Troops at the border", "The border near Mosul, Iraq is shut.")
                    + line(IS_QUIET, "\u001b[2JHarvest", "The tomatoes of Basra are ripe."))
            .toString();
    assertThat(run("ingest", "jsonl", file).exit()).isZero();
    assertThat(run("ingest", "jsonl", file).exit()).isZero();
    PlainReader reader = new PlainReader(cluster.bootstrapServers(), cluster.registryUrl());
    alerted = reader.records("news.alerts", 1).get(0).key();
    assertThat(reader.records("news.articles.enriched", 2)).hasSize(2);
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void why_ofAnArticleThatAlerted_saysWhichWordsDidItAndThatNobodyWasTold() {
    Ended ended = run("why", alerted);

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("article   " + alerted, "in short  alerted", "from Basin News by jsonl:")
        .contains("again by jsonl:", "revision 1 in en; regions: IQ", "rule border matches")
        .contains("for 'border' of concept border", "border new, ")
        .contains("is in no incident: no stage reads news.alerts: start 'wirewatch deliver'");
    assertThat(ended.err()).contains("looked at ");
  }

  @Test
  void why_ofAnAddress_findsTheArticleAndSaysHowNearTheRulesCame() {
    Ended ended = run("why", IS_QUIET.replace("https://b", "HTTPS://B") + "?utm_source=x");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains(IS_QUIET, "in short  enriched, no alert", "nearest of the others:")
        .contains("no alert: wirewatch-alert has read ", "no rule that it ran matched")
        .doesNotContain("\u001b");
  }

  @Test
  void why_ofOneRule_saysWhatItLacked() throws Exception {
    Ended ended = run("why", IS_QUIET, "--rule", "border", "--json", "--rules", "../../rules");

    JsonNode trail = new ObjectMapper().readTree(ended.out());
    assertThat(trail.at("/rules/explained/0/rule").asText()).isEqualTo("border");
    assertThat(trail.at("/rules/explained/0/matches").asBoolean()).isFalse();
    assertThat(trail.at("/rules/origin").asText()).isEqualTo("--rules");
    assertThat(trail.at("/missing/0/step").asText()).isEqualTo("alerted");
  }

  @Test
  void why_ofWhatNobodyKnows_isExit1AndOfWhatIsNoIdExit2() {
    Ended unknown = run("why", "https://basin.example/never");
    Ended nonsense = run("why", "two words");

    assertThat(unknown.exit()).as(unknown.err()).isEqualTo(1);
    assertThat(unknown.out()).contains("in short  not known", "nothing is known of article");
    assertThat(nonsense.exit()).isEqualTo(2);
    assertThat(nonsense.err()).contains("give the whole id as alerts have it, or its URL");
  }

  private static String line(String url, String headline, String body) {
    return new ObjectMapper()
            .createObjectNode()
            .put("source", "Basin News")
            .put("url", url)
            .put("headline", headline)
            .put("body", body)
            .put("publishedAt", "2025-08-18T08:00:00Z")
        + "\n";
  }

  private Ended run(String... words) {
    List<String> all = CommandLine.words(cluster.settings(), words);
    if (words[0].equals("why") && !all.contains("--rules")) {
      all.addAll(List.of("--rules", "../../rules"));
    }
    return InProcess.run(all);
  }
}
