package io.wirewatch.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The engine finds what the reference matcher finds: rules, spans, terms, counts and order. */
class EngineMeaningTest {
  private static final int ROUNDS = 200;
  private static final int RULES = 40;
  private static final int ARTICLES = 26;

  private static final List<String> WORDS =
      List.of(
          "border",
          "borders",
          "withdraw",
          "withdrew",
          "withdrawal",
          "troops",
          "news",
          "new",
          "al",
          "Qaim",
          "ISIS",
          "Isis",
          "daesh",
          "Da'esh",
          "Émile",
          "pull",
          "out",
          "state",
          "U.S.",
          "organ",
          "organization",
          "a",
          "s",
          "held",
          "pullout",
          "حدود",
          "الحدود",
          "داعش",
          "لداعش",
          "انسحاب",
          "انسحبت",
          "القائم",
          "أحمد",
          "سنوور",
          "کشانەوە",
          "داعش",
          "هێز",
          "sînor",
          "sînorê",
          "vekişîn",
          "DAIŞ",
          "hêz",
          "1990",
          "𝕏ray");

  /** Another seed with {@code -Dwirewatch.seed}. */
  private final long seed = Long.getLong("wirewatch.seed", 20_261_123L);

  private final Random random = new Random(seed);

  @Test
  void engine_randomRulesOnRandomArticles_findsWhatTheReferenceFinds() {
    int pairs = 0;
    int matches = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<String> words = words();
      String file = new RandomRules(random, words).file(RULES);
      RuleSet rules = Given.ruleSet(file);
      Matcher engine = rules.matcher();
      Matcher reference = new ReferenceMatcher(rules.rules());
      var articles = new RandomArticles(random, words);
      for (int i = 0; i < ARTICLES; i++) {
        Article article = articles.next();
        List<RuleMatch> expected = reference.match(article);
        assertThat(engine.match(article))
            .as("seed %d, round %d, %s%n%s", seed, round, article, file)
            .isEqualTo(expected);
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger expectedReads = new AtomicInteger();
        reference.match(unread(article), counted(article, expectedReads));
        assertThat(engine.match(unread(article), counted(article, reads)))
            .as("seed %d, round %d, unread %s%n%s", seed, round, article, file)
            .isEqualTo(expected);
        assertThat(reads.get())
            .as("seed %d, round %d, how often %s is read%n%s", seed, round, article, file)
            .isEqualTo(expectedReads.get());
        pairs += RULES;
        matches += expected.size();
      }
    }
    assertThat(pairs).isGreaterThanOrEqualTo(200_000);
    assertThat((double) matches / pairs)
        .as("enough matches and enough misses to tell them apart")
        .isCloseTo(0.3, within(0.25));
  }

  private static Article unread(Article article) {
    return new Article(
        article.id(),
        article.headline(),
        article.body(),
        article.language(),
        article.source(),
        Set.of(),
        Set.of());
  }

  private static Supplier<Article> counted(Article article, AtomicInteger read) {
    return () -> {
      read.incrementAndGet();
      return article;
    };
  }

  private List<String> words() {
    List<String> words =
        new ArrayList<>(
            Stream.concat(
                    WORDS.stream(),
                    RandomArticles.sentences().stream()
                        .flatMap(sentence -> Arrays.stream(sentence.split("[^\\p{L}\\p{M}]+"))))
                .filter(word -> !word.isEmpty())
                .toList());
    Collections.shuffle(words, random);
    return IntStream.range(0, 8 + random.nextInt(20)).mapToObj(words::get).toList();
  }
}
