package io.wirewatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wirewatch.contract.ArticleId;
import io.wirewatch.contract.CanonicalUrl;
import io.wirewatch.replay.finding.Labels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelFileTest {
  private static final String GOOD = "{\"article\":\"a1\",\"rule\":\"border\",\"relevant\":true}";

  @TempDir Path directory;

  private Path file(String... lines) throws IOException {
    return Files.write(directory.resolve("labels.jsonl"), List.of(lines));
  }

  @Test
  void read_ofAnArticle_hasItsLabelForThatRuleAlone() throws IOException {
    Labels labels =
        LabelFile.read(file(GOOD, "{\"article\":\"a1\",\"rule\":\"isis\",\"relevant\":false}"));

    assertThat(labels.of("border", "a1")).contains(true);
    assertThat(labels.of("isis", "a1")).contains(false);
    assertThat(labels.of("border", "a2")).isEmpty();
  }

  @Test
  void read_ofAUrl_isTheArticleOfItsCanonicalForm() throws IOException {
    Labels labels =
        LabelFile.read(
            file(
                "{\"url\":\"HTTPS://Wire.example.org/gate?utm_source=x#top\",\"rule\":\"border\",\"relevant\":true}"));
    String article =
        CanonicalUrl.of("https://wire.example.org/gate").map(ArticleId::ofUrl).orElseThrow();

    assertThat(labels.of("border", article)).contains(true);
  }

  @Test
  void read_ofAPairThatIsLabelledAgain_takesTheLastWord() throws IOException {
    Labels labels =
        LabelFile.read(file(GOOD, "{\"relevant\":false,\"rule\":\"border\",\"article\":\"a1\"}"));

    assertThat(labels.of("border", "a1")).contains(false);
    assertThat(labels.size()).isOne();
  }

  @Test
  void read_ofBlankLines_passesThemOver() throws IOException {
    assertThat(LabelFile.read(file("", GOOD, "  ")).size()).isOne();
  }

  @Test
  void read_ofAnEmptyFile_hasNoLabels() throws IOException {
    assertThat(LabelFile.read(file()).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "[]",
        "7",
        "{\"article\":\"a1\",\"rule\":\"border\",\"relevant\":tr",
        "{\"article\":\"a1\",\"rule\":\"border\"}",
        "{\"article\":\"a1\",\"rule\":\"border\",\"relevant\":\"true\"}",
        "{\"article\":\"a1\",\"relevant\":true}",
        "{\"article\":7,\"rule\":\"border\",\"relevant\":true}",
        "{\"rule\":\"border\",\"relevant\":true}"
      })
  void read_ofALineThatIsNoLabel_isRefusedWithItsNumber(String line) throws IOException {
    Path file = file(GOOD, "", line, GOOD);

    assertThatThrownBy(() -> LabelFile.read(file))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(file + ":3: a label is {\"article\":\"ID\"");
  }

  @Test
  void read_ofAUrlThatIsNone_isRefusedWithItsNumber() throws IOException {
    Path file = file(GOOD, "{\"url\":\"not a url\",\"rule\":\"border\",\"relevant\":true}");

    assertThatThrownBy(() -> LabelFile.read(file))
        .isInstanceOf(Refusal.class)
        .hasMessage(file + ":2: not a web address");
  }

  @Test
  void read_ofNoFile_isRefused() {
    Path none = directory.resolve("none.jsonl");

    assertThatThrownBy(() -> LabelFile.read(none))
        .isInstanceOf(Refusal.class)
        .hasMessage("cannot read the labels in " + none + ": give a file of JSON lines");
  }

  @Test
  void read_ofBytesThatAreNoText_isRefused() throws IOException {
    Path file =
        Files.write(
            directory.resolve("latin"), "{\"x\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> LabelFile.read(file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot read the labels in " + file);
  }
}
