package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.EntityType;
import io.wirewatch.benchmarks.quality.OpenNlpText.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/** Trains OpenNLP's name finder, of which there is no model of English to be had. */
public final class OpenNlpTraining {
  /* Of what was tried with the default features this finds most: perceptron rather than maximum entropy, no cutoff, 300
   * iterations, BIO rather than BILOU, the simple tokenizer rather than the model's (with which more names begin or end
   * within a word). */
  private static final TrainingParameters PARAMETERS =
      new TrainingParameters(
          Map.of(
              TrainingParameters.ALGORITHM_PARAM,
              PerceptronTrainer.PERCEPTRON_VALUE,
              TrainingParameters.ITERATIONS_PARAM,
              300,
              TrainingParameters.CUTOFF_PARAM,
              0,
              "PrintMessages",
              false));

  private final OpenNlpText text = new OpenNlpText();

  /** Writes a model of what is marked in these articles; takes half a minute and more. */
  public void write(List<MarkedArticle> articles, Path model) throws IOException {
    List<NameSample> samples = new ArrayList<>();
    articles.forEach(article -> add(article, samples));
    NameFinderME.train(
            "eng",
            null,
            ObjectStreamUtils.createObjectStream(samples),
            PARAMETERS,
            new TokenNameFinderFactory(null, Map.of(), new BioCodec()))
        .serialize(model);
  }

  private void add(MarkedArticle article, List<NameSample> samples) {
    boolean first = true;
    for (Sentence sentence : text.sentences(article.text().body())) {
      List<opennlp.tools.util.Span> names = new ArrayList<>();
      for (Span name : article.names()) {
        if (name.type() != EntityType.NATIONALITY) {
          add(name, sentence, names);
        }
      }
      samples.add(
          new NameSample(sentence.words(), names.toArray(opennlp.tools.util.Span[]::new), first));
      first = false;
    }
  }

  /** A name that begins or ends within a word, or overlaps another, is not learnt. */
  private static void add(Span name, Sentence sentence, List<opennlp.tools.util.Span> names) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < sentence.spans().length; i++) {
      first = sentence.spans()[i].getStart() == name.start() ? i : first;
      last = sentence.spans()[i].getEnd() == name.end() ? i : last;
    }
    if (first >= 0 && last >= first) {
      EntityType type = name.type() == EntityType.GROUP ? EntityType.ORGANIZATION : name.type();
      var span = new opennlp.tools.util.Span(first, last + 1, type.name());
      if (names.stream().noneMatch(span::intersects)) {
        names.add(span);
      }
    }
  }
}
