package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.RawArticle;
import io.wirewatch.annotate.Annotation;
import io.wirewatch.annotate.Annotator;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.Entity;
import io.wirewatch.annotate.Region;
import io.wirewatch.ingest.Input;
import io.wirewatch.ingest.InputKind;
import io.wirewatch.ingest.InputReader;
import io.wirewatch.ingest.article.Reading;
import io.wirewatch.ingest.article.UnusableInputException;
import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The bundled samples under the bundled rules: what a careful reader says of each is in
 * samples/expected.tsv.
 */
final class SamplesTest {
  private static final Path SAMPLES = Path.of("../../samples");
  private static final List<String> FILES =
      List.of("english.jsonl", "arabic.jsonl", "kurdish.jsonl");

  @Test
  void samples_read_areThirtyEnglishTwentyArabicTenKurdishAtLeast() throws Exception {
    assertThat(articles("english.jsonl")).hasSizeGreaterThanOrEqualTo(30);
    assertThat(articles("arabic.jsonl")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(articles("kurdish.jsonl")).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void samples_underTheBundledRules_alertAsACarefulReaderSays() throws Exception {
    Matcher matcher = RuleSet.load(Path.of("../../rules")).matcher();
    Annotator annotator = Annotator.bundled();
    Map<String, String> found = new TreeMap<>();
    for (String file : FILES) {
      for (RawArticle article : articles(file)) {
        found.put(article.getUrl(), rules(matcher, annotator, article));
      }
    }

    Map<String, String> expected = expected();
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.entrySet().removeIf(entry -> entry.getValue().equals(expected.get(entry.getKey())));
    assertThat(found).as("those that alert otherwise").isEmpty();
  }

  @Test
  void samples_annotated_areInTheLanguageThatTheySay() throws Exception {
    Annotator annotator = Annotator.bundled();
    Map<String, String> wrong = new HashMap<>();
    for (String file : FILES) {
      for (RawArticle article : articles(file)) {
        String language =
            annotator
                .annotate(new ArticleText(article.getHeadline(), article.getBody(), null, null))
                .language()
                .code();
        if (!language.equals(article.getLanguage())) {
          wrong.put(article.getUrl(), language);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static String rules(Matcher matcher, Annotator annotator, RawArticle article) {
    Annotation found =
        annotator.annotate(
            new ArticleText(article.getHeadline(), article.getBody(), article.getDateline(), null));
    Article seen =
        new Article(
            article.getId(),
            article.getHeadline(),
            article.getBody(),
            found.language().code(),
            article.getSource(),
            found.regions().stream().map(Region::code).collect(Collectors.toSet()),
            found.entities().stream()
                .map(Entity::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    String rules =
        matcher.match(seen).stream()
            .map(match -> match.rule().id())
            .sorted()
            .collect(Collectors.joining(","));
    return rules.isEmpty() ? "-" : rules;
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String line : Files.readAllLines(SAMPLES.resolve("expected.tsv"))) {
      int tab = line.indexOf('\t');
      String rules =
          Pattern.compile(",")
              .splitAsStream(line.substring(tab + 1))
              .sorted()
              .collect(Collectors.joining(","));
      expected.put(line.substring(0, tab), rules);
    }
    return expected;
  }

  private static List<RawArticle> articles(String file) throws IOException, UnusableInputException {
    byte[] bytes = Files.readAllBytes(SAMPLES.resolve(file));
    List<RawArticle> articles = new ArrayList<>();
    new InputReader(Optional.of(InputKind.JSONL))
        .read(
            new Input(file, () -> new Input.Content(new ByteArrayInputStream(bytes), null, null)),
            Instant.parse("2025-08-20T00:00:00Z"),
            reading -> articles.add(((Reading.Read) reading).article()));
    return articles;
  }
}
