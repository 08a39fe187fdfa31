package io.wirewatch.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.wirewatch.journey.CommandLine.Ended;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule files that nobody should write, through the command with the heap that it has: a clear
 * error, soon, and never a stack trace.
 */
final class HostileRulesIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final long TWO_HUNDRED_MEGABYTES = 200L << 20;
  private static final String HEAD = "version: 1\nrules:\n";

  @TempDir Path directory;

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("bomb.yaml", bomb(), "2:4: YAML anchors and aliases are not supported"),
        Arguments.of(
            "deep.yaml",
            "version: 1\nrules: " + "[".repeat(10_000),
            "nested more than 50 levels deep"),
        Arguments.of(
            "deep.jsonl",
            "{\"id\":\"r\",\"when\":" + "{\"any\":[".repeat(10_000),
            "nested more than"),
        Arguments.of(
            "twice.yaml", HEAD + "  - {id: r, when: a, when: b}\n", "3:22: key 'when' a second"),
        Arguments.of("tab.yaml", HEAD + "\t- {id: r, when: a}\n", "3:1: not readable as YAML"),
        Arguments.of(
            "long.yaml", HEAD + "  - {id: r, when: " + "a".repeat(100_000) + "}", "at most 500"),
        Arguments.of(
            "tag.yaml", HEAD + "  - {id: r, when: !!java.net.URL a}\n", "3:19: YAML tags are not"),
        Arguments.of(
            "control.yaml",
            HEAD + "  - {id: r, when: \"a\u0001\"}\n",
            "3:21: not readable as YAML"),
        Arguments.of("empty.yaml", "", "the file is empty"),
        Arguments.of("empty.jsonl", "", "no rule; at least one rule"),
        Arguments.of(
            "line.yaml",
            HEAD + "  - \"" + "x".repeat(15 << 20),
            "3:1: a line of more than 1048576"),
        Arguments.of(
            "many.yaml",
            HEAD + "  - {id: r, when: {any: [\n" + ("{},".repeat(1000) + "\n").repeat(5_000),
            "more than 1000000 values in a file"),
        Arguments.of(
            "junk.jsonl",
            "{\"id\":\"a\", \"wen\": \"x\"}\n".repeat(300_000),
            "junk.jsonl:1:1: a rule without when"));
  }

  private static String bomb() {
    return "version: 1\na: &a [x, x, x, x, x, x, x, x, x]\n"
        + IntStream.range(0, 9)
            .mapToObj(i -> (char) ('b' + i))
            .map(c -> c + ": &" + c + " [" + ("*" + (char) (c - 1) + ", ").repeat(9) + "]\n")
            .collect(Collectors.joining())
        + "rules: *j\n";
  }

  @ParameterizedTest
  @MethodSource("files")
  void check_ofAHostileFile_saysWhatIsWrong(String name, String text, String wrong)
      throws IOException {
    Files.writeString(directory.resolve(name), text);

    assertRefused(name, wrong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "windows-1256"})
  void check_ofAnotherEncoding_asksForUtf8(String charset) throws IOException {
    Files.write(
        directory.resolve("rules.yaml"),
        (HEAD + "  - {id: r, when: داعش}\n").getBytes(Charset.forName(charset)));

    assertRefused("rules.yaml", "UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16, 1:1: the file is in UTF-16",
    "UTF-16LE, 1:1: the file is in UTF-16",
    "windows-1256, 2:19: a byte that is not UTF-8"
  })
  void check_ofLinesInAnotherEncoding_saysWhereAndAsksForUtf8(String charset, String wrong)
      throws IOException {
    Files.write(
        directory.resolve("rules.jsonl"),
        "{\"id\":\"a\",\"when\":\"a\"}\n{\"id\":\"b\",\"when\":\"داعش\"}\n"
            .getBytes(Charset.forName(charset)));

    assertRefused("rules.jsonl", wrong);
  }

  @Test
  void check_ofDeepAndLongRulesThatShareWords_endsSoon() throws IOException {
    String narrow = "\"b\"";
    String wide = "\"c\"";
    for (int i = 0; i < 20; i++) {
      narrow = "{\"all\":[" + narrow + ",\"x\"]}";
      wide = "{\"any\":[" + wide + ",{\"all\":[\"x\",\"y\"]}]}";
    }
    String alternatives =
        IntStream.range(0, 10_000).mapToObj(i -> "\"w" + i + "\"").collect(Collectors.joining(","));
    String lines =
        Stream.of(
                narrow,
                wide,
                "{\"any\":[" + alternatives + "]}",
                "{\"any\":[z," + alternatives + "]}")
            .map(when -> "{\"id\":\"r" + when.hashCode() + "\",\"when\":" + when + "}\n")
            .collect(Collectors.joining());
    Files.writeString(directory.resolve("long.jsonl"), lines.replace("[z,", "[\"z\","));
    long start = System.nanoTime();

    assertThat(new CommandLine(directory).run("rules", "check", "long.jsonl").exit()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }

  @Test
  void check_ofAByteOrderMark_isFine() throws IOException {
    Files.writeString(directory.resolve("bom.yaml"), "\uFEFF" + HEAD + "  - {id: r, when: a}\n");

    assertThat(new CommandLine(directory).run("rules", "check", "bom.yaml").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"large.yaml", "large.jsonl"})
  void check_ofTwoHundredMegabytes_isRefusedSoon(String name) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(directory.resolve(name).toFile(), "rw")) {
      file.setLength(TWO_HUNDRED_MEGABYTES);
    }

    assertRefused(name, name.endsWith("yaml") ? "has 209715200 bytes" : "a line of more than");
  }

  @Test
  void check_ofADirectoryWithoutRules_saysSo() throws IOException {
    Files.writeString(Files.createDirectory(directory.resolve("none")).resolve("a.txt"), "a");

    assertRefused("none", "none:0:0: no rule file in it; files that end in .yaml");
  }

  @Test
  void check_ofTooMuchYamlTogether_saysSo() throws IOException {
    Path many = Files.createDirectory(directory.resolve("many"));
    byte[] comment = ("#" + " ".repeat(99) + "\n").repeat(120_000).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 3; i++) {
      Files.write(many.resolve(i + ".yaml"), comment);
    }

    assertRefused("many", "its YAML files have 36360000 bytes together");
  }

  @Test
  void match_withAHostileFile_isExit2AndOneLine() throws IOException {
    Files.writeString(directory.resolve("bomb.yaml"), bomb());

    Ended ended = new CommandLine(directory).run("rules", "match", "--rules", "bomb.yaml");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().toList())
        .singleElement()
        .asString()
        .contains("bomb.yaml:2:4: YAML anchors and aliases are not supported");
  }

  private void assertRefused(String file, String wrong) {
    long start = System.nanoTime();
    Ended ended = new CommandLine(directory).run("rules", "check", file);

    assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
    assertThat(ended.lines().get(0)).contains(wrong);
    assertThat(ended.out() + ended.err()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
  }
}
