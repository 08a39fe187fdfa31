package io.wirewatch.annotate.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.annotate.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedTextTest {
  private static final Path OWN = Path.of("src/train");

  @Test
  void of_marks_givesTextAndSpans() throws IOException {
    MarkedText text = MarkedText.of("x:1", "= [Basra]L votes\n[Hana Qadir]P of the [UN]O.");
    assertThat(text.text()).isEqualTo("Basra votes\nHana Qadir of the UN.");
    assertThat(text.marks())
        .containsExactly(
            new Mark(0, 5, EntityType.LOCATION),
            new Mark(12, 22, EntityType.PERSON),
            new Mark(30, 32, EntityType.ORGANIZATION));
  }

  @Test
  void of_bracketThatMarksNothing_saysWhere() {
    assertThatThrownBy(() -> MarkedText.of("x:7", "= A\nThey met [Basra."))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x:7")
        .hasMessageContaining("[Basra.");
  }

  @Test
  void folder_blankLines_partDocuments(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b.txt"), "= One\nText.\n\n\n= Two\nMore.\n");
    Files.writeString(folder.resolve("a.md"), "no text");
    assertThat(MarkedText.folder(folder))
        .extracting(MarkedText::name)
        .containsExactly("b.txt:1", "b.txt:2");
  }

  @Test
  void folder_ownText_isLargeAndMarksEveryTypeAndNoSentenceTwice() throws IOException {
    List<MarkedText> texts = MarkedText.folder(OWN);
    Set<EntityType> types = new HashSet<>();
    Set<String> sentences = new HashSet<>();
    long lines = 0;
    for (MarkedText text : texts) {
      text.marks().forEach(mark -> types.add(mark.type()));
      for (String line : text.text().split("\n", -1)) {
        lines++;
        sentences.add(line);
      }
    }
    assertThat(lines).isGreaterThan(14_000);
    assertThat(types).containsExactlyInAnyOrder(EntityType.values());
    assertThat(lines - sentences.size()).isLessThan(lines / 200);
  }
}
