package io.wirewatch.benchmarks.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.PropertiesUtils;
import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.EntityType;
import io.wirewatch.benchmarks.quality.EntityTagger;
import io.wirewatch.benchmarks.quality.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * CoreNLP's conditional random field of three classes on the tokens and sentences of its own
 * pipeline. Neighbouring words of one class are one name.
 */
public final class CoreNlpTagger implements EntityTagger {
  private static final String MODEL =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";
  private static final String NO_NAME = "O";

  private final CRFClassifier<CoreLabel> classifier =
      CRFClassifier.getClassifierNoExceptions(MODEL);
  private final StanfordCoreNLP pipeline =
      new StanfordCoreNLP(PropertiesUtils.asProperties("annotators", "tokenize,ssplit"));

  @Override
  public List<Span> tag(ArticleText article) {
    Annotation text = new Annotation(article.body());
    pipeline.annotate(text);
    List<Span> names = new ArrayList<>();
    for (CoreMap sentence : text.get(SentencesAnnotation.class)) {
      read(classifier.classifySentence(sentence.get(TokensAnnotation.class)), names);
    }
    return names;
  }

  private static void read(List<CoreLabel> words, List<Span> names) {
    for (int first = 0, next; first < words.size(); first = next) {
      String type = words.get(first).get(AnswerAnnotation.class);
      next = first + 1;
      while (next < words.size() && type.equals(words.get(next).get(AnswerAnnotation.class))) {
        next++;
      }
      if (!type.equals(NO_NAME)) {
        names.add(
            Span.of(
                words.get(first).beginPosition(),
                words.get(next - 1).endPosition(),
                EntityType.valueOf(type)));
      }
    }
  }
}
