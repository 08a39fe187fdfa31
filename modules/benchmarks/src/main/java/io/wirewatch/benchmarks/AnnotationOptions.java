package io.wirewatch.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How annotation is measured.
 *
 * @param corpora folder of the marked sets
 * @param train sets of entities that OpenNLP's tagger is trained on
 * @param articles JSON lines with {@code headline} and {@code body}, for the speed of all of it
 * @param size characters of such an article, headline and body together
 * @param seconds of a round
 * @param rounds of the taggers' speed
 * @param runs of processes that are started anew
 */
record AnnotationOptions(
    Path corpora,
    List<String> train,
    Path articles,
    int size,
    double seconds,
    int rounds,
    int runs) {

  static AnnotationOptions of(Options given) {
    Path corpora = Path.of(given.text("--corpora", ""));
    String articles = given.text("--articles", "");
    return new AnnotationOptions(
        corpora,
        Arrays.asList(given.text("--train", "open-news,wikigold,wnut17-train").split(",", -1)),
        articles.isEmpty() ? corpora.resolve("countries/reuters-a.jsonl") : Path.of(articles),
        given.number("--size", 2_000),
        given.decimal("--seconds", 5),
        given.number("--rounds", 5),
        given.number("--runs", 5));
  }
}
