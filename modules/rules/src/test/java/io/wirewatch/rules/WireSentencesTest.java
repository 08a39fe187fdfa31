package io.wirewatch.rules;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.language.LanguageIdentifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bundled rules on sentences as wires write them, nearly half of them look-alikes: what each
 * must alert, as {@code wire-sentences.tsv} says. A bound, not every one: some limits of a figure
 * of speech no rule tells from a border.
 */
class WireSentencesTest {
  private static final double WANTED_F1 = 0.97;

  private static List<Sentence> sentences = List.of();

  private record Sentence(Set<String> wanted, Set<String> found, String text) {
    boolean isRight() {
      return wanted.equals(found);
    }

    long both() {
      return wanted.stream().filter(found::contains).count();
    }
  }

  @BeforeAll
  static void match() throws IOException, RuleProblems {
    Matcher matcher = RuleSet.load(Path.of("..", "..", "rules")).matcher();
    try (InputStream in = WireSentencesTest.class.getResourceAsStream("wire-sentences.tsv")) {
      assertThat(in).isNotNull();
      sentences =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> sentence(line.split("\t", 2), matcher))
              .toList();
    }
  }

  private static Sentence sentence(String[] parts, Matcher matcher) {
    Set<String> wanted =
        parts[0].equals("none") ? Set.of() : new TreeSet<>(List.of(parts[0].split(",")));
    Article article = Given.article("", parts[1], LanguageIdentifier.identify(parts[1]).code());
    Set<String> found =
        matcher.match(article).stream().map(RuleMatch::ruleId).collect(toCollection(TreeSet::new));
    return new Sentence(wanted, found, parts[1]);
  }

  @Test
  void alerts_ofAllSentences_reachTheWantedF1() {
    long both = sentences.stream().mapToLong(Sentence::both).sum();
    long wanted = sentences.stream().mapToLong(sentence -> sentence.wanted().size()).sum();
    long found = sentences.stream().mapToLong(sentence -> sentence.found().size()).sum();

    assertThat(2.0 * both / (wanted + found))
        .as(() -> "wrong: " + sentences.stream().filter(sentence -> !sentence.isRight()).toList())
        .isGreaterThan(WANTED_F1);
  }

  @Test
  void alerts_thatMustCome_areNearlyNeverMissed() {
    assertThat(sentences.stream().filter(s -> s.both() < s.wanted().size()).toList())
        .hasSizeLessThan(3);
  }
}
