package io.wirewatch.annotate.train;

import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.KnownNames;
import io.wirewatch.annotate.tagger.NameTagger;
import io.wirewatch.annotate.tagger.TaggedName;
import io.wirewatch.annotate.tagger.TaggerModel;
import io.wirewatch.annotate.tagger.TakenApart;
import io.wirewatch.annotate.tagger.WordClusters;
import io.wirewatch.language.Tokens;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the model of the English tagger, {@code modules/annotate/wirewatch-train}: from the
 * project's own marked text, marked corpora and word clusters. The same inputs give the same bytes.
 */
public final class TrainTagger {
  private static final long SEED = 1;

  /** Of so many texts one is learnt from in both forms; more brought nothing. */
  private static final int TAKEN_APART = 3;

  private final TrainOptions options;
  private final PrintStream talk;
  private final Gazetteer gazetteer = Gazetteer.bundled();
  private final WordClusters clusters;

  private TrainTagger(TrainOptions options, PrintStream talk) throws IOException {
    this.options = options;
    this.talk = talk;
    this.clusters = ClusterFile.read(options.clusters());
  }

  /**
   * Trains.
   *
   * @throws IOException when an input is missing, or a line of it is wrong: with what and where
   */
  public static void main(String[] arguments) throws IOException {
    TrainOptions options = TrainOptions.of(arguments);
    TrainTagger work = new TrainTagger(options, System.err);
    if (options.folds() > 0) {
      work.validate();
    } else {
      work.write();
    }
  }

  private void write() throws IOException {
    TaggerModel model = train(inputs());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(options.model()))) {
      model.write(out);
    }
    talk.printf("%s: %,d bytes%n", options.model(), Files.size(options.model()));
  }

  /** Trains on all but a part of the first corpus, measures on that part, in turn. */
  private void validate() throws IOException {
    List<MarkedText> inputs = inputs();
    List<MarkedText> held = CorpusFile.read(options.corpora().get(0));
    Score score = new Score();
    Score spaced = new Score();
    for (int fold = 0; fold < options.folds(); fold++) {
      List<MarkedText> out = new ArrayList<>();
      for (int i = fold; i < held.size(); i += options.folds()) {
        out.add(held.get(i));
      }
      List<MarkedText> rest = new ArrayList<>(inputs);
      rest.removeAll(out);
      NameTagger tagger = new NameTagger(train(rest));
      out.forEach(text -> score.add(text.marks(), found(tagger, text)));
      out.stream()
          .map(Spacing::spaced)
          .forEach(text -> spaced.add(text.marks(), found(tagger, text)));
      for (Path file : options.measured()) {
        Score other = new Score();
        for (MarkedText text : CorpusFile.read(file)) {
          other.add(text.marks(), found(tagger, text));
        }
        talk.println(file.getFileName() + " " + other);
      }
    }
    talk.println("held out " + score);
    talk.println("held out, spaced " + spaced);
  }

  private List<MarkedText> inputs() throws IOException {
    List<MarkedText> inputs = new ArrayList<>(MarkedText.folder(options.text()));
    for (Path corpus : options.corpora()) {
      inputs.addAll(CorpusFile.read(corpus));
    }
    return inputs;
  }

  private TaggerModel train(List<MarkedText> texts) {
    List<Example> examples = new ArrayList<>();
    int number = 0;
    for (MarkedText text : texts) {
      examples.addAll(Example.of(text, gazetteer, clusters, options.bits()));
      if (++number % TAKEN_APART == 0) {
        examples.addAll(Example.of(Spacing.spaced(text), gazetteer, clusters, options.bits()));
      }
    }
    talk.printf("%,d texts, %,d stretches of words%n", texts.size(), examples.size());
    ChainTrainer trainer = new ChainTrainer(options.bits(), options.rate(), options.shrink());
    trainer.train(examples, options.rounds(), SEED);
    return trainer.model(clusters);
  }

  private List<Mark> found(NameTagger tagger, MarkedText text) {
    Tokens tokens = Tokens.of(text.text());
    List<Mark> marks = new ArrayList<>();
    for (TaggedName name : tagger.tag(tokens, KnownNames.of(tokens, gazetteer))) {
      marks.add(
          new Mark(
              tokens.start(name.first()),
              TakenApart.end(tokens, name.first(), name.last()),
              name.type()));
    }
    return marks;
  }
}
