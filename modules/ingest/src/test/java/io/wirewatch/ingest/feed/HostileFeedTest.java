package io.wirewatch.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Feeds that are made to cost much. What a feed of twice the size costs, or one whose links have a
 * long base, is compared with the plain one, in the thread's processor time: no absolute times.
 */
class HostileFeedTest {
  private static final int CHARS = 120_000;
  private static final int TRIES = 3;
  private static final ReadingContext CONTEXT =
      new ReadingContext("f", Instant.parse("2026-11-23T12:00:00Z"), "https://a.example/f", null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&lt;math>",
        "&lt;table>&lt;tr>&lt;td>",
        "&lt;div>",
        "&lt;p>",
        "&lt;b>",
        "\n \n",
        "&a",
        "&amp;a",
        "<guid>x</guid>"
      })
  void read_twiceAsMuchOfIt_costsTwiceAsMuch(String unit) {
    double once = nanos(described(unit, CHARS));
    double twice = nanos(described(unit, 2 * CHARS));

    assertThat(twice / once).isLessThan(3.2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 8_000})
  void read_linksWithALongBase_costLittleMoreThanOthers(int baseChars) {
    String items = "<item><title>t</title><link>../z</link></item>".repeat(1_000);
    String base = "https://a.example/" + "x/".repeat(baseChars / 2);

    double plain = nanos("<rss>" + items + "</rss>");
    double based = nanos("<rss xml:base='" + base + "'>" + items + "</rss>");

    assertThat(based / plain).isLessThan(6);
  }

  private static String described(String unit, int chars) {
    return "<rss><item><title>t</title><description>"
        + unit.repeat(chars / unit.length())
        + "</description></item></rss>";
  }

  /** Of the quickest try. */
  private static long nanos(String feed) {
    byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
    long least = Long.MAX_VALUE;
    for (int run = 0; run < TRIES; run++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      try {
        assertThat(FeedReader.read(bytes, CONTEXT)).isNotEmpty();
      } catch (UnusableInputException refused) {
        assertThat(refused.reason()).isNotEmpty();
      }
      least =
          Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return least;
  }
}
