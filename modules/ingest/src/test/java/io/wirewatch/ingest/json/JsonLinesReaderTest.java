package io.wirewatch.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Precision;
import io.wirewatch.RawArticle;
import io.wirewatch.Rejection;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesReaderTest {
  private static final Instant OBSERVED = Instant.parse("2026-11-23T12:00:00Z");
  private static final String GOOD =
      "{\"source\":\"Tigris Wire\",\"headline\":\"Road closed\",\"body\":\"It is closed.\"}";

  @Test
  void read_aFullLine_keepsEveryField() throws IOException {
    RawArticle article =
        article(
            "{\"id\":\"w:7\",\"source\":\"Tigris Wire\",\"url\":\"https://Wire.example/a?utm_source=x\","
                + "\"headline\":\"Road\\nclosed\",\"dateline\":\"Basra\",\"body\":\"One.\\nTwo.\","
                + "\"publishedAt\":\"2026-11-23T08:30:00+03:00\",\"language\":\"en\",\"byline\":\"Leyla  Karim\",\"more\":[1]}");

    assertThat(DryRunLine.of(article, "in.jsonl"))
        .isEqualTo(
            "{\"input\":\"in.jsonl\",\"id\":\"w:7\",\"source\":\"Tigris Wire\",\"url\":\"https://wire.example/a\","
                + "\"headline\":\"Road closed\",\"dateline\":\"Basra\",\"body\":\"One.\\nTwo.\",\"language\":\"en\","
                + "\"direction\":\"ltr\",\"byline\":\"Leyla Karim\","
                + "\"publishedAt\":\"2026-11-23T05:30:00Z\",\"publishedPrecision\":\"MINUTE\","
                + "\"observedAt\":\"2026-11-23T12:00:00Z\",\"feed\":\"jsonl:in.jsonl\"}");
  }

  @Test
  void read_aDryRunLine_givesTheSameArticle() throws IOException {
    RawArticle once = article(GOOD);

    assertThat(article(DryRunLine.of(once, "in.jsonl"))).isEqualTo(once);
  }

  @Test
  void read_aDateAlone_isItsPrecision() throws IOException {
    RawArticle article = article(GOOD.replace("}", ",\"publishedAt\":\"2026-11-20\"}"));

    assertThat(article.getPublishedPrecision()).isEqualTo(Precision.DAY);
    assertThat(article.getPublishedAt()).isEqualTo("2026-11-20T00:00:00Z");
  }

  @Test
  void read_noDate_isPrecisionNone() throws IOException {
    assertThat(article(GOOD).getPublishedPrecision()).isEqualTo(Precision.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"headline\":\"h\",\"body\":\"b\"} | source: missing",
        "{\"source\":\" \",\"headline\":\"h\",\"body\":\"b\"} | source: empty",
        "{\"source\":\"s\",\"body\":\"b\"} | headline: missing",
        "{\"source\":\"s\",\"headline\":\"h\"} | body: missing",
        "{\"source\":\"s\",\"headline\":\"h\",\"body\":null} | body: missing",
        "{\"source\":\"s\",\"headline\":\"h\",\"body\":7} | body: not a string",
        "{\"source\":\"s\",\"headline\":\"\",\"body\":\"\"} | empty: neither headline nor body",
        "{\"id\":\"a b\",\"source\":\"s\",\"headline\":\"h\",\"body\":\"b\"} | id: 1 to 200 visible ASCII characters, no spaces",
        "{\"url\":\"x\",\"source\":\"s\",\"headline\":\"h\",\"body\":\"b\"} | url: not an http or https address",
        "{\"publishedAt\":\"2026-11-23T08:00:00\",\"source\":\"s\",\"headline\":\"h\",\"body\":\"b\"} | publishedAt: neither like 2026-01-31T08:00:00Z nor like 2026-01-31",
        "{\"publishedAt\":1795430000,\"source\":\"s\",\"headline\":\"h\",\"body\":\"b\"} | publishedAt: not a string",
        "{\"publishedAt\":\"2026-11-25\",\"source\":\"s\",\"headline\":\"h\",\"body\":\"b\"} | published in the future: 2026-11-25T00:00:00Z",
        "[] | not a JSON object",
        "7 | not a JSON object"
      })
  void read_aWrongLine_saysWhichFieldAndWhy(String line, String reason) throws IOException {
    Rejection rejection = rejection(read(line).get(0));

    assertThat(rejection.getReason()).isEqualTo(reason);
    assertThat(rejection.getContent()).isEqualTo(line);
    assertThat(rejection.getStep()).isEqualTo("ingest-jsonl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"source\":", "not json", "{} {}", "{\"a\":1,\"a\":2}"})
  void read_aLineThatIsNotJson_isRefused(String line) throws IOException {
    assertThat(rejection(read(line).get(0)).getReason()).startsWith("not JSON: ");
  }

  @Test
  void read_deepNesting_isRefused() throws IOException {
    String line = "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

    assertThat(rejection(read(line).get(0)).getReason()).startsWith("not JSON: ");
  }

  @Test
  void read_brokenLinesAmongGoodOnes_keepsOrderAndNumbers() throws IOException {
    List<Reading> readings = read("\uFEFF" + GOOD + "\r\n\n{broken\n  \n" + GOOD);

    assertThat(readings).hasSize(3);
    assertThat(readings.get(0)).isInstanceOf(Reading.Read.class);
    assertThat(rejection(readings.get(1)).getLine()).isEqualTo(3);
    assertThat(readings.get(2)).isInstanceOf(Reading.Read.class);
  }

  @Test
  void read_bytesThatAreNotUtf8_refusesThatLineAlone() throws IOException {
    byte[] wrong = {'{', (byte) 0xFF, '}', '\n'};
    InputStream lines =
        new SequenceInputStream(new ByteArrayInputStream(wrong), stream(GOOD + "\n"));
    List<Reading> readings = read(lines);

    assertThat(rejection(readings.get(0)).getReason()).isEqualTo("not text: not in UTF-8");
    assertThat(readings.get(1)).isInstanceOf(Reading.Read.class);
  }

  @Test
  void read_aLineOver4MiB_isRefusedAndTheRestGoesOn() throws IOException {
    String mebibyte = "x".repeat(1024 * 1024);
    List<InputStream> parts =
        Collections.nCopies(200, mebibyte).stream().map(JsonLinesReaderTest::stream).toList();
    InputStream endless = new SequenceInputStream(Collections.enumeration(parts));
    List<Reading> readings = read(new SequenceInputStream(endless, stream("\n" + GOOD)));

    assertThat(rejection(readings.get(0)).getReason()).isEqualTo("the line is over 4 MiB");
    assertThat(rejection(readings.get(0)).getContent()).hasSize(1024 * 1024);
    assertThat(readings.get(1)).isInstanceOf(Reading.Read.class);
  }

  private static RawArticle article(String line) throws IOException {
    return ((Reading.Read) read(line).get(0)).article();
  }

  private static Rejection rejection(Reading reading) {
    return ((Reading.Refused) reading).rejection();
  }

  private static List<Reading> read(String lines) throws IOException {
    return read(stream(lines));
  }

  private static List<Reading> read(InputStream lines) throws IOException {
    List<Reading> readings = new ArrayList<>();
    JsonLinesReader.read(lines, ReadingContext.ofFile("in.jsonl", OBSERVED), readings::add);
    return readings;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
