package io.wirewatch.journey.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.RawArticle;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.feed.FeedReader;
import io.wirewatch.ingest.json.JsonLinesReader;
import io.wirewatch.ingest.page.PageReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks by name on what reads pages, feeds and lines: soon over, and the good record beside comes
 * through.
 */
final class NamedAttackTest {
  /** Of the processor; a good machine needs a tenth of it. */
  private static final Duration MOST_CPU = Duration.ofSeconds(20);

  private static final ReadingContext CONTEXT =
      ReadingContext.ofFile("input", Instant.parse("2026-11-24T08:00:00Z"));
  private static final int MEBIBYTE = 1 << 20;

  private final Downstream downstream = new Downstream();
  private long began;

  @BeforeEach
  void look() {
    began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @AfterEach
  void wasSoonOver() {
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
    assertThat(Duration.ofNanos(took)).isLessThan(MOST_CPU);
  }

  static List<String> deepPages() {
    String text = "The gate at the border is open again, said a guard who had slept. ".repeat(4);
    return List.of(
        "<html><body>" + "<div>".repeat(150_000) + "<p>" + text,
        "<html><body>" + "<article>".repeat(500) + "<p></p>".repeat(150_000) + "<p>" + text,
        "<html><body>" + "<p><object>".repeat(80_000) + text.repeat(10_000),
        "<html><body>" + "<b><p>".repeat(90_000) + text,
        "<html><body>" + "<table><tr><td>".repeat(60_000) + text,
        "<html><body>" + "<a href=x><li>".repeat(90_000) + text,
        "<html><body>" + "<form><select><option>".repeat(60_000) + text,
        "<html><body><svg>" + "<g>".repeat(150_000) + text,
        "<html " + "a".repeat(MEBIBYTE) + "><body><p>" + text,
        "<html><body><p " + "a=b ".repeat(300_000) + ">" + text);
  }

  @ParameterizedTest
  @MethodSource("deepPages")
  void page_nestedOrWideWithoutEnd_isReadOrRefused(String page) throws IOException {
    try {
      downstream.checkAll(PageReader.read(utf8(page), CONTEXT));
    } catch (UnusableInputException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }

  @Test
  void page_withTooManyElements_isRefusedUnparsed() {
    assertThatThrownBy(() -> PageReader.read(utf8("<html>" + "<i>".repeat(200_001)), CONTEXT))
        .isInstanceOf(UnusableInputException.class)
        .hasMessageContaining("over 200000 elements");
  }

  @Test
  void page_ofThousandsOfBlocks_givesThemAll() throws Exception {
    String block =
        "Tigris Wire\n2 hours ago\n- Tigris Wire\nGate %d opens\nTigris Wire – Mosul The gate is open.\n\n";
    StringBuilder page = new StringBuilder();
    for (int number = 0; number < 8_000; number++) {
      page.append(block.formatted(number));
    }

    assertThat(PageReader.read(utf8(page.toString()), CONTEXT)).hasSize(8_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "ا", "A", "'", "-", "ـ", "\u200c", "e\u0301", "😀", "1", ".", "#", "لل"})
  void word_ofAMebibyte_isAnArticleThatCanBeAnnotatedAndMatched(String part) throws IOException {
    String word = part.repeat(MEBIBYTE / utf8(part).length - 40);
    String line =
        "{\"source\":\"s\",\"headline\":\"Border\",\"body\":\"Border %s border\"}".formatted(word);

    List<Reading> readings = lines(utf8(line + "\n" + JsonLinesFuzzTest.GOOD));

    downstream.checkAll(readings);
    assertThat(article(readings.get(0)).getBody())
        .endsWith(word.substring(word.length() - 2) + " border");
    assertThat(article(readings.get(1)).getId()).isEqualTo("good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ا", "<", "&", "\"", "2 hours ago ", "• ", "]]>", "منذ "})
  void pageAndFeed_ofOneEndlessWord_areReadOrRefused(String part) throws IOException {
    String word = part.repeat(MEBIBYTE / utf8(part).length);
    for (String page :
        List.of(word, "<html><body><p>" + word, "Tigris Wire\n2 hours ago\nGate\n" + word)) {
      try {
        downstream.checkAll(PageReader.read(utf8(page), CONTEXT));
      } catch (UnusableInputException refused) {
        assertThat(refused.reason()).isNotBlank();
      }
    }
    try {
      downstream.checkAll(FeedReader.read(utf8(feed(word)), CONTEXT));
    } catch (UnusableInputException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "C3", "FF", "EDA080", "C080", "F5808080", "1B5B324A", "C29B33316D"})
  void page_withDamagedBytesInOneBlock_keepsTheOthers(String damage) throws Exception {
    byte[] page =
        with(
            java.util.HexFormat.of().parseHex(damage),
            """
            Tigris Wire
            2 hours ago
            - Tigris Wire
            Gate opens
            Tigris Wire – Mosul The gate # is open again after the flood.

            Basin News
            3 hours ago
            - Basin News
            Ferry late
            Basin News – Basra The ferry is late again, and the salt lies on the quay.
            The quay is long and the salt is white, and nobody is there to carry it away before the evening comes.
            """);

    List<Reading> readings = PageReader.read(page, CONTEXT);

    downstream.checkAll(readings);
    assertThat(article(readings.get(1)).getHeadline()).isEqualTo("Ferry late");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "C3", "FF", "EDA080", "C080", "1B5B324A"})
  void feed_withDamagedBytesInOneItem_keepsTheOthers(String damage) throws Exception {
    byte[] feed = with(java.util.HexFormat.of().parseHex(damage), feed("The gate # is open."));

    List<Reading> readings = FeedReader.read(feed, CONTEXT);

    downstream.checkAll(readings);
    assertThat(article(readings.get(1)).getHeadline()).isEqualTo("Ferry late");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "C3", "FF", "EDA080", "C080", "0D"})
  void line_withDamagedBytes_isRefusedAlone(String damage) throws Exception {
    byte[] lines =
        with(
            java.util.HexFormat.of().parseHex(damage),
            JsonLinesFuzzTest.GOOD.replace("shut.", "# shut.") + "\n" + JsonLinesFuzzTest.GOOD);

    List<Reading> readings = lines(lines);

    assertThat(readings.get(0)).isInstanceOf(Reading.Refused.class);
    assertThat(article(readings.get(1)).getId()).isEqualTo("good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800", "\\uffff", "\\u202e"})
  void line_withEscapesOfWhatIsNoText_isAnArticleOrRefusedAndTheNextComesThrough(String escape)
      throws Exception {
    List<Reading> readings =
        lines(
            utf8(
                JsonLinesFuzzTest.GOOD.replace("shut.", escape + " shut.")
                    + "\n"
                    + JsonLinesFuzzTest.GOOD));

    downstream.checkAll(readings);
    assertThat(article(readings.get(1)).getId()).isEqualTo("good");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1256", "UTF-16", "UTF-16LE", "UTF-16BE"})
  void page_inAnotherEncodingThanItDeclares_isReadOrRefused(String charset) throws IOException {
    byte[] page =
        "<html><head><meta charset=\"iso-8859-6\"></head><body><h1>الحدود</h1><p>أغلق الطريق قرب الحدود.</p></body></html>"
            .getBytes(Charset.forName(charset));
    ReadingContext declared =
        new ReadingContext("input", CONTEXT.observedAt(), null, StandardCharsets.US_ASCII);
    for (ReadingContext context : List.of(CONTEXT, declared)) {
      try {
        downstream.checkAll(PageReader.read(page, context));
      } catch (UnusableInputException refused) {
        assertThat(refused.reason()).isNotBlank();
      }
    }
  }

  private static String feed(String text) {
    return "<rss version=\"2.0\"><channel><title>t</title><item><title>Gate opens</title><description>"
        + text
        + "</description></item><item><title>Ferry late</title><description>Salt lies on the quay.</description></item></channel></rss>";
  }

  /** The text with those bytes in the place of its only number sign. */
  private static byte[] with(byte[] damage, String text) {
    int at = text.indexOf('#');
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes(utf8(text.substring(0, at)));
    bytes.writeBytes(damage);
    bytes.writeBytes(utf8(text.substring(at + 1)));
    return bytes.toByteArray();
  }

  private static List<Reading> lines(byte[] lines) throws IOException {
    List<Reading> readings = new ArrayList<>();
    JsonLinesReader.read(new ByteArrayInputStream(lines), CONTEXT, readings::add);
    return readings;
  }

  private static RawArticle article(Reading reading) {
    return ((Reading.Read) reading).article();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
