package io.wirewatch.annotate.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.annotate.EntityType;
import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.KnownNames;
import io.wirewatch.annotate.tagger.NameTagger;
import io.wirewatch.annotate.tagger.TaggedName;
import io.wirewatch.annotate.tagger.TaggerModel;
import io.wirewatch.language.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small training: what it learns, and that it learns the same each time. */
class TrainTaggerTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    Path text = Files.createDirectories(folder.resolve("text"));
    StringBuilder lines = new StringBuilder("= Small news\n");
    for (String name : List.of("Zorvan", "Tamlik", "Quenna", "Dorsal", "Vendik", "Harlow")) {
      lines.append("The mayor of [").append(name).append("]L opened the bridge.\n");
      lines.append("Mr [").append(name).append("]P said nothing.\n");
    }
    Files.writeString(text.resolve("own.txt"), lines);
    Files.writeString(
        folder.resolve("corpus.jsonl"),
        """
        {"id":"1","body":"Mr Belkin said nothing.","entities":[{"type":"PERSON","start":3,"end":9}]}
        {"id":"2","body":"The mayor of Oldan opened a school.","entities":[{"type":"LOCATION","start":13,"end":18}]}
        """);
    HashMap<String, Set<String>> clusters = new HashMap<>();
    clusters.put("mayor", new HashSet<>(Set.of("0010", "00")));
    clusters.put("said", new HashSet<>(Set.of("11010")));
    try (ObjectOutputStream out =
        new ObjectOutputStream(Files.newOutputStream(folder.resolve("clusters")))) {
      out.writeObject(clusters);
    }
  }

  private String[] arguments(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--text", folder.resolve("text").toString(),
                "--clusters", folder.resolve("clusters").toString(),
                "--corpus", folder.resolve("corpus.jsonl").toString(),
                "--bits", "12"));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  @Test
  void main_marksInContext_areLearntForNewNames() throws IOException {
    Path model = folder.resolve("model");
    TrainTagger.main(arguments("--model", model.toString()));
    assertThat(tagged(model, "Mr Pomfrey said nothing.")).containsExactly("Pomfrey PERSON");
    assertThat(tagged(model, "The mayor of Pomfrey opened it."))
        .containsExactly("Pomfrey LOCATION");
  }

  @Test
  void main_sameInputs_giveTheSameBytes() throws IOException {
    TrainTagger.main(arguments("--model", folder.resolve("one").toString()));
    TrainTagger.main(arguments("--model", folder.resolve("other").toString()));
    assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("other"));
  }

  @Test
  void main_folds_writeNothing() throws IOException {
    TrainTagger.main(
        arguments("--folds", "2", "--measure", folder.resolve("corpus.jsonl").toString()));
    assertThat(folder).isDirectoryNotContaining("glob:**/model");
  }

  @Test
  void main_noArguments_saysHow() {
    assertThatThrownBy(() -> TrainTagger.main(new String[0]))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Usage: wirewatch-train");
  }

  @Test
  void clusters_anotherObject_isRefused() throws IOException {
    Path file = folder.resolve("other");
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
      out.writeObject(java.time.Instant.EPOCH);
    }
    assertThatThrownBy(() -> ClusterFile.read(file)).isInstanceOf(IOException.class);
  }

  @Test
  void score_groupsAndNationalities_countAsTheSharedScorerHasIt() {
    Score score = new Score();
    score.add(
        List.of(
            new Mark(0, 4, EntityType.GROUP),
            new Mark(9, 12, EntityType.NATIONALITY),
            new Mark(20, 25, EntityType.PERSON)),
        List.of(new Mark(0, 4, EntityType.ORGANIZATION), new Mark(20, 24, EntityType.PERSON)));
    assertThat(score)
        .hasToString(
            "ALL P 0.500 R 0.500 F1 0.500 | PER P 0.000 R 0.000 F1 0.000 ORG P 1.000 R 1.000 F1 1.000");
  }

  private static List<String> tagged(Path model, String text) throws IOException {
    try (InputStream in = Files.newInputStream(model)) {
      NameTagger tagger = new NameTagger(TaggerModel.read(in));
      Tokens tokens = Tokens.of(text);
      List<String> names = new ArrayList<>();
      for (TaggedName name : tagger.tag(tokens, KnownNames.of(tokens, Gazetteer.bundled()))) {
        int end = tokens.end(name.last());
        names.add(text.substring(tokens.start(name.first()), end) + " " + name.type());
      }
      return names;
    }
  }
}
