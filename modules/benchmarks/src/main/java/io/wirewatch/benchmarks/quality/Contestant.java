package io.wirewatch.benchmarks.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import opennlp.tools.util.Version;

/** Who is measured. */
public enum Contestant {
  WIREWATCH("wirewatch"),
  CORE_NLP("CoreNLP 4.5.10"),
  OPEN_NLP("OpenNLP " + Version.currentVersion());

  private final String title;

  Contestant(String title) {
    this.title = title;
  }

  /** How tables call it. */
  public String title() {
    return title;
  }

  /** What stands in a row of which there is no measurement. */
  public String notMeasured() {
    return this == CORE_NLP
        ? "not measured: build with -Pcorenlp"
        : "not measured: no set to train it on";
  }

  /**
   * Its tagger of names and nothing else, freshly loaded.
   *
   * @param openNlpModel made by {@link OpenNlpTraining}
   * @return empty where this build has it not
   */
  public Optional<EntityTagger> load(Path openNlpModel) throws IOException {
    return switch (this) {
      case WIREWATCH -> Optional.of(new WirewatchTagger());
      case CORE_NLP -> ServiceLoader.load(EntityTagger.class).findFirst();
      case OPEN_NLP -> Optional.of(new OpenNlpTagger(openNlpModel));
    };
  }
}
