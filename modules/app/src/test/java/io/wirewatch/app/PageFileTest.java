package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageFileTest {
  private static final String STANDARD_INPUT = "-";

  @TempDir Path directory;

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Test
  void write_ofAll_takesThePlaceOfWhatWasThere() throws IOException {
    Path file = Files.writeString(directory.resolve("page.html"), "old");

    PageFile.at(file, STANDARD_INPUT).write(out -> out.append("new: الموصل"));

    assertThat(file).hasContent("new: الموصل");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void write_thatFailsHalfWay_leavesWhatWasThere() throws IOException {
    Path file = Files.writeString(directory.resolve("page.html"), "old");
    PageFile page = PageFile.at(file, STANDARD_INPUT);

    assertThatThrownBy(
            () ->
                page.write(
                    out -> {
                      out.append("half");
                      throw new IOException("no space left");
                    }))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot write " + file + ": no space left");
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void write_untilItIsComplete_isNotThere() {
    Path file = directory.resolve("page.html");

    PageFile.at(file, STANDARD_INPUT)
        .write(
            out -> {
              out.append("half");
              assertThat(file).doesNotExist();
            });

    assertThat(file).hasContent("half");
  }

  @Test
  void file_inAFolderThatIsNotThere_isRefused() {
    Path file = directory.resolve("none/page.html");

    assertThatThrownBy(() -> PageFile.at(file, STANDARD_INPUT))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot write " + file + ": there is no such directory");
  }

  @Test
  void file_whereAFolderIs_isRefused() {
    assertThatThrownBy(() -> PageFile.at(directory, STANDARD_INPUT))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot write " + directory + ": what is there is no file");
  }

  @Test
  void file_thatIsTheInput_isRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("a.jsonl"), "{}");
    String input = directory.resolve(".").resolve("a.jsonl").toString();

    assertThatThrownBy(() -> PageFile.at(file, input))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot write " + file + ": it is the input");
  }
}
