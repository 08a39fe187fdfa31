package io.wirewatch.benchmarks;

import io.wirewatch.rules.Article;
import io.wirewatch.rules.Matcher;
import io.wirewatch.rules.RuleProblems;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What somebody would send who wants the engine to be slow, against what is ordinary. */
final class Adversary {
  private static final int RULES = 100_000;
  private static final int ARTICLES = 2_000;
  private static final int LONGEST = 1 << 20;

  private final PrintStream out;
  private final List<SavedSearch> searches;
  private final List<Article> articles;
  private final String commonest;
  private final List<String> words;

  Adversary(Corpus corpus, long seed, PrintStream out) {
    var generator = new SearchGenerator(corpus, 10, seed);
    Map<String, Integer> frequencies = generator.frequencies();
    this.out = out;
    this.searches = generator.searches(RULES);
    this.articles = corpus.articles().subList(0, ARTICLES);
    this.words = new ArrayList<>(frequencies.keySet());
    this.commonest =
        frequencies.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  void run() throws IOException, RuleProblems {
    out.printf(
        "%n| %,d rules | nanoseconds a character | times the ordinary |%n|---|---|---|%n", RULES);
    Matcher matcher = RuleFiles.load(searches.stream().map(SavedSearch::json)).matcher();
    double ordinary = cost(matcher, articles);
    row("ordinary", ordinary, ordinary);
    row(
        "every rule also needs the commonest word, " + commonest,
        cost(RuleFiles.load(searches.stream().map(this::withCommonest)).matcher(), articles),
        ordinary);
    row(
        "and a rule with 10,000 alternatives",
        cost(
            RuleFiles.load(
                    Stream.concat(
                        searches.stream().map(SavedSearch::json), Stream.of(alternatives())))
                .matcher(),
            articles),
        ordinary);
    String all = articles.stream().map(Article::body).collect(Collectors.joining("\n"));
    row(
        "an article of 1 MiB",
        cost(matcher, List.of(article(all.substring(0, LONGEST)))),
        ordinary);
    row("1 MiB of one word", cost(matcher, List.of(article(repeated(commonest)))), ordinary);
    row(
        "1 MiB of one word that 1,000 phrases and near begin with",
        cost(
            RuleFiles.load(Stream.concat(searches.stream().map(SavedSearch::json), phrases()))
                .matcher(),
            List.of(article(repeated(commonest)))),
        ordinary);
  }

  private void row(String name, double cost, double ordinary) {
    out.printf("| %s | %.1f | %.1f |%n", name, cost, cost / ordinary);
  }

  private String withCommonest(SavedSearch search) {
    String json = search.json();
    String when = json.substring(json.indexOf("\"when\":") + 7, json.length() - 1);
    return "{\"id\":\""
        + search.id()
        + "\",\"when\":{\"all\":[{\"exact\":\""
        + commonest
        + "\"},"
        + when
        + "]}}";
  }

  private String alternatives() {
    return words.stream()
        .limit(10_000)
        .map(word -> "{\"exact\":\"" + word + "\"}")
        .collect(Collectors.joining(",", "{\"id\":\"many\",\"when\":{\"any\":[", "]}}"));
  }

  private Stream<String> phrases() {
    return IntStream.range(0, 500)
        .boxed()
        .flatMap(
            i -> {
              String pair =
                  "\"of\":[{\"exact\":\"%s\"},{\"exact\":\"%s\"}]".formatted(commonest, commonest);
              return Stream.of(
                  "{\"id\":\"p%d\",\"when\":{\"phrase\":\"%s %s %s\",\"match\":\"exact\",\"slop\":\"%d\"}}"
                      .formatted(i, commonest, commonest, words.get(i), i % 3),
                  "{\"id\":\"n%d\",\"when\":{\"near\":{\"within\":\"%d\",%s}}}"
                      .formatted(i, 5 + i % 9, pair.replaceFirst(commonest, words.get(i))));
            });
  }

  private static String repeated(String word) {
    return (word + " ").repeat(LONGEST / (word.length() + 1));
  }

  private static Article article(String body) {
    return new Article("a", "", body, "en", "Some Wire", Set.of(), Set.of());
  }

  /** The median of nanoseconds a character, once warm. */
  private static double cost(Matcher matcher, List<Article> articles) {
    double[] rounds = new double[7];
    long characters = articles.stream().mapToLong(article -> article.body().length()).sum();
    for (int round = 0; round < rounds.length; round++) {
      long start = System.nanoTime();
      articles.forEach(matcher::match);
      rounds[round] = (double) (System.nanoTime() - start) / characters;
    }
    double[] warm = Arrays.copyOfRange(rounds, 2, rounds.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
  }
}
