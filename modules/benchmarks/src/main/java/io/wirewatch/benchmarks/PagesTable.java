package io.wirewatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.page.PageReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;

/** The bodies of articles in HTML pages, and how fast they are read, beside readability4j. */
final class PagesTable {
  private static final int ONE_GIGA = 1_000_000_000;

  /** Later than every page was written: an article of the future is refused. */
  private static final Instant READ_AT = Instant.parse("2100-01-01T00:00:00Z");

  private final List<Page> pages = new ArrayList<>();
  private final int rounds;
  private final PrintStream out;

  /** Reads the body of a page's article; empty for none. */
  private interface Reader {
    String body(Page page);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Page(String name, byte[] html, String expected) {}

  PagesTable(Options options, PrintStream out) throws IOException {
    this.rounds = options.number("--rounds", 3);
    this.out = out;
    var mapper = new ObjectMapper();
    Path folder = Path.of(options.text("--pages", ""));
    for (String line : Files.readAllLines(Path.of(options.text("--expected", "")))) {
      JsonNode page = mapper.readTree(line);
      String name = page.path("file").asText();
      pages.add(
          new Page(name, Files.readAllBytes(folder.resolve(name)), page.path("body").asText()));
    }
  }

  void print() {
    Map<String, Reader> readers = new LinkedHashMap<>();
    readers.put("wirewatch", PagesTable::wirewatch);
    readers.put("readability4j 1.0.8", PagesTable::readability);
    Map<String, Double> rates = rates(readers);
    out.printf("| %d pages | precision | recall | body F1 | pages/s of a core |%n", pages.size());
    out.println("|---|---|---|---|---|");
    for (Map.Entry<String, Reader> reader : readers.entrySet()) {
      List<WordScore> scores =
          pages.stream()
              .map(page -> WordScore.of(page.expected(), reader.getValue().body(page)))
              .toList();
      out.printf(
          "| %s | %.4f | %.4f | %.4f | %.0f |%n",
          reader.getKey(),
          scores.stream().mapToDouble(WordScore::precision).average().orElse(0),
          scores.stream().mapToDouble(WordScore::recall).average().orElse(0),
          scores.stream().mapToDouble(WordScore::f1).average().orElse(0),
          rates.getOrDefault(reader.getKey(), 0.0));
    }
  }

  /** The best of the rounds, by the thread's processor time, from which other work takes less. */
  private Map<String, Double> rates(Map<String, Reader> readers) {
    var threads = ManagementFactory.getThreadMXBean();
    Map<String, Double> rates = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Reader> reader : readers.entrySet()) {
        long start = threads.getCurrentThreadCpuTime();
        long chars = pages.stream().mapToLong(p -> reader.getValue().body(p).length()).sum();
        double rate =
            (double) pages.size() * ONE_GIGA / (threads.getCurrentThreadCpuTime() - start);
        System.err.printf("  %s: %.0f pages/s, %,d characters%n", reader.getKey(), rate, chars);
        if (round > 0) {
          rates.merge(reader.getKey(), rate, Math::max);
        }
      }
    }
    return rates;
  }

  private static String wirewatch(Page page) {
    try {
      ReadingContext context = ReadingContext.ofFile(page.name(), READ_AT);
      Reading first = PageReader.read(page.html(), context).get(0);
      return first instanceof Reading.Read read ? read.article().getBody() : "";
    } catch (UnusableInputException none) {
      return "";
    }
  }

  private static String readability(Page page) {
    String html = new String(page.html(), StandardCharsets.UTF_8);
    return Optional.ofNullable(
            new Readability4J("https://page.example/", html).parse().getContent())
        .map(content -> Jsoup.parse(content).wholeText())
        .orElse("");
  }
}
