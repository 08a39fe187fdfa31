package io.wirewatch.annotate.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the trainer was told.
 *
 * @param text folder of the project's own marked text
 * @param corpora marked articles to learn from too
 * @param measured marked articles to measure on only
 * @param folds over how many parts of the first corpus to validate; 0 writes a model instead
 */
record TrainOptions(
    Path text,
    Path clusters,
    Path model,
    List<Path> corpora,
    List<Path> measured,
    int folds,
    int rounds,
    int bits,
    double rate,
    double shrink) {
  private static final String USAGE =
      """
      Usage: wirewatch-train --text DIR --clusters FILE [--corpus FILE]… (--model FILE | --folds N [--measure FILE]…)
        --text DIR       marked text, .txt: [Baghdad]L, with P O G L N; a blank line ends a document
        --clusters FILE  word clusters: edu/emory/mathcs/nlp/lexica/en-brown-clusters-simplified-lowercase.xz
                         of nlp4j-english 1.1.2, unpacked
        --corpus FILE    marked articles to learn from, JSON lines {"body","entities":[{"type","start","end"}]}
        --model FILE     where to write the model
        --folds N        write nothing: train on the rest and measure on each Nth part of the first corpus
        --measure FILE   with --folds: measure on these articles too, never learn from them
        --rounds 15 --bits 20 --rate 0.015 --shrink 0.015   how to train""";

  static TrainOptions of(String[] arguments) throws IOException {
    List<String> said = List.of(arguments);
    if (said.isEmpty() || said.contains("--help") || said.size() % 2 != 0) {
      throw new IOException(USAGE);
    }
    return new TrainOptions(
        Path.of(one(said, "--text", "")),
        Path.of(one(said, "--clusters", "")),
        Path.of(one(said, "--model", "")),
        all(said, "--corpus").map(Path::of).toList(),
        all(said, "--measure").map(Path::of).toList(),
        Integer.parseInt(one(said, "--folds", "0")),
        Integer.parseInt(one(said, "--rounds", "15")),
        Integer.parseInt(one(said, "--bits", "20")),
        Double.parseDouble(one(said, "--rate", "0.015")),
        Double.parseDouble(one(said, "--shrink", "0.015")));
  }

  private static String one(List<String> said, String name, String otherwise) {
    return all(said, name).findFirst().orElse(otherwise);
  }

  private static Stream<String> all(List<String> said, String name) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i + 1 < said.size(); i += 2) {
      if (said.get(i).equals(name)) {
        values.add(said.get(i + 1));
      }
    }
    return values.stream();
  }
}
