package io.wirewatch.benchmarks.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.SimpleTokenizer;

/** Sentences by OpenNLP's English model, words by its tokenizer that needs none. */
final class OpenNlpText {
  private static final String SENTENCES = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  private final SentenceDetectorME detector;

  /**
   * A sentence.
   *
   * @param words at least one
   * @param spans of the words in the text
   */
  @SuppressWarnings("ArrayRecordComponent") // OpenNLP takes arrays; never compared
  record Sentence(String[] words, opennlp.tools.util.Span[] spans) {}

  OpenNlpText() {
    try (InputStream model = OpenNlpText.class.getResourceAsStream(SENTENCES)) {
      detector = new SentenceDetectorME(new SentenceModel(Objects.requireNonNull(model)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SENTENCES, e);
    }
  }

  List<Sentence> sentences(String text) {
    List<Sentence> sentences = new ArrayList<>();
    for (opennlp.tools.util.Span sentence : detector.sentPosDetect(text)) {
      String said = sentence.getCoveredText(text).toString();
      opennlp.tools.util.Span[] words = SimpleTokenizer.INSTANCE.tokenizePos(said);
      if (words.length > 0) {
        String[] surfaces = opennlp.tools.util.Span.spansToStrings(words, said);
        for (int i = 0; i < words.length; i++) {
          words[i] = new opennlp.tools.util.Span(words[i], sentence.getStart());
        }
        sentences.add(new Sentence(surfaces, words));
      }
    }
    return sentences;
  }

  /** Words and punctuation marks of a text: the unit in which the speed of all taggers is told. */
  static int tokens(String text) {
    return SimpleTokenizer.INSTANCE.tokenizePos(text).length;
  }
}
