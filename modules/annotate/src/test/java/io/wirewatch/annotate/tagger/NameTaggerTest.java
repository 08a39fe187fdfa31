package io.wirewatch.annotate.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.annotate.EntityType;
import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.KnownNames;
import io.wirewatch.language.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTaggerTest {
  private static final NameTagger TAGGER = NameTagger.bundled();
  private static final Gazetteer GAZETTEER = Gazetteer.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lt. Gen. Qais Rahima met Iraq's oil minister in Najaf on Sunday. | Qais Rahima PERSON, Iraq LOCATION, Najaf LOCATION",
        "Fighters of Kataib Hezbollah left the village, said the Anbar Operations Command. | Kataib Hezbollah GROUP, Anbar Operations Command ORGANIZATION",
        "The Syrian Observatory for Human Rights counted nine dead near Deir ez-Zor. | Syrian Observatory for Human Rights ORGANIZATION, Deir ez-Zor LOCATION",
        "Turkish and Kurdish officials spoke to Al Jazeera. | Turkish NATIONALITY, Kurdish NATIONALITY, Al Jazeera ORGANIZATION",
        "Rain is expected on Monday and the road will stay shut. | ''"
      })
  void tag_sentencesOfAWire_givesNamesWithTypes(String text, String names) {
    assertThat(String.join(", ", tagged(text))).isEqualTo(names);
  }

  @Test
  void tag_surnameAfterTheFullName_isAPerson() {
    assertThat(tagged("Judge Munir Shakarchi read the verdict. Shakarchi then left the court."))
        .containsExactly("Munir Shakarchi PERSON", "Shakarchi PERSON");
  }

  @Test
  void tag_noWords_givesNothing() {
    assertThat(tagged("")).isEmpty();
    assertThat(tagged("... - 12 !")).isEmpty();
  }

  @Test
  void tag_longRunOfCapitals_isLinearAndEnds() {
    assertThat(tagged("Alpha ".repeat(20_000))).isNotNull();
  }

  @Test
  void read_whatWasWritten_tagsTheSame() throws IOException {
    Weights weights = new Weights(4);
    weights.set(3, Labels.of(EntityType.PERSON, 0, 1), -99);
    WordClusters clusters = WordClusters.of(Map.of(Words.hash("said", 0, 4), 0b110101));
    TaggerModel model =
        new TaggerModel(4, weights, new short[Labels.COUNT * Labels.COUNT], clusters);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    TaggerModel read = TaggerModel.read(new ByteArrayInputStream(out.toByteArray()));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    read.write(again);
    assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    assertThat(read.weights.get(3, Labels.of(EntityType.PERSON, 0, 1))).isEqualTo(-99);
    assertThat(read.clusters.path(Words.hash("said", 0, 4))).isEqualTo(0b110101);
    assertThat(read.clusters.path(Words.hash("Said", 0, 4))).isEqualTo(0b110101);
    assertThat(read.clusters.path(Words.hash("other", 0, 5))).isEqualTo(WordClusters.NONE);
  }

  @Test
  void read_otherBytes_isRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(new byte[64]);
    }
    assertThatThrownBy(() -> TaggerModel.read(new ByteArrayInputStream(out.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version");
  }

  @Test
  void prefix_ofAPath_keepsTheFirstBits() {
    assertThat(WordClusters.prefix(0b1_1011, 2)).isEqualTo(0b1_10);
    assertThat(WordClusters.prefix(0b1_1011, 9)).isEqualTo(0b1_1011);
  }

  private static List<String> tagged(String text) {
    Tokens tokens = Tokens.of(text);
    List<String> names = new ArrayList<>();
    for (TaggedName name : TAGGER.tag(tokens, KnownNames.of(tokens, GAZETTEER))) {
      int start = tokens.start(name.first());
      names.add(text.substring(start, tokens.end(name.last())) + " " + name.type());
    }
    return names;
  }
}
