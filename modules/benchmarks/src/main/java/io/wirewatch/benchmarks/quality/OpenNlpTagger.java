package io.wirewatch.benchmarks.quality;

import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.EntityType;
import io.wirewatch.benchmarks.quality.OpenNlpText.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;

/** OpenNLP's name finder with a model of {@link OpenNlpTraining}. */
final class OpenNlpTagger implements EntityTagger {
  private final OpenNlpText text = new OpenNlpText();
  private final NameFinderME finder;

  OpenNlpTagger(Path model) throws IOException {
    finder = new NameFinderME(new TokenNameFinderModel(model));
  }

  @Override
  public List<Span> tag(ArticleText article) {
    List<Span> names = new ArrayList<>();
    finder.clearAdaptiveData();
    for (Sentence sentence : text.sentences(article.body())) {
      for (opennlp.tools.util.Span name : finder.find(sentence.words())) {
        names.add(
            Span.of(
                sentence.spans()[name.getStart()].getStart(),
                sentence.spans()[name.getEnd() - 1].getEnd(),
                EntityType.valueOf(name.getType())));
      }
    }
    return names;
  }
}
