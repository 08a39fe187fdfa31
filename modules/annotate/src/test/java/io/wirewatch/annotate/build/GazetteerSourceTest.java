package io.wirewatch.annotate.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.annotate.Gazetteer;
import io.wirewatch.annotate.Meaning;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerSourceTest {
  private static final Path DATA = Path.of("src/data");

  @Test
  void read_sameData_givesTheBytesThatAreInTheJar() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GazetteerSource.read(DATA).write(out);
    try (InputStream bundled = Gazetteer.class.getResourceAsStream("gazetteer.bin")) {
      assertThat(out.toByteArray()).isEqualTo(bundled.readAllBytes());
    }
  }

  @Test
  void main_folderAndFile_writesAGazetteer(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("made/gazetteer.bin");
    CompileGazetteer.main(new String[] {DATA.toString(), file.toString()});
    try (InputStream in = Files.newInputStream(file)) {
      assertThat(Gazetteer.read(in).size()).isGreaterThan(30_000);
    }
  }

  @Test
  void read_otherBytes_isRefused() {
    assertThatThrownBy(() -> Gazetteer.read(new ByteArrayInputStream(new byte[64])))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version");
  }

  @Test
  void meanings_placesOfTheRegion_lieInTheirCountries() throws IOException {
    try (InputStream bundled = Gazetteer.class.getResourceAsStream("gazetteer.bin")) {
      Gazetteer gazetteer = Gazetteer.read(bundled);
      for (int i = 0; i < gazetteer.size(); i++) {
        Meaning meaning = gazetteer.meaning(i);
        if (meaning.admin1() >= 0 && meaning.kind() == Meaning.Kind.PLACE) {
          assertThat(gazetteer.meaning(meaning.admin1()).country())
              .as(meaning.id())
              .isEqualTo(meaning.country());
        }
      }
    }
  }

  @Test
  void table_wrongNumberOfCells_saysFileAndLine(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.tsv"), "a\tb\n1\t2\n1\t2\t3\n");
    assertThatThrownBy(() -> Table.read(file, 2, true))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("x.tsv:3");
  }

  @Test
  void actors_unknownType_saysWhich(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("actors.yaml"), "- {id: 'group:x', type: GANG, names: {en: [X]}}\n");
    assertThatThrownBy(() -> Actors.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("group:x");
  }

  @Test
  void actors_idOfAnotherForm_isRefused(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("actors.yaml"), "- {id: 'X', type: GROUP, names: {en: [X]}}\n");
    assertThatThrownBy(() -> Actors.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("id");
  }
}
