package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.page.PageReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Pages that nobody should publish: articles, refusals, or one line that says why there are none.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PageFuzzTest {
  private static final ReadingContext CONTEXT =
      new ReadingContext(
          "page", Instant.parse("2026-11-24T08:00:00Z"), "https://wire.example/list", null);
  private static final String BESIDE =
      """
      Tigris Wire
      2 hours ago
      - Tigris Wire
      Bridge opens north of the old town
      Tigris Wire – Mosul Lorries crossed for the first time since the flood, the mayor said.

      Harbour Post
      3 hours ago
      - Harbour Post
      %s
      Harbour Post – Basra %s

      Basin News
      4 hours ago
      - Basin News
      Salt traders wait for the ferry
      Basin News – Basra The ferry is late again, and the salt lies on the quay.
      """;

  private final Downstream downstream = new Downstream();

  private static Mutator mutator() {
    return new Mutator(
        "page",
        Mutator.files(Path.of("../ingest/src/test/resources/pages")),
        "Hashtags",
        "Related Articles",
        "- Basin News",
        "a day ago",
        "24-06-2025",
        "منذ ٣ ساعات",
        "<p>",
        "<article>",
        "<div hidden>",
        "<li>",
        "<table>",
        "<svg>",
        "<script>",
        "<a href=\"javascript:x\">",
        "<h1>",
        "charset=windows-1256");
  }

  @Test
  void pages_hostile_giveArticlesRefusalsOrAReason() {
    new Fuzz("page", 2_000)
        .run(
            mutator(),
            (page, random) -> {
              try {
                List<Reading> readings = PageReader.read(page, CONTEXT);
                assertThat(readings).isNotEmpty();
                downstream.checkAll(readings);
              } catch (UnusableInputException refused) {
                assertThat(refused.reason()).hasLineCount(1).hasSizeLessThan(500);
              }
            });
  }

  @Test
  void blocks_besideAHostileOne_comeThrough() {
    Mutator mutator = mutator();
    new Fuzz("page-beside", 1_000)
        .run(
            new Mutator("page-beside", List.of(new byte[0])),
            (unused, random) -> {
              String page =
                  BESIDE.formatted(oneLine(mutator.line(random)), oneLine(mutator.line(random)));
              List<String> headlines =
                  PageReader.read(page.getBytes(StandardCharsets.UTF_8), CONTEXT).stream()
                      .filter(Reading.Read.class::isInstance)
                      .map(read -> ((Reading.Read) read).article().getHeadline())
                      .toList();
              assertThat(headlines)
                  .as(page)
                  .contains(
                      "Bridge opens north of the old town", "Salt traders wait for the ferry");
            });
  }

  /**
   * What stands on lines of its own may be a block of its own, and is not beside; too much that is
   * damaged is no text.
   */
  private static String oneLine(String text) {
    return "x" + text.replaceAll("\\R|[\\f\\x0B]", " ").replace("\uFFFD", "");
  }
}
