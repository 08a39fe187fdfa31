package io.wirewatch.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.Rejection;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.ReadingContext;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.ingest.json.DryRunLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages in {@code src/test/resources/pages} against what was read from them and checked by eye, in
 * {@code pages/expected}: a dry-run line an article, a line that begins with {@code refused} a
 * refusal.
 */
class PageFixturesTest {
  private static final Path PAGES = Path.of("src/test/resources/pages");
  private static final Instant OBSERVED = Instant.parse("2026-11-23T12:00:00Z");

  static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_ofEachLayout_givesItsArticles(String page) throws IOException {
    assertThat(read(page)).isEqualTo(Files.readString(PAGES.resolve("expected").resolve(page)));
  }

  static String read(String page) throws IOException {
    String address = page.endsWith(".html") ? "https://newsbox.example/en/page" : null;
    ReadingContext context = new ReadingContext(page, OBSERVED, address, null);
    try {
      return PageReader.read(Files.readAllBytes(PAGES.resolve(page)), context).stream()
          .map(reading -> line(reading, page) + "\n")
          .collect(Collectors.joining());
    } catch (UnusableInputException none) {
      return none.reason() + "\n";
    }
  }

  private static String line(Reading reading, String page) {
    if (reading instanceof Reading.Read read) {
      return DryRunLine.of(read.article(), page);
    }
    Rejection rejection = ((Reading.Refused) reading).rejection();
    return "refused "
        + rejection.getStep()
        + ": "
        + rejection.getReason()
        + ": "
        + rejection.getContent().replace('\n', '/');
  }
}
