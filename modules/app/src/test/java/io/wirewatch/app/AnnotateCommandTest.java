package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.dashboard.ask.AnnotationJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command in this process, its standard streams caught. */
final class AnnotateCommandTest {
  private static final long SEED = 20261129;
  private static final List<String> WORDS =
      List.of(
          "Mosul",
          "Iraq",
          "Baghdad",
          "Gen.",
          "Qais",
          "Rahima",
          "said",
          "the",
          "border",
          "of",
          "in",
          "Syria's",
          "ISIS",
          "Kurdish",
          "fighters",
          "left",
          "Ministry",
          "Oil",
          "Paris,",
          "Texas.",
          "\n",
          "الموصل",
          "العراق",
          "قوات",
          "سوريا",
          "داعش",
          "هەولێر",
          "سنوور",
          "Hewlêr",
          "sînor");
  private static final List<String> ARTICLES = generated(100);
  private static String annotated;

  @TempDir Path directory;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /** Article by article, without the command. */
  @BeforeAll
  static void annotate() {
    Annotator annotator = Annotator.bundled();
    annotated =
        ARTICLES.stream()
            .map(TextLine::parse)
            .map(
                line ->
                    AnnotationJson.line(line.id(), AnnotateCommand.annotate(annotator, line))
                        + "\n")
            .collect(Collectors.joining());
  }

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void listenNoMore() {
    System.setOut(out);
    System.setErr(err);
  }

  private static int run(String... words) {
    return Wirewatch.command().execute(words);
  }

  private static List<String> generated(int count) {
    Random random = new Random(SEED);
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      lines.add(
          JsonNodeFactory.instance
              .objectNode()
              .put("id", "article-" + number)
              .put("headline", text(random, 8))
              .put("body", text(random, 1 + random.nextInt(200)))
              .toString());
    }
    return lines;
  }

  private static String text(Random random, int words) {
    return random
        .ints(words, 0, WORDS.size())
        .mapToObj(WORDS::get)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void annotate_onAnyNumberOfThreads_writesTheSameBytes(int threads) throws IOException {
    List<String> withBroken = new ArrayList<>(ARTICLES);
    withBroken.add(60, "broken");
    withBroken.add(30, "");
    Path file = Files.write(directory.resolve("a.jsonl"), withBroken);

    int exit = run("annotate", file.toString(), "--threads", Integer.toString(threads));

    assertThat(written.toString(StandardCharsets.UTF_8)).as("seed %d", SEED).isEqualTo(annotated);
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith(file + ":62: not JSON");
    assertThat(exit).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "65"})
  void annotate_onThreadsThatCannotBe_isExit2(String threads) {
    int exit = run("annotate", "--threads", threads);

    assertThat(exit).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("wirewatch: --threads " + threads + ": 1 to 64");
  }

  @Test
  void annotate_ofAFile_isExit0() throws IOException {
    Path file = Files.write(directory.resolve("a.jsonl"), ARTICLES.subList(0, 1));

    assertThat(run("annotate", file.toString())).isZero();
    assertThat(written.toString(StandardCharsets.UTF_8)).startsWith("{\"id\":\"article-0\"");
  }

  @Test
  void annotate_withAPage_writesItAndTheSameLines() throws IOException {
    Path file = Files.write(directory.resolve("a.jsonl"), ARTICLES);
    Path page = directory.resolve("page.html");

    int exit = run("annotate", file.toString(), "--html", page.toString());

    assertThat(exit).isZero();
    assertThat(written.toString(StandardCharsets.UTF_8)).as("seed %d", SEED).isEqualTo(annotated);
    assertThat(page)
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("100 articles", "article-99")
        .endsWith("</html>\n");
  }

  @Test
  void annotate_withAPageThatCannotBe_isExit2BeforeItReads() {
    Path page = directory.resolve("none/page.html");

    int exit = run("annotate", "no-such-file.jsonl", "--html", page.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("wirewatch: cannot write " + page + ": there is no such directory");
  }
}
