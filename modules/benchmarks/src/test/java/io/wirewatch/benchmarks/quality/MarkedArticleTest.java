package io.wirewatch.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.annotate.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedArticleTest {
  @TempDir private Path folder;

  private List<MarkedArticle> read(String... lines) throws IOException {
    return MarkedArticle.read(Files.write(folder.resolve("set.jsonl"), List.of(lines)));
  }

  @Test
  void read_placesWithoutCoordinates_haveNoPoint() throws IOException {
    assertThat(
            read("""
                    {"id":"1","body":"Rutba and Hit","toponyms":[{"start":0,"end":5,"lat":33.04,"lon":40.29},{"start":10,"end":13,"lat":null,"lon":null}]}""")
                .get(0)
                .places())
        .containsExactly(
            new Span(0, 5, EntityType.LOCATION, new Point(33.04, 40.29)),
            Span.of(10, 13, EntityType.LOCATION));
  }

  @Test
  void read_ofTheSameIdTwice_keepsTheLast() throws IOException {
    List<MarkedArticle> articles =
        read(
            """
            {"id":"1","body":"Hit","countries":["IQ"]}""",
            """
            {"id":"1","body":"Rutba","countries":["IQ","SY"],"language":"en"}""");

    assertThat(articles).extracting(MarkedArticle::countries).containsExactly(Set.of("IQ", "SY"));
    assertThat(articles).extracting(article -> article.text().language()).containsExactly("en");
  }
}
