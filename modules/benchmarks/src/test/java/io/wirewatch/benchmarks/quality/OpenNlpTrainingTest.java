package io.wirewatch.benchmarks.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.annotate.ArticleText;
import io.wirewatch.annotate.EntityType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenNlpTrainingTest {
  private static final String[] PERSONS = {"Salim Hamdan", "Nadia Rashid", "Omar Yasin"};

  @TempDir private Path folder;

  private static MarkedArticle article(int number) {
    String body = "On Monday Col. " + PERSONS[number % PERSONS.length] + " spoke to the press.";
    int start = "On Monday Col. ".length();
    Span name =
        Span.of(start, start + PERSONS[number % PERSONS.length].length(), EntityType.PERSON);
    return new MarkedArticle(
        new ArticleText("", body, null, null), List.of(name), List.of(), Set.of(), Set.of());
  }

  @Test
  void model_ofMarkedPersons_findsThemWhereTheyStand() throws IOException {
    Path model = folder.resolve("model.bin");
    new OpenNlpTraining().write(IntStream.range(0, 30).mapToObj(i -> article(i)).toList(), model);
    EntityTagger tagger = Contestant.OPEN_NLP.load(model).orElseThrow();

    // A second sentence: places are those in the whole body.
    String before = "The road is open again. ";
    assertThat(tagger.tag(new ArticleText("", before + article(1).text().body(), null, null)))
        .containsExactly(
            Span.of(
                before.length() + article(1).names().get(0).start(),
                before.length() + article(1).names().get(0).end(),
                EntityType.PERSON));
  }
}
